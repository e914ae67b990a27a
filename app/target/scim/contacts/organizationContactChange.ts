import type { UserValues } from '../../../model/resource.ts'
import { type JsonObject, jsonObject, jsonObjects } from '../jsonObject.ts'
import { furtherWorkEmail, hasType, primaryEmail, readValue } from '../profile/readValue.ts'
import { workEmail } from '../profile/toScimUser.ts'
import { organizationContactLayout } from './organizationContactLayout.ts'

type Item = Record<string, unknown>

/** Whether the items of lists, or the parts of the address, have to be known before `values` can be sent. */
export function needsReading(values: UserValues): boolean {
  return [...organizationContactLayout.places].some(
    ([attribute, place]) => values[attribute] !== undefined && !(place.kind === 'single' && place.path.length === 1),
  )
}

/**
 * The fields of a PATCH that bring a contact to the wanted values; empty when nothing differs from the contact as it
 * was read. One that was not read is null: then everything is sent (see `needsReading`). A list
 * comes whole: items of other types stay as they are, and those that go carry the operation `delete`, as the store
 * takes what it is sent for additions. An empty text clears.
 */
export function contactChange(read: JsonObject | null, values: UserValues): JsonObject {
  const contact = read ?? {}
  const change: Record<string, unknown> = {}
  const lists = new Map<string, Item[]>()
  const items = (name: string): Item[] => {
    const known = lists.get(name) ?? jsonObjects(contact[name]).map((item) => ({ ...item }))
    lists.set(name, known)
    return known
  }
  for (const [attribute, place] of organizationContactLayout.places) {
    const wanted = values[attribute]
    if (wanted === undefined) continue
    const after = wanted || null
    if (read !== null && readValue(place, read) === after) continue
    switch (place.kind) {
      case 'single': {
        const [field = '', part] = place.path
        const spelled = after === null ? '' : (place.spelling?.toStore(after) ?? after)
        change[field] =
          part === undefined
            ? spelled
            : { ...jsonObject(contact[field]), ...jsonObject(change[field]), [part]: spelled }
        break
      }
      case 'main-email':
        putItem(items('emails'), primaryEmail(contact)?.value, after === null ? null : workEmail(after, 'primary'))
        break
      case 'further-email':
        putItem(items('emails'), furtherWorkEmail(contact)?.value, after === null ? null : workEmail(after, 'further'))
        break
      case 'item': {
        const old = jsonObjects(contact[place.list]).find((item) => hasType(item, place.type))
        putItem(items(place.list), old?.value, after === null ? null : { type: place.type, value: after })
        break
      }
      default:
        throw new Error(`a contact has no place of the kind ${place.kind}`)
    }
  }
  for (const [name, list] of lists) {
    const gone = jsonObjects(contact[name]).filter((old) => !list.some((item) => isSameItem(item, old)))
    change[name] = [...list, ...gone.map(({ value, type }) => ({ value, type, operation: 'delete' }))]
  }
  return change
}

/** Sets what is to stand in the place of the item with the old value, or takes that away. */
function putItem(list: Item[], old: unknown, after: Item | null): void {
  const index = old === undefined ? -1 : list.findIndex((item) => item.value === old)
  if (after === null) {
    if (index >= 0) list.splice(index, 1)
  } else if (index < 0) list.push(after)
  else list[index] = { ...list[index], ...after, type: list[index]?.type ?? after.type }
}

function isSameItem(left: JsonObject, right: JsonObject): boolean {
  return left.value === right.value && String(left.type).toLowerCase() === String(right.type).toLowerCase()
}

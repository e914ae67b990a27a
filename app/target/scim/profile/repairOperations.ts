import { assertNever } from '../../../model/assertNever.ts'
import { type JsonObject, jsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Layout } from './layout.ts'
import { type PatchOperation, setOperation, singleOperation, type UserEdit } from './patchOperation.ts'
import { attributePath } from './place.ts'
import { furtherWorkEmail, hasType, primaryEmail, readValue } from './readValue.ts'
import { isEmailAddress, workEmail } from './toScimUser.ts'
import { hasUserType, userTypeAfter } from './userType.ts'

type Item = Record<string, unknown>

/**
 * The PATCH of an edit for a resource just read: lists are replaced as a whole, so that no value path has to match and
 * nothing is doubled. Attributes that hold the wanted value already are left out; empty when nothing is left to do.
 */
export function repairOperations(
  layout: Layout,
  resource: JsonObject,
  edit: Omit<UserEdit, 'before'>,
): PatchOperation[] {
  const operations: PatchOperation[] = []
  const lists = new Map<string, Item[]>()
  const items = (schema: string | null, name: string): Item[] => {
    const path = attributePath(schema, name)
    const known = lists.get(path)
    if (known !== undefined) return known
    const holder = schema === null ? resource : jsonObject(resource[schema])
    const copy = jsonObjects(holder?.[name]).map((item) => ({ ...item }))
    lists.set(path, copy)
    return copy
  }
  if (edit.active !== undefined && (resource.active !== false) !== edit.active) {
    operations.push({ op: 'replace', path: 'active', value: edit.active })
  }
  for (const [attribute, place] of layout.places) {
    if (!Object.hasOwn(edit.values, attribute)) continue
    const after = edit.values[attribute] || null
    const before = readValue(place, resource)
    switch (place.kind) {
      case 'user-name':
        if (after === null) break
        if (before !== after) operations.push(setOperation('userName', before, after))
        putPrimaryEmail(resource, before, after, () => items(null, 'emails'))
        break
      case 'main-email':
        if (before !== after) putEmail(items(null, 'emails'), before, after, 'primary')
        break
      case 'user-type':
        break
      case 'further-email':
        if (before !== after)
          putEmail(items(null, 'emails'), jsonText(furtherWorkEmail(resource)?.value), after, 'further')
        break
      case 'single':
        if (before !== after) operations.push(singleOperation(place, before, after))
        break
      case 'texts':
        if (before !== after) {
          operations.push(setOperation(attributePath(place.schema, place.name), before, after && [after]))
        }
        break
      case 'item': {
        if (before === after) break
        const list = items(place.schema, place.list)
        const existing = list.find((item) => hasType(item, place.type))
        const spelled = after && (place.spelling?.toStore(after) ?? after)
        if (existing === undefined) list.push({ type: place.type, [place.field]: spelled })
        else if (spelled === null) delete existing[place.field]
        else existing[place.field] = spelled
        break
      }
      default:
        assertNever(place)
    }
  }
  if (hasUserType(layout)) {
    const before = jsonText(resource.userType)
    const after = userTypeAfter(layout, before, edit.values)
    if (before !== after) operations.push(setOperation('userType', before, after))
  }
  for (const [path, list] of lists) {
    const filled = list.filter((item) => Object.keys(item).some((key) => key !== 'type' && key !== 'primary'))
    operations.push(filled.length === 0 ? { op: 'remove', path } : { op: 'replace', path, value: filled })
  }
  return operations
}

/** The primary e-mail follows the uid; it goes when the uid is no address any more and it stood for the old one. */
function putPrimaryEmail(user: JsonObject, before: string | null, after: string, emails: () => Item[]): void {
  const address = jsonText(primaryEmail(user)?.value)
  if (isEmailAddress(after)) {
    if (address !== after) putEmail(emails(), address, after, 'primary')
  } else if (address !== null && address === before) putEmail(emails(), address, null, 'primary')
}

function putEmail(emails: Item[], old: string | null, after: string | null, rank: 'primary' | 'further'): void {
  const index = old === null ? -1 : emails.findIndex((email) => email.value === old)
  const existing = emails[index]
  if (existing === undefined) {
    if (after !== null) emails.push(workEmail(after, rank))
  } else if (after === null) emails.splice(index, 1)
  else Object.assign(existing, { value: after }, rank === 'primary' ? { primary: true } : {})
}

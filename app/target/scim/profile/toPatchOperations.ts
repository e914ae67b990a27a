import { assertNever } from '../../../model/assertNever.ts'
import type { ValueAttribute } from '../../../model/resource.ts'
import { jsonLiteral } from '../jsonLiteral.ts'
import type { Layout } from './layout.ts'
import { type PatchOperation, setOperation, singleOperation, type UserEdit } from './patchOperation.ts'
import { attributePath, type ItemPlace } from './place.ts'
import { isEmailAddress, workEmail } from './toScimUser.ts'
import { holdsEmployeeType, userTypeAfter } from './userType.ts'

/**
 * The PATCH of an edit, made from the old values alone. `read-first` when they do not tell whether the item of a list
 * exists: stores refuse a value path that matches nothing, and adding could double the item (see `repairOperations`).
 */
export type PatchByPath =
  | { readonly kind: 'operations'; readonly operations: readonly PatchOperation[] }
  | { readonly kind: 'read-first' }

export function toPatchOperations(layout: Layout, edit: UserEdit): PatchByPath {
  const operations: PatchOperation[] = []
  const items = new Map<string, { place: ItemPlace; attributes: ValueAttribute[] }>()
  if (edit.active !== undefined) operations.push({ op: 'replace', path: 'active', value: edit.active })
  for (const [attribute, place] of layout.places) {
    if (!Object.hasOwn(edit.values, attribute)) continue
    const before = edit.before[attribute] || null
    const after = edit.values[attribute] || null
    switch (place.kind) {
      case 'user-name':
        operations.push(...userNameOperations(layout, before, after))
        break
      case 'main-email':
        operations.push(...mainEmailOperations(before, after))
        break
      case 'user-type':
        break
      case 'further-email':
        operations.push(...furtherEmailOperations(before, after))
        break
      case 'single':
        operations.push(singleOperation(place, before, after))
        break
      case 'texts':
        operations.push(setOperation(attributePath(place.schema, place.name), before, after && [after]))
        break
      case 'item': {
        const key = `${attributePath(place.schema, place.list)}[${place.type}]`
        const group = items.get(key)
        if (group === undefined) items.set(key, { place, attributes: [attribute] })
        else group.attributes.push(attribute)
        break
      }
      default:
        assertNever(place)
    }
  }
  const userType = userTypeOperations(layout, edit)
  if (userType === 'read-first') return { kind: 'read-first' }
  operations.push(...userType)
  for (const { place, attributes } of items.values()) {
    const itemOperations = operationsOfItem(layout, place, attributes, edit)
    if (itemOperations === 'read-first') return { kind: 'read-first' }
    operations.push(...itemOperations)
  }
  return { kind: 'operations', operations }
}

function userNameOperations(layout: Layout, before: string | null, after: string | null): PatchOperation[] {
  if (after === null) return []
  const operations = [setOperation('userName', before, after)]
  const hadEmail = before !== null && isEmailAddress(before)
  if (isEmailAddress(after)) {
    operations.push(
      hadEmail
        ? { op: 'replace', path: `${layout.primaryEmailPath}.value`, value: after }
        : { op: 'add', path: 'emails', value: [workEmail(after, 'primary')] },
    )
  } else if (hadEmail) operations.push({ op: 'remove', path: layout.primaryEmailPath })
  return operations
}

/** Where rooms alone have userType, the old one may be somebody else's, and is not overwritten blindly. */
function userTypeOperations(layout: Layout, { before, values }: UserEdit): PatchOperation[] | 'read-first' {
  const isShared = holdsEmployeeType(layout)
  const current = before.room ? 'room' : (isShared && before.employeeType) || null
  if (!isShared && current === null && values.room) return 'read-first'
  const after = userTypeAfter(layout, current, values)
  return after === current ? [] : [setOperation('userType', current, after)]
}

function mainEmailOperations(before: string | null, after: string | null): PatchOperation[] {
  if (before === null) {
    return after === null ? [] : [{ op: 'add', path: 'emails', value: [workEmail(after, 'primary')] }]
  }
  const path = `emails[value eq ${jsonLiteral(before)}]`
  return after === null ? [{ op: 'remove', path }] : [{ op: 'replace', path: `${path}.value`, value: after }]
}

/** The path names the old address, so that no other further address is ever touched. */
function furtherEmailOperations(before: string | null, after: string | null): PatchOperation[] {
  if (before === null) {
    return after === null ? [] : [{ op: 'add', path: 'emails', value: [workEmail(after, 'further')] }]
  }
  const path = `emails[value eq ${jsonLiteral(before)} and primary eq false]`
  return after === null ? [{ op: 'remove', path }] : [{ op: 'replace', path: `${path}.value`, value: after }]
}

function operationsOfItem(
  layout: Layout,
  place: ItemPlace,
  attributes: readonly ValueAttribute[],
  edit: UserEdit,
): PatchOperation[] | 'read-first' {
  const list = attributePath(place.schema, place.list)
  const path = `${list}[type eq "${place.type}"]`
  const fields = attributes.map((attribute) => {
    const itemPlace = layout.places.get(attribute) as ItemPlace
    const after = edit.values[attribute] || null
    return { name: itemPlace.field, after: after && (itemPlace.spelling?.toStore(after) ?? after) }
  })
  const hadValue = attributes.some((attribute) => Boolean(edit.before[attribute]))
  const siblings = siblingsOf(layout, place)
  const isWhole = siblings.every((sibling) => attributes.includes(sibling))
  if (!hadValue) {
    const values = fields.filter((field) => field.after !== null)
    if (values.length === 0) return []
    if (!isWhole) return 'read-first'
    const added = Object.fromEntries(values.map((field) => [field.name, field.after]))
    return [{ op: 'add', path: list, value: [{ type: place.type, ...added }] }]
  }
  if (isWhole && fields.every((field) => field.after === null)) return [{ op: 'remove', path }]
  return fields.flatMap((field, index): PatchOperation[] => {
    const attribute = attributes[index]
    const wasThere = attribute !== undefined && Boolean(edit.before[attribute])
    if (field.after !== null) return [{ op: 'replace', path: `${path}.${field.name}`, value: field.after }]
    return wasThere ? [{ op: 'remove', path: `${path}.${field.name}` }] : []
  })
}

/** All attributes that share the item. */
function siblingsOf(layout: Layout, place: ItemPlace): ValueAttribute[] {
  return [...layout.places]
    .filter(
      ([, other]) =>
        other.kind === 'item' &&
        other.schema === place.schema &&
        other.list === place.list &&
        other.type === place.type,
    )
    .map(([attribute]) => attribute)
}

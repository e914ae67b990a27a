import { compileValueFilter, type Predicate } from '../filter/compileFilter.ts'
import { isJsonObject, type JsonValue } from '../json.ts'
import { resolvePath } from '../schema/attributePath.ts'
import type { ResourceType } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'
import type { PatchOperation } from './patchOperation.ts'

/** One step of a change of a group's members; ids of members. */
export type MemberChange =
  | { readonly kind: 'add'; readonly ids: readonly string[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'replace'; readonly ids: readonly string[] }
  | { readonly kind: 'remove-matching'; readonly matches: Predicate }

/** The ids in a `members` value: an object or an array of objects with a text `value`. Throws ScimError 400 invalidValue. */
export function memberIds(value: JsonValue | undefined): readonly string[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).map((member) => {
    const id = isJsonObject(member) ? member.value : undefined
    if (typeof id !== 'string') throw new ScimError(400, 'Every member needs its id as value.', 'invalidValue')
    return id
  })
}

function changeAt(type: ResourceType, path: string, operation: PatchOperation): MemberChange | undefined {
  const target = resolvePath(type, path)
  const { attribute, valueFilter: filter } = target ?? {}
  if (attribute?.name !== 'members') return undefined
  if (target?.subAttribute !== undefined) {
    throw new ScimError(400, 'A member cannot be changed: remove it and add another.', 'mutability')
  }
  if (filter === undefined) {
    const ids = memberIds(operation.value)
    if (operation.op !== 'remove') return { kind: operation.op, ids }
    return operation.value === undefined ? { kind: 'replace', ids: [] } : { kind: 'remove', ids }
  }
  if (operation.op !== 'remove') throw new ScimError(400, 'Members are added without a filter.', 'invalidPath')
  if (filter.op === 'eq' && filter.attrPath.toLowerCase() === 'value') {
    return { kind: 'remove', ids: [String(filter.compValue)] }
  }
  return { kind: 'remove-matching', matches: compileValueFilter(attribute, filter) }
}

/**
 * Takes the operations on `members` out of a PATCH, so that their cost follows the change and not the size of the
 * group; the rest is for `applyPatch`. Throws ScimError 400 invalidValue, invalidPath or mutability.
 */
export function splitMemberChanges(
  type: ResourceType,
  operations: readonly PatchOperation[],
): { readonly changes: readonly MemberChange[]; readonly rest: readonly PatchOperation[] } {
  const changes: MemberChange[] = []
  const rest: PatchOperation[] = []
  for (const operation of operations) {
    if (operation.path !== undefined) {
      const change = changeAt(type, operation.path, operation)
      if (change === undefined) rest.push(operation)
      else changes.push(change)
      continue
    }
    if (operation.op === 'remove' || !isJsonObject(operation.value)) continue
    const others = { ...operation.value }
    for (const [key, value] of Object.entries(operation.value)) {
      const change = changeAt(type, key, { op: operation.op, value })
      if (change === undefined) continue
      changes.push(change)
      delete others[key]
    }
    rest.push({ ...operation, value: others })
  }
  return { changes, rest }
}

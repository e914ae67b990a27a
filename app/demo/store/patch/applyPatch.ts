import { isDeepStrictEqual } from 'node:util'
import type { Filter } from 'scim2-parse-filter'
import { compileValueFilter } from '../filter/compileFilter.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { AttributeDefinition } from '../schema/attribute.ts'
import { type AttributePath, resolvePath } from '../schema/attributePath.ts'
import type { ResourceType } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'
import type { PatchOperation } from './patchOperation.ts'

/** A path that names an attribute, with the object that holds it. */
interface Target extends AttributePath {
  readonly attribute: AttributeDefinition
  readonly holder: JsonObject
}

function asArray(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function isOneOf(values: readonly JsonValue[], value: JsonValue): boolean {
  return values.some((other) => isDeepStrictEqual(other, value))
}

/** What `add` with a value path that matches nothing creates: `[type eq "work"]` gives `{type: "work"}`. */
function itemFromFilter(filter: Filter, path: string): JsonObject {
  const parts = filter.op === 'and' ? filter.filters : [filter]
  const item: JsonObject = {}
  for (const part of parts) {
    if (part.op !== 'eq') throw new ScimError(400, `Nothing matches the path ${path}.`, 'noTarget')
    item[part.attrPath] = part.compValue
  }
  return item
}

/** At most one value is primary: the one that has just become so wins (RFC 7644 section 3.5.2). */
function settlePrimary(items: readonly JsonValue[], before: ReadonlySet<JsonValue>): void {
  const primaries = items.filter((item) => isJsonObject(item) && item.primary === true)
  const fresh = primaries.filter((item) => !before.has(item))
  if (primaries.length < 2 || fresh.length !== 1) return
  for (const item of primaries) if (isJsonObject(item) && !fresh.includes(item)) item.primary = false
}

function setWhole({ attribute, holder }: Target, operation: PatchOperation): void {
  const { name } = attribute
  const current = holder[name]
  if (operation.op === 'remove') {
    if (attribute.multiValued && operation.value !== undefined) {
      const unwanted = asArray(operation.value)
      holder[name] = asArray(current).filter((item) => !isUnwanted(item, unwanted))
      return
    }
    delete holder[name]
    return
  }
  const { op, value } = operation
  if (value === null) {
    delete holder[name]
  } else if (attribute.multiValued) {
    const added = asArray(value)
    const kept = asArray(current)
    holder[name] = op === 'replace' ? added : [...kept, ...added.filter((item) => !isOneOf(kept, item))]
  } else if (attribute.type === 'complex' && isJsonObject(value)) {
    holder[name] = { ...(isJsonObject(current) ? current : {}), ...value }
  } else {
    holder[name] = value
  }
}

function isUnwanted(item: JsonValue, unwanted: readonly JsonValue[]): boolean {
  const hasValue = isJsonObject(item) && item.value !== undefined
  return unwanted.some((other) =>
    hasValue && isJsonObject(other) && other.value !== undefined
      ? other.value === item.value
      : isDeepStrictEqual(other, item),
  )
}

function setSubAttribute(item: JsonObject, name: string, operation: PatchOperation): void {
  if (operation.op === 'remove' || operation.value === null) delete item[name]
  else item[name] = operation.value
}

function setMatching(target: Target, filter: Filter, operation: PatchOperation): void {
  const { attribute, holder, subAttribute } = target
  const path = operation.path ?? attribute.name
  const matches = compileValueFilter(attribute, filter)
  const items = asArray(holder[attribute.name])
  const chosen = items.filter(matches)
  if (chosen.length === 0) {
    if (operation.op === 'remove') return
    if (operation.op === 'replace') throw new ScimError(400, `Nothing matches the path ${path}.`, 'noTarget')
    const item = itemFromFilter(filter, path)
    if (subAttribute === undefined) Object.assign(item, operation.value)
    else setSubAttribute(item, subAttribute.name, operation)
    holder[attribute.name] = [...items, item]
  } else if (subAttribute !== undefined) {
    for (const item of chosen) if (isJsonObject(item)) setSubAttribute(item, subAttribute.name, operation)
  } else if (operation.op === 'remove') {
    holder[attribute.name] = items.filter((item) => !chosen.includes(item))
  } else {
    const { op, value } = operation
    holder[attribute.name] = items.map((item) => {
      if (!chosen.includes(item)) return item
      return op === 'add' && isJsonObject(item) && isJsonObject(value) ? { ...item, ...value } : structuredClone(value)
    })
  }
}

function setPart(target: Target, sub: AttributeDefinition, operation: PatchOperation): void {
  const { attribute, holder } = target
  const current = holder[attribute.name]
  if (attribute.multiValued) {
    const items = asArray(current).filter(isJsonObject)
    if (items.length === 0 && operation.op !== 'remove') {
      throw new ScimError(400, `Nothing matches the path ${operation.path ?? target.canonical}.`, 'noTarget')
    }
    for (const item of items) setSubAttribute(item, sub.name, operation)
    return
  }
  const item = isJsonObject(current) ? current : {}
  setSubAttribute(item, sub.name, operation)
  holder[attribute.name] = item
}

function checkMutable({ attribute, subAttribute }: Target, operation: PatchOperation): void {
  const leaf = subAttribute ?? attribute
  if (attribute.mutability === 'readOnly' || leaf.mutability === 'readOnly') {
    throw new ScimError(400, `${leaf.name} cannot be changed by clients.`, 'mutability')
  }
  if (operation.op === 'remove' && attribute.required && subAttribute === undefined) {
    throw new ScimError(400, `${attribute.name} is required and cannot be removed.`, 'mutability')
  }
}

function applyAt(target: Target, operation: PatchOperation): void {
  checkMutable(target, operation)
  const { attribute, holder, subAttribute, valueFilter } = target
  const before = new Set(asArray(holder[attribute.name]).filter((item) => isJsonObject(item) && item.primary === true))
  if (valueFilter !== undefined) setMatching(target, valueFilter, operation)
  else if (subAttribute !== undefined) setPart(target, subAttribute, operation)
  else setWhole(target, operation)
  if (attribute.multiValued) settlePrimary(asArray(holder[attribute.name]), before)
}

function holderOf(resource: JsonObject, path: AttributePath): JsonObject {
  if (path.extension === undefined) return resource
  const existing = resource[path.extension.id]
  if (isJsonObject(existing)) return existing
  const created: JsonObject = {}
  resource[path.extension.id] = created
  return created
}

/** Applies one operation per key of a value that came without a path, or with an extension's URN as its path. */
function applyKeys(
  type: ResourceType,
  resource: JsonObject,
  op: 'add' | 'replace',
  prefix: string,
  value: JsonObject,
): void {
  for (const [key, part] of Object.entries(value)) {
    const path = resolvePath(type, `${prefix}${key}`)
    const readOnly = path?.attribute?.mutability === 'readOnly' || path?.subAttribute?.mutability === 'readOnly'
    if (path !== undefined && !readOnly) applyOperation(type, resource, { op, path: `${prefix}${key}`, value: part })
  }
}

function applyOperation(type: ResourceType, resource: JsonObject, operation: PatchOperation): void {
  if (operation.op !== 'remove' && operation.path === undefined) {
    if (isJsonObject(operation.value)) applyKeys(type, resource, operation.op, '', operation.value)
    return
  }
  const text = operation.path ?? ''
  const path = resolvePath(type, text)
  if (path === undefined) throw new ScimError(400, `There is no attribute ${text}.`, 'invalidPath')
  const { attribute, extension } = path
  if (attribute !== undefined) {
    applyAt({ ...path, attribute, holder: holderOf(resource, path) }, operation)
  } else if (extension !== undefined) {
    if (operation.op === 'remove' || operation.value === null) delete resource[extension.id]
    else if (isJsonObject(operation.value)) {
      applyKeys(type, resource, operation.op, `${extension.id}:`, operation.value)
    } else throw new ScimError(400, `${extension.id} must be an object.`, 'invalidValue')
  }
}

/**
 * Applies PATCH operations to a resource in place (RFC 7644 section 3.5.2); the resource may be left half changed when
 * one of them fails. Unknown and read-only keys of a value without path are dropped; as a path they are refused.
 * Throws ScimError 400 noTarget, invalidPath, invalidFilter, invalidValue or mutability.
 */
export function applyPatch(type: ResourceType, resource: JsonObject, operations: readonly PatchOperation[]): void {
  for (const operation of operations) applyOperation(type, resource, operation)
}

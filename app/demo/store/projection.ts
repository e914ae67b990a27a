import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import { type AttributePath, resolvePath } from './schema/attributePath.ts'
import type { ResourceType } from './schema/resourceType.ts'
import { ScimError } from './scimError.ts'

/** Which attributes an answer holds (RFC 7644 section 3.9). Names that the type does not have are left out. */
export type Projection =
  | { readonly kind: 'default' }
  | { readonly kind: 'only' | 'without'; readonly paths: readonly AttributePath[] }

/**
 * Reads `attributes` and `excludedAttributes`: comma-separated text or an array of names.
 * Throws ScimError 400 invalidValue when both are given.
 */
export function parseProjection(type: ResourceType, attributes: unknown, excluded: unknown): Projection {
  const only = names(attributes)
  const without = names(excluded)
  if (only.length > 0 && without.length > 0) {
    throw new ScimError(400, 'attributes and excludedAttributes exclude each other.', 'invalidValue')
  }
  const resolve = (list: readonly string[]) =>
    list.map((name) => resolvePath(type, name)).filter((path) => path !== undefined)
  if (only.length > 0) return { kind: 'only', paths: resolve(only) }
  if (without.length > 0) return { kind: 'without', paths: resolve(without) }
  return { kind: 'default' }
}

function names(input: unknown): readonly string[] {
  const list = Array.isArray(input) ? input : typeof input === 'string' ? input.split(',') : []
  return list.map((name) => String(name).trim()).filter((name) => name !== '')
}

/** Whether an answer holds a top-level core attribute at all, so that it has to be gathered. */
export function isWanted(projection: Projection, name: 'members' | 'groups'): boolean {
  switch (projection.kind) {
    case 'default':
      return true
    case 'only':
      return projection.paths.some(({ attribute }) => attribute?.name === name)
    case 'without':
      return !projection.paths.some(({ canonical }) => canonical === name)
  }
}

/** How much of a user's photos an answer holds; the bytes of pictures are read only for `whole`. */
export function photosShown(projection: Projection): 'whole' | 'without-values' | 'absent' {
  if (projection.kind === 'default') return 'whole'
  const paths = projection.paths.filter(({ attribute }) => attribute?.name === 'photos')
  const parts = paths.map(({ subAttribute }) => subAttribute?.name)
  const named = parts.includes(undefined)
  const valueNamed = parts.includes('value')
  if (projection.kind === 'only') {
    if (parts.length === 0) return 'absent'
    return named || valueNamed ? 'whole' : 'without-values'
  }
  if (named) return 'absent'
  return valueNamed ? 'without-values' : 'whole'
}

/** Whether the projection can touch the stored text beyond what `isWanted` and `photosShown` are asked for. */
export function keepsText(projection: Projection): boolean {
  if (projection.kind === 'default') return true
  return (
    projection.kind === 'without' &&
    projection.paths.every(({ canonical }) => /^(members|groups|photos(\.value)?)$/.test(canonical))
  )
}

function containerOf(resource: JsonObject, path: AttributePath): JsonObject | undefined {
  if (path.extension === undefined) return resource
  const extension = resource[path.extension.id]
  return isJsonObject(extension) ? extension : undefined
}

function isAlwaysReturned({ attribute, subAttribute }: AttributePath): boolean {
  return attribute?.returned === 'always' && subAttribute === undefined
}

function copyPart(value: JsonValue, name: string): JsonValue {
  if (Array.isArray(value)) return value.map((item) => copyPart(item, name))
  return isJsonObject(value) && value[name] !== undefined ? { [name]: value[name] } : {}
}

function mergePart(existing: JsonValue | undefined, added: JsonValue): JsonValue {
  if (Array.isArray(existing) && Array.isArray(added)) {
    return existing.map((item, index) => mergePart(item, added[index] ?? {}))
  }
  return isJsonObject(existing) && isJsonObject(added) ? { ...existing, ...added } : added
}

function only(resource: JsonObject, paths: readonly AttributePath[]): JsonObject {
  const output: JsonObject = {}
  for (const name of ['schemas', 'id']) if (resource[name] !== undefined) output[name] = resource[name]
  for (const path of paths) {
    const from = containerOf(resource, path)
    if (from === undefined) continue
    if (path.attribute === undefined) {
      if (path.extension !== undefined) output[path.extension.id] = from
      continue
    }
    const value = from[path.attribute.name]
    if (value === undefined) continue
    let to = output
    if (path.extension !== undefined) {
      const holder = containerOf(output, path) ?? {}
      output[path.extension.id] = holder
      to = holder
    }
    to[path.attribute.name] =
      path.subAttribute === undefined
        ? value
        : mergePart(to[path.attribute.name], copyPart(value, path.subAttribute.name))
  }
  return output
}

function without(resource: JsonObject, paths: readonly AttributePath[]): JsonObject {
  for (const path of paths) {
    const from = containerOf(resource, path)
    if (from === undefined || isAlwaysReturned(path)) continue
    if (path.attribute === undefined) {
      if (path.extension !== undefined) delete resource[path.extension.id]
    } else if (path.subAttribute === undefined) {
      delete from[path.attribute.name]
    } else {
      const value = from[path.attribute.name]
      for (const item of Array.isArray(value) ? value : [value]) {
        if (isJsonObject(item)) delete item[path.subAttribute.name]
      }
    }
  }
  return resource
}

/** The part of a resource that was asked for; `id` and `schemas` always stay. The given resource may be used up. */
export function project(resource: JsonObject, projection: Projection): JsonObject {
  switch (projection.kind) {
    case 'default':
      return resource
    case 'only':
      return only(resource, projection.paths)
    case 'without':
      return without(resource, projection.paths)
  }
}

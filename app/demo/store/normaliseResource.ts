import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import { type AttributeDefinition, findAttribute } from './schema/attribute.ts'
import { commonAttributes } from './schema/commonAttributes.ts'
import type { ResourceType } from './schema/resourceType.ts'
import { ScimError } from './scimError.ts'

function wrong(place: string, wanted: string): ScimError {
  return new ScimError(400, `${place} must be ${wanted}.`, 'invalidValue')
}

function single(definition: AttributeDefinition, value: JsonValue, place: string): JsonValue | undefined {
  switch (definition.type) {
    case 'complex': {
      if (!isJsonObject(value)) throw wrong(place, 'an object')
      const parts = keepKnown(definition.subAttributes ?? [], value, `${place}.`)
      return Object.keys(parts).length === 0 ? undefined : parts
    }
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(place, 'true or false')
      return value
    case 'integer':
      if (!Number.isInteger(value)) throw wrong(place, 'a whole number')
      return value
    case 'decimal':
      if (typeof value !== 'number') throw wrong(place, 'a number')
      return value
    case 'dateTime':
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw wrong(place, 'a date and time')
      return value
    default:
      if (typeof value !== 'string') throw wrong(place, 'a text')
      return value
  }
}

function several(definition: AttributeDefinition, value: JsonValue, place: string): JsonValue[] | undefined {
  if (!Array.isArray(value)) throw wrong(place, 'an array')
  const items: JsonValue[] = []
  for (const [index, item] of value.entries()) {
    const kept = item === null ? undefined : single(definition, item, `${place}[${index}]`)
    if (kept !== undefined) items.push(kept)
  }
  const primaries = items.filter((item) => isJsonObject(item) && item.primary === true).length
  if (primaries > 1) throw wrong(place, `marked primary at most once, not ${primaries} times`)
  return items.length === 0 ? undefined : items
}

function isKept({ mutability, returned }: AttributeDefinition): boolean {
  return mutability !== 'readOnly' && returned !== 'never'
}

function keepKnown(definitions: readonly AttributeDefinition[], input: JsonObject, prefix: string): JsonObject {
  const output: JsonObject = {}
  for (const [name, value] of Object.entries(input)) {
    const definition = findAttribute(definitions, name)
    if (definition === undefined || value === null || !isKept(definition)) continue
    const place = `${prefix}${definition.name}`
    const kept = definition.multiValued ? several(definition, value, place) : single(definition, value, place)
    if (kept !== undefined) output[definition.name] = kept
  }
  for (const definition of definitions) {
    if (definition.required && (output[definition.name] === undefined || output[definition.name] === '')) {
      throw new ScimError(400, `${prefix}${definition.name} is required.`, 'invalidValue')
    }
  }
  return output
}

/**
 * The resource as the store keeps it: known attributes only, in the schema's spelling, without nulls and empty values,
 * without what clients may not set (id, meta, groups) and without passwords; `schemas` as the extensions in use say.
 * Throws ScimError 400 invalidValue for a value of the wrong type and for a missing required attribute.
 */
export function normaliseResource(type: ResourceType, input: JsonObject): JsonObject {
  const schemas: JsonValue[] = [type.core.id]
  const resource: JsonObject = { schemas, ...keepKnown(topLevelAttributes(type), input, '') }
  for (const [key, value] of Object.entries(input)) {
    const extension = type.extensions.find(({ id }) => id.toLowerCase() === key.toLowerCase())
    if (extension === undefined || value === null) continue
    if (!isJsonObject(value)) throw wrong(key, 'an object')
    const kept = keepKnown(extension.attributes, value, `${extension.id}:`)
    if (Object.keys(kept).length === 0) continue
    resource[extension.id] = kept
    schemas.push(extension.id)
  }
  return resource
}

const withCommon = new WeakMap<ResourceType, readonly AttributeDefinition[]>()

function topLevelAttributes(type: ResourceType): readonly AttributeDefinition[] {
  const known = withCommon.get(type)
  if (known !== undefined) return known
  const all = [...commonAttributes, ...type.core.attributes]
  withCommon.set(type, all)
  return all
}

/** Throws ScimError 400 invalidSyntax unless the input is an object whose `schemas` name the type's core schema. */
export function checkSchemas(type: ResourceType, input: unknown): JsonObject {
  if (!isJsonObject(input)) throw new ScimError(400, 'The body must be a JSON object.', 'invalidSyntax')
  const { schemas } = input
  const wanted = type.core.id.toLowerCase()
  if (!Array.isArray(schemas) || !schemas.some((urn) => typeof urn === 'string' && urn.toLowerCase() === wanted)) {
    throw new ScimError(400, `schemas must be an array that holds ${type.core.id}.`, 'invalidSyntax')
  }
  return input
}

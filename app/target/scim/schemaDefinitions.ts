import { assertNever } from '../../model/assertNever.ts'
import { type JsonObject, jsonObjects, jsonText } from './jsonObject.ts'
import type { Place } from './profile/place.ts'

/** The definitions of attributes by the URN of their schema (RFC 7643 section 7). */
export type SchemaDefinitions = ReadonlyMap<string, readonly JsonObject[]>

export function schemaDefinitions(answer: JsonObject): SchemaDefinitions {
  return new Map(
    jsonObjects(answer.Resources).map((schema) => [jsonText(schema.id) ?? '', jsonObjects(schema.attributes)]),
  )
}

/** Whether a schema has the attribute, with all parts of its path, and clients may write it. */
export function hasWritable(schema: readonly JsonObject[] | undefined, path: readonly string[]): boolean {
  let level = schema ?? []
  for (const name of path) {
    const definition = level.find((candidate) => jsonText(candidate.name)?.toLowerCase() === name.toLowerCase())
    if (definition === undefined || definition.mutability === 'readOnly') return false
    level = jsonObjects(definition.subAttributes)
  }
  return true
}

/** The names that lead to a place inside its schema. */
export function pathOf(place: Place): readonly string[] {
  switch (place.kind) {
    case 'single':
      return place.path
    case 'item':
      return [place.list, place.field]
    case 'texts':
      return [place.name]
    case 'user-type':
      return ['userType']
    case 'user-name':
    case 'main-email':
    case 'further-email':
      return ['emails', 'value']
    default:
      return assertNever(place)
  }
}

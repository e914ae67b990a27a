import type { UserValues, ValueAttribute } from '../../../model/resource.ts'
import { type JsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Layout } from './layout.ts'
import { readValue } from './readValue.ts'

/** Every value that a resource has, in canonical form. */
export function readValues(layout: Layout, resource: JsonObject): UserValues {
  const values: Partial<Record<ValueAttribute, string>> = {}
  for (const [attribute, place] of layout.places) {
    const value = readValue(place, resource)
    if (value !== null) values[attribute] = value
  }
  return values
}

/** All e-mail addresses of a resource. */
export function readEmails(resource: JsonObject): readonly string[] {
  return jsonObjects(resource.emails).flatMap((email) => jsonText(email.value) ?? [])
}

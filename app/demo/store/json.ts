export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject

/** A JSON object that may be changed in place; keys keep the order in which they were written. */
export interface JsonObject {
  [key: string]: JsonValue
}

/** True for `{…}` only: neither an array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

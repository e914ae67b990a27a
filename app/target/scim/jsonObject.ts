/** A JSON object as it came from the store: nothing is known of its members. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value when it is a JSON object, else null. */
export function jsonObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null
}

/** The JSON objects of a list; a single object counts as a list of one, anything else as none. */
export function jsonObjects(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value)) {
    const single = jsonObject(value)
    return single === null ? [] : [single]
  }
  return value.filter((item) => jsonObject(item) !== null)
}

/** The value when it is a text that is not empty, else null. */
export function jsonText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The value when it is a number, or digits in a text; else null. */
export function jsonNumber(value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null
}

/**
 * JSON in which equal values have equal texts: keys sorted by code unit, no white space, absent and undefined alike.
 * Takes plain data only (what JSON can hold).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

import { readPath } from '../filter/compileFilter.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { AttributePath } from '../schema/attributePath.ts'

export type SortKey = string | number | undefined

/** What a resource is sorted by: of several values the primary one, else the first (RFC 7644 section 3.4.2.3). */
export function sortKey(path: AttributePath, resource: JsonObject): SortKey {
  const { subAttribute, ...whole } = path
  const values = readPath(whole, resource)
  const chosen = values.find((value) => isJsonObject(value) && value.primary === true) ?? values[0]
  const value: JsonValue | undefined = isJsonObject(chosen) ? chosen[subAttribute?.name ?? 'value'] : chosen
  if (typeof value === 'number') return value
  if (value === undefined || value === null) return undefined
  const text = String(value)
  return (subAttribute ?? path.attribute)?.caseExact === true ? text : text.toLowerCase()
}

/** Ascending; resources without a value come last. */
export function compareSortKeys(left: SortKey, right: SortKey): number {
  if (left === right) return 0
  if (left === undefined) return 1
  if (right === undefined) return -1
  return left < right ? -1 : 1
}

import { isSame } from './isSame.ts'

/**
 * One's own changes on top of somebody else's: every setting that `mine` has otherwise than `base` is mine, all others are
 * theirs. A list, and a section whose kind was chosen anew, count as one setting.
 */
export function rebased<Value>(base: Value, mine: Value, theirs: Value): Value {
  if (isSame(base, mine)) return theirs
  if (!isSection(base) || !isSection(mine) || !isSection(theirs) || isOfOtherKind(base, mine, theirs)) return mine
  const result: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = rebased<unknown>(base[key], mine[key], theirs[key])
    if (value !== undefined) result[key] = value
  }
  return result as Value
}

/** `method` and `source` decide which other settings there are beside them. */
function isOfOtherKind(...sections: readonly Readonly<Record<string, unknown>>[]): boolean {
  return ['method', 'source', 'env', 'file'].some((key) => new Set(sections.map((section) => section[key])).size > 1)
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

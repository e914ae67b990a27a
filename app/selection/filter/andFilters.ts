import type { Filter } from './filter.ts'

/** True where all of `filters` are; a lone filter stays itself, and an `and` among them is merged in. */
export function andFilters(...filters: readonly Filter[]): Filter {
  const merged = filters.flatMap((filter) => (filter.kind === 'and' ? filter.filters : [filter]))
  const [only] = merged
  return only !== undefined && merged.length === 1 ? only : { kind: 'and', filters: merged }
}

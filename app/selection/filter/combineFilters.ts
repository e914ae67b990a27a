import type { Filter } from './filter.ts'

/** True where all of `filters` are; a lone filter stays itself, and an `and` among them is merged in. */
export function andFilters(...filters: readonly Filter[]): Filter {
  return combine('and', filters)
}

/** True where one of `filters` is; a lone filter stays itself, and an `or` among them is merged in. */
export function orFilters(...filters: readonly Filter[]): Filter {
  return combine('or', filters)
}

/** True where `filter` is false; the opposite of a `not` is what stands inside. */
export function notFilter(filter: Filter): Filter {
  return filter.kind === 'not' ? filter.filter : { kind: 'not', filter }
}

function combine(kind: 'and' | 'or', filters: readonly Filter[]): Filter {
  const merged = filters.flatMap((filter) => (filter.kind === kind && 'filters' in filter ? filter.filters : [filter]))
  const [only] = merged
  return only !== undefined && merged.length === 1 ? only : { kind, filters: merged }
}

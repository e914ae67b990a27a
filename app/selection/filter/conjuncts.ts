import type { Filter } from './filter.ts'
import { formatFilter } from './formatFilter.ts'

/** The conditions that must all hold where a filter matches, in canonical form; those of an `and` within an `and` too. */
export function conjuncts(filter: Filter): readonly string[] {
  return filter.kind === 'and' ? filter.filters.flatMap(conjuncts) : [formatFilter(filter)]
}

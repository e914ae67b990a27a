import type { Filter } from 'scim2-parse-filter'

/** One comparison of a filter: `emails[type eq "work"]` gives `emails.type` and `eq`. */
export interface FilterPath {
  readonly attrPath: string
  readonly op: string
}

/** Every comparison in a filter, in order, with names as they were written. */
export function filterPaths(filter: Filter): readonly FilterPath[] {
  switch (filter.op) {
    case 'and':
    case 'or':
      return filter.filters.flatMap(filterPaths)
    case 'not':
      return filterPaths(filter.filter)
    case '[]':
      return filterPaths(filter.valFilter).map(({ attrPath, op }) => ({
        attrPath: `${filter.attrPath}.${attrPath}`,
        op,
      }))
    default:
      return [{ attrPath: filter.attrPath, op: filter.op }]
  }
}

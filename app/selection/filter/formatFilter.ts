import { assertNever } from '../../model/assertNever.ts'
import { escapeAssertion } from './assertionValue.ts'
import type { AssertionValue, Filter, SubstringsFilter } from './filter.ts'

const operators = { equality: '=', greaterOrEqual: '>=', lessOrEqual: '<=', approx: '~=' } as const

/** The canonical text of a filter (RFC 4515): no white space, every value escaped as its bytes require. */
export function formatFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
      return `(&${filter.filters.map(formatFilter).join('')})`
    case 'or':
      return `(|${filter.filters.map(formatFilter).join('')})`
    case 'not':
      return `(!${formatFilter(filter.filter)})`
    case 'present':
      return `(${filter.attribute}=*)`
    case 'substrings':
      return `(${filter.attribute}=${formatSubstrings(filter)})`
    case 'equality':
    case 'greaterOrEqual':
    case 'lessOrEqual':
    case 'approx':
      return `(${filter.attribute}${operators[filter.kind]}${formatValue(filter.value)})`
    case 'extensible': {
      const rule = filter.matchingRule === undefined ? '' : `:${filter.matchingRule}`
      return `(${filter.attribute ?? ''}${filter.dnAttributes ? ':dn' : ''}${rule}:=${formatValue(filter.value)})`
    }
    default:
      return assertNever(filter)
  }
}

function formatSubstrings(filter: SubstringsFilter): string {
  return [formatValue(filter.initial), ...filter.any.map(formatValue), formatValue(filter.final)].join('*')
}

function formatValue(value: AssertionValue | undefined): string {
  return value === undefined ? '' : escapeAssertion(value.bytes)
}

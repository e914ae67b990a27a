import { assertNever } from '../../model/assertNever.ts'
import type { Attributes } from '../../model/entry.ts'
import { compareOrdered } from './compareOrdered.ts'
import type { Filter, SubstringsFilter } from './filter.ts'
import { isEqualValue } from './isEqualValue.ts'
import { matchesExtensible } from './matchesExtensible.ts'
import { attributeName } from './usedAttributes.ts'

/** `undefined` where nobody can tell: an unknown matching rule, or values that it cannot compare. */
export type FilterResult = 'true' | 'false' | 'undefined'

/**
 * Whether an entry with these attributes matches, in the three-valued logic of RFC 4511 4.5.1.7: a directory returns the
 * entry only for `true`. An attribute that is not there is false. Texts compare without regard to letter case, integers
 * by value, DNs as DNs; `objectCategory=person` means the class, as on Active Directory.
 */
export function matchesFilter(filter: Filter, attributes: Attributes): FilterResult {
  switch (filter.kind) {
    case 'and':
      return matchesAll(filter.filters, attributes)
    case 'or':
      return matchesAny(filter.filters, attributes)
    case 'not':
      return negate(matchesFilter(filter.filter, attributes))
    case 'present':
      return toResult(valuesOf(attributes, filter.attribute).length > 0)
    case 'equality':
    case 'approx': {
      const name = attributeName(filter.attribute)
      return toResult(valuesOf(attributes, name).some((value) => isEqualValue(name, value, filter.value)))
    }
    case 'substrings':
      return toResult(valuesOf(attributes, filter.attribute).some((value) => matchesSubstrings(filter, value)))
    case 'greaterOrEqual':
      return toResult(valuesOf(attributes, filter.attribute).some((it) => compareOrdered(it, filter.value.text) >= 0))
    case 'lessOrEqual':
      return toResult(valuesOf(attributes, filter.attribute).some((it) => compareOrdered(it, filter.value.text) <= 0))
    case 'extensible':
      return filter.attribute === undefined
        ? 'undefined'
        : matchesExtensible(filter, attributeName(filter.attribute), valuesOf(attributes, filter.attribute))
    default:
      return assertNever(filter)
  }
}

function matchesAll(filters: readonly Filter[], attributes: Attributes): FilterResult {
  let result: FilterResult = 'true'
  for (const filter of filters) {
    const one = matchesFilter(filter, attributes)
    if (one === 'false') return 'false'
    if (one === 'undefined') result = 'undefined'
  }
  return result
}

function matchesAny(filters: readonly Filter[], attributes: Attributes): FilterResult {
  let result: FilterResult = 'false'
  for (const filter of filters) {
    const one = matchesFilter(filter, attributes)
    if (one === 'true') return 'true'
    if (one === 'undefined') result = 'undefined'
  }
  return result
}

function negate(result: FilterResult): FilterResult {
  if (result === 'undefined') return 'undefined'
  return result === 'true' ? 'false' : 'true'
}

function toResult(matched: boolean): FilterResult {
  return matched ? 'true' : 'false'
}

const none: readonly string[] = []

function valuesOf(attributes: Attributes, description: string): readonly string[] {
  const name = attributeName(description)
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? none) : none
}

function matchesSubstrings(filter: SubstringsFilter, value: string): boolean {
  const text = value.toLowerCase()
  const initial = filter.initial?.text.toLowerCase() ?? ''
  const final = filter.final?.text.toLowerCase() ?? ''
  if (!text.startsWith(initial)) return false
  let from = initial.length
  for (const part of filter.any) {
    const wanted = part.text.toLowerCase()
    const found = text.indexOf(wanted, from)
    if (found === -1) return false
    from = found + wanted.length
  }
  return text.length - final.length >= from && text.endsWith(final)
}

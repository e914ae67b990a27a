import { toInteger } from './compareOrdered.ts'
import type { ExtensibleFilter } from './filter.ts'
import { isEqualValue } from './isEqualValue.ts'
import type { FilterResult } from './matchesFilter.ts'

const bitAnd = '1.2.840.113556.1.4.803'
const bitOr = '1.2.840.113556.1.4.804'
const caseExact = ['2.5.13.5', 'caseexactmatch', '1.3.6.1.4.1.1466.109.114.1', 'caseexactia5match']
const asEquality = [
  ...['2.5.13.2', 'caseignorematch', '1.3.6.1.4.1.1466.109.114.2', 'caseignoreia5match'],
  ...['2.5.13.1', 'distinguishednamematch', '2.5.13.14', 'integermatch', '2.5.13.0', 'objectidentifiermatch'],
]

/** Evaluates `attribute:rule:=value`. A rule that is not known here, or that does not fit the value, is undefined. */
export function matchesExtensible(filter: ExtensibleFilter, name: string, values: readonly string[]): FilterResult {
  const rule = filter.matchingRule?.toLowerCase()
  if (rule === bitAnd || rule === bitOr) return matchesBits(rule, values, toInteger(filter.value.text))
  if (rule !== undefined && caseExact.includes(rule)) return values.includes(filter.value.text) ? 'true' : 'false'
  if (rule !== undefined && !asEquality.includes(rule)) return 'undefined'
  return values.some((value) => isEqualValue(name, value, filter.value)) ? 'true' : 'false'
}

function matchesBits(rule: string, values: readonly string[], mask: bigint | undefined): FilterResult {
  if (mask === undefined) return 'undefined'
  let result: FilterResult = 'false'
  for (const value of values) {
    const bits = toInteger(value)
    if (bits === undefined) result = 'undefined'
    else if (rule === bitAnd ? (bits & mask) === mask : (bits & mask) !== 0n) return 'true'
  }
  return result
}

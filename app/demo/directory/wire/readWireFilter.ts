import { type BerReader, SearchFilter } from 'ldapts'
import { assertionValue } from '../../../selection/filter/assertionValue.ts'
import type { AssertionValue, ExtensibleFilter, Filter, SubstringsFilter } from '../../../selection/filter/filter.ts'
import { present, readBytes, readText } from './readValue.ts'

const deepest = 500
const comparisons = new Map<number, 'equality' | 'greaterOrEqual' | 'lessOrEqual' | 'approx'>([
  [SearchFilter.equalityMatch, 'equality'],
  [SearchFilter.greaterOrEqual, 'greaterOrEqual'],
  [SearchFilter.lessOrEqual, 'lessOrEqual'],
  [SearchFilter.approxMatch, 'approx'],
])

/** Decodes the filter of a search request (RFC 4511 4.5.1). */
export function readWireFilter(reader: BerReader, depth = 1): Filter {
  if (depth > deepest) throw new Error(`The filter is nested deeper than ${deepest} levels.`)
  const tag = present(reader.peek())
  if (tag === SearchFilter.present) return { kind: 'present', attribute: readText(reader, tag) }
  present(reader.readSequence())
  const end = reader.offset + reader.length
  const comparison = comparisons.get(tag)
  if (comparison !== undefined) return { kind: comparison, attribute: readText(reader), value: readAssertion(reader) }
  switch (tag) {
    case SearchFilter.and:
      return { kind: 'and', filters: readFilters(reader, end, depth) }
    case SearchFilter.or:
      return { kind: 'or', filters: readFilters(reader, end, depth) }
    case SearchFilter.not:
      return { kind: 'not', filter: readWireFilter(reader, depth + 1) }
    case SearchFilter.substrings:
      return readSubstrings(reader)
    case SearchFilter.extensibleMatch:
      return readExtensible(reader, end)
    default:
      throw new Error(`There is no filter 0x${tag.toString(16)}.`)
  }
}

function readFilters(reader: BerReader, end: number, depth: number): readonly Filter[] {
  const filters: Filter[] = []
  while (reader.offset < end) filters.push(readWireFilter(reader, depth + 1))
  return filters
}

function readSubstrings(reader: BerReader): SubstringsFilter {
  const attribute = readText(reader)
  present(reader.readSequence())
  const end = reader.offset + reader.length
  let parts: { initial?: AssertionValue; final?: AssertionValue } = {}
  const any: AssertionValue[] = []
  while (reader.offset < end) {
    const tag = present(reader.peek())
    const value = readAssertion(reader, tag)
    if (tag === 0x80) parts = { ...parts, initial: value }
    else if (tag === 0x81) any.push(value)
    else if (tag === 0x82) parts = { ...parts, final: value }
    else throw new Error(`There is no substring 0x${tag.toString(16)}.`)
  }
  return { kind: 'substrings', attribute, ...parts, any }
}

function readExtensible(reader: BerReader, end: number): ExtensibleFilter {
  const rule = reader.peek() === 0x81 ? { matchingRule: readText(reader, 0x81) } : {}
  const attribute = reader.peek() === 0x82 ? { attribute: readText(reader, 0x82) } : {}
  const value = readAssertion(reader, 0x83)
  const dnAttributes = reader.offset < end && present(reader.readTag(0x84)) !== 0
  return { kind: 'extensible', ...rule, ...attribute, dnAttributes, value }
}

function readAssertion(reader: BerReader, tag?: number): AssertionValue {
  return assertionValue(readBytes(reader, tag))
}

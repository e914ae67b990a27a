import { type BerWriter, Filter as LdaptsFilter, SearchFilter, type SearchFilterValues } from 'ldapts'
import { assertNever } from '../../../model/assertNever.ts'
import type { AssertionValue, Filter, SubstringsFilter } from '../../../selection/filter/filter.ts'

const octetString = 0x04
const tags = {
  and: 0xa0,
  or: 0xa1,
  not: 0xa2,
  equality: 0xa3,
  substrings: 0xa4,
  greaterOrEqual: 0xa5,
  lessOrEqual: 0xa6,
  present: 0x87,
  approx: 0xa8,
  extensible: 0xa9,
} as const

/**
 * A filter for ldapts' search request that sends the bytes of every value as they were written (RFC 4511 4.5.1.7):
 * ldapts' own filters take text, which spoils escapes such as `\ff`.
 */
export class EncodedFilter extends LdaptsFilter {
  type: SearchFilterValues = SearchFilter.and
  readonly #filter: Filter

  constructor(filter: Filter) {
    super()
    this.#filter = filter
  }

  override write(writer: BerWriter): void {
    writeFilter(writer, this.#filter)
  }

  override toString(): string {
    return `encoded ${this.#filter.kind} filter`
  }
}

function writeFilter(writer: BerWriter, filter: Filter): void {
  if (filter.kind === 'present') {
    writer.writeString(filter.attribute, tags.present)
    return
  }
  writer.startSequence(tags[filter.kind])
  writeContent(writer, filter)
  writer.endSequence()
}

function writeContent(writer: BerWriter, filter: Exclude<Filter, { kind: 'present' }>): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      for (const each of filter.filters) writeFilter(writer, each)
      return
    case 'not':
      writeFilter(writer, filter.filter)
      return
    case 'equality':
    case 'greaterOrEqual':
    case 'lessOrEqual':
    case 'approx':
      writer.writeString(filter.attribute)
      writeValue(writer, filter.value, octetString)
      return
    case 'substrings':
      writeSubstrings(writer, filter)
      return
    case 'extensible':
      if (filter.matchingRule !== undefined) writer.writeString(filter.matchingRule, 0x81)
      if (filter.attribute !== undefined) writer.writeString(filter.attribute, 0x82)
      writeValue(writer, filter.value, 0x83)
      if (filter.dnAttributes) writer.writeBoolean(true, 0x84)
      return
    default:
      assertNever(filter)
  }
}

function writeSubstrings(writer: BerWriter, filter: SubstringsFilter): void {
  writer.writeString(filter.attribute)
  writer.startSequence()
  if (filter.initial !== undefined) writeValue(writer, filter.initial, 0x80)
  for (const part of filter.any) writeValue(writer, part, 0x81)
  if (filter.final !== undefined) writeValue(writer, filter.final, 0x82)
  writer.endSequence()
}

function writeValue(writer: BerWriter, value: AssertionValue, tag: number): void {
  writer.writeBuffer(Buffer.from(value.bytes), tag)
}

import { type AttributeName, AttributeNames, type AttributeNamesOptions, type ValueRange } from './attributeNames.ts'
import { BerCursor } from './berCursor.ts'
import { valueText } from './valueText.ts'

/** One SearchResultEntry. */
export interface DecodedEntry {
  readonly dn: string
  /** Values by lower-case name, only of attributes that are to be shown and have values. */
  readonly attributes: Record<string, readonly string[]>
  /** The same for what the reader needs for itself: anchor, members. */
  readonly aside: Record<string, readonly string[]>
  /** Attributes of which the server gave only a part, and which part; undefined for most entries. */
  readonly partial: ReadonlyMap<string, ValueRange> | undefined
}

const octetString = 0x04
const sequence = 0x30
const set = 0x31
const none: readonly string[] = []

/**
 * Turns search results into entries. Servers send the same attributes in much the same order for every entry, so the
 * name found at a place last time is tried first, byte by byte, before the bytes are made a text and looked up.
 */
export class EntryDecoder {
  readonly #names: AttributeNames
  readonly #cursor = new BerCursor()
  #expected: { readonly bytes: Buffer; readonly name: AttributeName }[] = []

  constructor(options: AttributeNamesOptions) {
    this.#names = new AttributeNames(options)
  }

  /** `start` is right behind the entry's own tag and length. Throws MalformedMessageError. */
  decode(buffer: Buffer, start: number, end: number): DecodedEntry {
    const cursor = this.#cursor
    cursor.buffer = buffer
    cursor.at = start
    const dnEnd = cursor.open(octetString)
    const dn = buffer.toString('utf8', cursor.at, dnEnd)
    cursor.at = dnEnd
    const attributes: Record<string, readonly string[]> = {}
    const aside: Record<string, readonly string[]> = {}
    let partial: Map<string, ValueRange> | undefined
    let optioned: Set<string> | undefined
    cursor.open(sequence)
    for (let place = 0; cursor.at < end; place += 1) {
      const attributeEnd = cursor.open(sequence)
      const nameEnd = cursor.open(octetString)
      const name = this.#nameAt(place, cursor.at, nameEnd)
      cursor.at = nameEnd
      if (name.isShown || name.isAside) {
        const values = this.#readValues(name)
        const order = !name.isOptioned && optioned?.has(name.name) ? 'first' : 'last'
        if (name.isShown) addValues(attributes, name.name, values, order)
        if (name.isAside) addValues(aside, name.name, values, order)
        if (name.isOptioned) optioned = (optioned ?? new Set<string>()).add(name.name)
        if (name.range !== null && name.range.last !== null) {
          partial = (partial ?? new Map<string, ValueRange>()).set(name.name, name.range)
        }
      }
      cursor.at = attributeEnd
    }
    return { dn, attributes, aside, partial }
  }

  #readValues(name: AttributeName): readonly string[] {
    const cursor = this.#cursor
    const end = cursor.open(set)
    if (cursor.at === end) return none
    // Most attributes have one value: a literal of one takes a tenth of the memory that a first push reserves.
    const values = [this.#readValue(name)]
    while (cursor.at < end) values.push(this.#readValue(name))
    return values
  }

  #readValue(name: AttributeName): string {
    const cursor = this.#cursor
    const end = cursor.open(octetString)
    const value = valueText(cursor.buffer, cursor.at, end, name.form)
    cursor.at = end
    return value
  }

  #nameAt(place: number, start: number, end: number): AttributeName {
    const buffer = this.#cursor.buffer
    const expected = this.#expected[place]
    if (expected !== undefined && isEqual(buffer, start, end, expected.bytes)) return expected.name
    const name = this.#names.get(buffer.toString('latin1', start, end))
    if (place <= this.#expected.length)
      this.#expected[place] = { bytes: Buffer.from(buffer.subarray(start, end)), name }
    return name
  }
}

/** Values of the plain attribute stand before those that came with an option (`cn;lang-de`). */
function addValues(
  attributes: Record<string, readonly string[]>,
  name: string,
  values: readonly string[],
  order: 'first' | 'last',
): void {
  if (values.length === 0) return
  const earlier = attributes[name]
  if (earlier === undefined) attributes[name] = values
  else attributes[name] = order === 'first' ? [...values, ...earlier] : [...earlier, ...values]
}

function isEqual(buffer: Buffer, start: number, end: number, bytes: Buffer): boolean {
  if (end - start !== bytes.length) return false
  for (let index = 0; index < bytes.length; index += 1) if (buffer[start + index] !== bytes[index]) return false
  return true
}

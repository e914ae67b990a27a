import { Ber, type BerReader } from 'ldapts'

/** What the reader found; ldapts says null (here: undefined too) where the message ends too early. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The message ends too early.')
  return value
}

export function readText(reader: BerReader, tag: number = Ber.OctetString): string {
  return present(reader.readString(tag))
}

export function readBytes(reader: BerReader, tag: number = Ber.OctetString): Buffer {
  return present(reader.readString(tag, true))
}

import { BerReader, PagedResultsControl } from 'ldapts'
import { BerCursor } from './berCursor.ts'
import { type ResponseControl, readControls } from './control.ts'

/** How an operation ended (RFC 4511 4.1.9), with the controls that came along. */
export interface LdapResult {
  readonly code: number
  readonly matchedDn: string
  /** What the server said in its own words; Active Directory puts its error numbers here. */
  readonly diagnostic: string
  readonly referrals: readonly string[]
  /** The position for the next page; null when there is none, so that this was all. */
  readonly cookie: Buffer | null
  readonly controls: readonly ResponseControl[]
}

const referralTag = 0xa3
const sequence = 0x30
const integer = 0x02
const octetString = 0x04

/** Reads the response in `message`, a whole LDAPMessage of any operation that ends in an LDAPResult. */
export function parseResult(message: Buffer): LdapResult {
  const reader = new BerReader(message)
  reader.readSequence()
  reader.readInt()
  reader.readSequence()
  const end = reader.offset + reader.length
  const code = reader.readEnumeration() ?? 0
  const matchedDn = reader.readString() ?? ''
  const diagnostic = (reader.readString() ?? '').replaceAll('\0', '').trim()
  const referrals = reader.offset < end && reader.peek() === referralTag ? readStrings(reader, referralTag) : []
  const controls = readControls(message, end, message.length)
  return { code, matchedDn, diagnostic, referrals, cookie: pageCookie(controls), controls }
}

/** The URIs of a SearchResultReference in `message`, a whole LDAPMessage. */
export function parseReference(message: Buffer): readonly string[] {
  const reader = new BerReader(message)
  reader.readSequence()
  reader.readInt()
  return readStrings(reader)
}

function readStrings(reader: BerReader, tag?: number): readonly string[] {
  reader.readSequence(tag)
  const end = reader.offset + reader.length
  const strings: string[] = []
  while (reader.offset < end) strings.push(reader.readString() ?? '')
  return strings
}

/** The cookie of a paged results control (RFC 2696). */
function pageCookie(controls: readonly ResponseControl[]): Buffer | null {
  const paged = controls.find((control) => control.oid === PagedResultsControl.type)
  if (paged === undefined) return null
  const cursor = new BerCursor()
  cursor.buffer = paged.value
  cursor.open(sequence)
  cursor.at = cursor.open(integer)
  const end = cursor.open(octetString)
  return cursor.at === end ? null : paged.value.subarray(cursor.at, end)
}

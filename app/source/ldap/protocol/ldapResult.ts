import { Ber, BerReader, PagedResultsControl } from 'ldapts'

/** How an operation ended (RFC 4511 4.1.9), with the controls that the source uses. */
export interface LdapResult {
  readonly code: number
  readonly matchedDn: string
  /** What the server said in its own words; Active Directory puts its error numbers here. */
  readonly diagnostic: string
  readonly referrals: readonly string[]
  /** The position for the next page; null when there is none, so that this was all. */
  readonly cookie: Buffer | null
}

const referralTag = 0xa3
const controlsTag = 0xa0

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
  reader.offset = end
  const cookie = reader.peek() === controlsTag ? readCookie(reader) : null
  return { code, matchedDn, diagnostic, referrals, cookie }
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

function readCookie(reader: BerReader): Buffer | null {
  reader.readSequence(controlsTag)
  const end = reader.offset + reader.length
  while (reader.offset < end) {
    reader.readSequence()
    const controlEnd = reader.offset + reader.length
    if (reader.readString() === PagedResultsControl.type) {
      if (reader.peek() === Ber.Boolean) reader.readBoolean()
      const value = new BerReader(reader.readString(Ber.OctetString, true) ?? Buffer.alloc(0))
      value.readSequence()
      value.readInt()
      const cookie = value.readString(Ber.OctetString, true)
      return cookie === null || cookie.length === 0 ? null : Buffer.from(cookie)
    }
    reader.offset = controlEnd
  }
  return null
}

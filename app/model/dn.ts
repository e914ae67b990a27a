import { ConnectorError } from './error.ts'

/** One `type=value` of an RDN: the type as written, the value as plain text without escapes. */
export interface DnAttribute {
  readonly type: string
  readonly value: string
}

/** One level of a DN; more than one attribute only in multi-valued RDNs (`CN=Ann+UID=7`). */
export type Rdn = readonly DnAttribute[]

/** What keeps a DN from being its own key once it is in lower case: escapes, quotes, `+`, and space beside a separator. */
const notPlain = /[\\"+;<>#\0]|[,=][ \t\r\n]|[ \t\r\n](?:[,=]|$)|^[ \t\r\n]/
/** The same for a DN whose escapes all are `\hh` already, in the form of a key. */
const notPlainWithEscapes = /\\(?!2[2bc]|3[bce]|5c)|["+;<>#\0]|[,=][ \t\r\n]|[ \t\r\n](?:[,=]|$)|^[ \t\r\n]/i
const escapedSpecial = /\\([",+;<>\\])/g
const attributeType = /[A-Za-z][A-Za-z0-9_-]*|[0-9]+(?:\.[0-9]+)*/y
const hexPair = /[0-9A-Fa-f]{2}/y
const hexString = /#(?:[0-9A-Fa-f]{2})+/y
const blank = /[ \t\r\n]*/y
const escapable = ' "#+,;<=>\\'
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** BER tags whose content is plain text: OctetString, UTF8String, PrintableString, IA5String. */
const textTags: readonly number[] = [0x04, 0x0c, 0x13, 0x16]

/**
 * The text by which two DNs are compared (RFC 4514): equal DNs have equal keys, however they are spelled. Types and
 * values in lower case, no white space around separators, every special character as `\hh`, multi-valued RDNs in order.
 * A comma in a key is always a separator. A malformed DN gives its text, trimmed and in lower case; nothing is thrown.
 */
export function dnKey(dn: string): string {
  if (!notPlain.test(dn)) return dn.toLowerCase()
  const escaped = dn.replace(escapedSpecial, escapeCharacter)
  if (!notPlainWithEscapes.test(escaped)) return escaped.toLowerCase()
  try {
    return parseDn(dn).map(rdnKey).join(',')
  } catch {
    return dn.trim().toLowerCase()
  }
}

/** Whether the entry with `key` is the base itself or lies below it. Both are keys from `dnKey`; `''` is above all. */
export function isAtOrBelow(key: string, baseKey: string): boolean {
  if (baseKey === '' || key === baseKey) return true
  return key.length > baseKey.length && key[key.length - baseKey.length - 1] === ',' && key.endsWith(baseKey)
}

/** The key of the entry above; `''` for an entry right below the root, and for the root itself. */
export function parentKey(key: string): string {
  const comma = key.indexOf(',')
  return comma === -1 ? '' : key.slice(comma + 1)
}

/**
 * The RDNs of a DN, from the entry upwards; none for the empty DN. Follows RFC 4514 and tolerates white space around
 * separators and the quoted values of RFC 2253. Throws ConnectorError (settings, `invalid-dn`) that names the position.
 */
export function parseDn(dn: string): readonly Rdn[] {
  const rdns: DnAttribute[][] = []
  let rdn: DnAttribute[] = []
  let at = skipBlank(dn, 0)
  if (at === dn.length) return rdns
  for (;;) {
    const type = matchAt(attributeType, dn, at)
    if (type === undefined) throw invalidDn(dn, at, 'an attribute type')
    at = skipBlank(dn, at + type.length)
    if (dn[at] !== '=') throw invalidDn(dn, at, '"="')
    const read = readValue(dn, skipBlank(dn, at + 1))
    rdn.push({ type: type, value: read.value })
    at = skipBlank(dn, read.end)
    if (at < dn.length && dn[at] !== ',' && dn[at] !== '+') throw invalidDn(dn, at, '"," or "+"')
    if (dn[at] !== '+') {
      rdns.push(rdn)
      rdn = []
    }
    if (at === dn.length) return rdns
    at = skipBlank(dn, at + 1)
  }
}

interface ReadValue {
  readonly value: string
  /** Offset right after the value. */
  readonly end: number
}

function readValue(dn: string, start: number): ReadValue {
  if (dn[start] === '"') return readText(dn, start + 1, '"')
  if (dn[start] !== '#') return readText(dn, start, ',+')
  const hex = matchAt(hexString, dn, start)
  if (hex === undefined) throw invalidDn(dn, start + 1, 'pairs of hexadecimal digits')
  return { value: decodeHexString(hex), end: start + hex.length }
}

function readText(dn: string, start: number, ends: string): ReadValue {
  const quoted = ends === '"'
  let value = ''
  /** Length up to which the value is kept when trailing white space is dropped. */
  let kept = 0
  let at = start
  while (at < dn.length && !ends.includes(dn.charAt(at))) {
    const character = dn.charAt(at)
    if (character === '\\') {
      const escaped = readEscape(dn, at)
      value += escaped.value
      at = escaped.end
      kept = value.length
      continue
    }
    if (!quoted && '";<>\0'.includes(character)) throw invalidDn(dn, at, `"\\" before ${JSON.stringify(character)}`)
    value += character
    at += 1
    if (!' \t\r\n'.includes(character)) kept = value.length
  }
  if (!quoted) return { value: value.slice(0, kept), end: at }
  if (at === dn.length) throw invalidDn(dn, at, 'a closing quote')
  return { value, end: at + 1 }
}

/** One escaped character, or a run of `\hh` pairs, which together are UTF-8. */
function readEscape(dn: string, start: number): ReadValue {
  const next = dn.charAt(start + 1)
  if (next !== '' && escapable.includes(next)) return { value: next, end: start + 2 }
  const bytes: number[] = []
  let at = start
  while (dn[at] === '\\') {
    const pair = matchAt(hexPair, dn, at + 1)
    if (pair === undefined) break
    bytes.push(Number.parseInt(pair, 16))
    at += 3
  }
  if (bytes.length === 0) throw invalidDn(dn, start + 1, 'two hexadecimal digits or a special character')
  try {
    return { value: utf8.decode(Uint8Array.from(bytes)), end: at }
  } catch {
    throw invalidDn(dn, start, 'bytes that are UTF-8')
  }
}

/** `#` and BER in hexadecimal: the text in it when it is a short text, otherwise the value as written in lower case. */
function decodeHexString(hex: string): string {
  const bytes = Uint8Array.from({ length: (hex.length - 1) / 2 }, (_, index) =>
    Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16),
  )
  const [tag, length] = bytes
  if (tag === undefined || !textTags.includes(tag) || length === undefined || length > 127) return hex.toLowerCase()
  if (length !== bytes.length - 2) return hex.toLowerCase()
  try {
    return utf8.decode(bytes.subarray(2))
  } catch {
    return hex.toLowerCase()
  }
}

function rdnKey(rdn: Rdn): string {
  const parts = rdn.map(({ type, value }) => `${type.toLowerCase()}=${escapeValue(value.toLowerCase())}`)
  return parts.length === 1 ? parts.join('') : parts.sort().join('+')
}

function escapeValue(value: string): string {
  return value.replace(/[\\",+;<>\0]|^[# \t\r\n]|[ \t\r\n]$/g, escapeCharacter)
}

/** `\hh` for an ASCII character, with or without a backslash before it. */
function escapeCharacter(matched: string): string {
  return `\\${matched
    .charCodeAt(matched.length - 1)
    .toString(16)
    .padStart(2, '0')}`
}

function skipBlank(dn: string, at: number): number {
  return at + (matchAt(blank, dn, at)?.length ?? 0)
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function invalidDn(dn: string, position: number, expected: string): ConnectorError {
  const found = position < dn.length ? `${JSON.stringify(dn.charAt(position))}` : 'the end'
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-dn',
    message: `"${dn}" is not a DN: found ${found} at position ${position + 1}, expected ${expected}.`,
    remedy: 'Correct the DN; it looks like OU=Sales,DC=corp,DC=example.',
    place: `position ${position + 1}`,
  })
}

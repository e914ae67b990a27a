import type { AssertionValue } from './filter.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The assertion value of these bytes. `source` is how the filter spells them, canonically when it is left out. */
export function assertionValue(bytes: Uint8Array, source: string = escapeAssertion(bytes)): AssertionValue {
  return { bytes, source, text: decodeText(bytes) ?? Buffer.from(bytes).toString('base64') }
}

/** The assertion value of a plain text, in which nothing is an escape. */
export function textAssertion(text: string): AssertionValue {
  return assertionValue(encoder.encode(text))
}

/** The canonical spelling of these bytes in a filter: text where possible, `\hh` for everything else (RFC 4515 3). */
export function escapeAssertion(bytes: Uint8Array): string {
  const text = decodeText(bytes)
  return text === undefined
    ? escapeBytes(bytes)
    : text.replace(/[\p{Cc}()*\\]/gu, (it) => escapeBytes(encoder.encode(it)))
}

function escapeBytes(bytes: Uint8Array): string {
  return Array.from(bytes, escapeByte).join('')
}

function escapeByte(byte: number): string {
  return `\\${byte.toString(16).padStart(2, '0')}`
}

/** Undefined when the bytes are not UTF-8. */
function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

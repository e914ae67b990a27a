import { invalid, type Validated, valid } from './validated.ts'

/** Latin letters, digits and punctuation without space at the ends: composed already, nothing to tidy. */
const ordinary =
  /^[\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff](?:[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*[\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff])?$/
const lineBreaks = /(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])+/g
const control = /(?!\n)\p{Cc}/u

/**
 * A text for people in one line: trimmed, composed (NFC), line breaks and tabs as single spaces. Other control characters
 * are refused rather than dropped: they mean that the value is no text (a binary attribute).
 */
export function cleanText(text: string): Validated {
  return ordinary.test(text) ? valid(text) : tidy(text, ' ')
}

/** As `cleanText`, but a line break stays one, as `\n`: postal addresses have them. */
export function cleanLines(text: string): Validated {
  return ordinary.test(text) ? valid(text) : tidy(text, '\n')
}

function tidy(text: string, lineBreak: ' ' | '\n'): Validated {
  if (!text.isWellFormed()) return invalid('is not well-formed Unicode')
  const value = text.normalize('NFC').replace(/\t/g, ' ').replace(lineBreaks, lineBreak).trim()
  const found = control.exec(value)?.[0]
  if (found === undefined) return valid(value)
  return invalid(`holds the control character U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
}

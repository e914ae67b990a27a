import { cleanText } from './cleanText.ts'
import { type Validated, valid } from './validated.ts'

/** Zero-width characters and direction marks, which come along when numbers and addresses are pasted. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g

/** A text for machines (address, number, code): as `cleanText`, and without characters that nobody sees. */
export function cleanToken(text: string): Validated {
  const cleaned = cleanText(text)
  return cleaned.kind === 'invalid' ? cleaned : valid(cleaned.value.replace(invisible, '').trim())
}

/** Cleans, and hands what is left to `check`; nothing left is valid and empty. */
export function cleanAndCheck(text: string, check: (token: string) => Validated): Validated {
  const cleaned = cleanToken(text)
  return cleaned.kind === 'invalid' || cleaned.value === '' ? cleaned : check(cleaned.value)
}

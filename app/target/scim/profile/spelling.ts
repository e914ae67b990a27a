import type { Spelling } from './place.ts'

const languageTag = /^([a-z]{2,3})(?:[-_]([a-z]{2}|\d{3}))?$/i

/** `en_us`, `EN-us` and `en-US` as `en-US`; anything else unchanged. */
export function canonicalLanguage(value: string): string {
  const parts = languageTag.exec(value)
  if (parts?.[1] === undefined) return value
  const language = parts[1].toLowerCase()
  return parts[2] === undefined ? language : `${language}-${parts[2].toUpperCase()}`
}

/** Language tags as RFC 5646 writes them: `de-CH`. */
export const languageWithHyphen: Spelling = { toStore: canonicalLanguage, fromStore: canonicalLanguage }

/** Language tags as Webex writes them: `de_CH`. */
export const languageWithUnderscore: Spelling = {
  toStore: (value) => {
    const canonical = canonicalLanguage(value)
    return languageTag.test(canonical) ? canonical.replace('-', '_') : canonical
  },
  fromStore: canonicalLanguage,
}

const upperCase = (value: string) => value.toUpperCase()

/** ISO 3166 country codes in upper case. */
export const country: Spelling = { toStore: upperCase, fromStore: upperCase }

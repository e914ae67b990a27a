import { cleanAndCheck } from './cleanToken.ts'
import { countryCodes } from './countryCodes.ts'
import { remember } from './remember.ts'
import { invalid, type Validated, valid, validWithNote } from './validated.ts'

const pattern = /^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?$/
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * A language with its country, `xx_YY` or `xx-YY` in any letter case; the canonical form is `xx-YY` (DC-20). With a note,
 * a language without a country gets the one where most speak it, and a script is dropped.
 */
export const languageTag: (text: string) => Validated = remember((text) => cleanAndCheck(text, check))

function check(token: string): Validated {
  const [, written, script, writtenCountry] = pattern.exec(token) ?? []
  if (written === undefined) return invalid('is not a language with its country, such as en-US')
  const locale = localeOf(written, script, writtenCountry)
  if (locale === undefined || languages.of(locale.language) === undefined) {
    return invalid(`names no known language: "${written}"`)
  }
  const { language, region } = writtenCountry === undefined ? locale.maximize() : locale
  if (region === undefined || !countryCodes.has(region)) {
    return invalid(
      writtenCountry === undefined
        ? 'is not a language with its country, such as en-US'
        : `names no known country: "${writtenCountry}"`,
    )
  }
  const tag = `${language}-${region}`
  if (writtenCountry === undefined) return validWithNote(tag, `names no country; ${tag} is used`)
  return script === undefined ? valid(tag) : validWithNote(tag, `names a script, which is left out; ${tag} is used`)
}

function localeOf(language: string, script: string | undefined, region: string | undefined): Intl.Locale | undefined {
  try {
    return new Intl.Locale([language, script, region].filter((part) => part !== undefined).join('-'))
  } catch {
    return undefined
  }
}

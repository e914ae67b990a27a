import { cleanAndCheck } from './cleanToken.ts'
import { countryCodes } from './countryCodes.ts'
import { remember } from './remember.ts'
import { invalid, type Validated, valid } from './validated.ts'

const pattern = /^([A-Za-z]{2,3})[-_]([A-Za-z]{2})$/
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** A language with its country, `xx_YY` or `xx-YY` in any letter case; the canonical form is `xx-YY` (DC-20). */
export const languageTag: (text: string) => Validated = remember((text) => cleanAndCheck(text, check))

function check(token: string): Validated {
  const [, written, writtenCountry] = pattern.exec(token) ?? []
  if (written === undefined || writtenCountry === undefined) {
    return invalid('is not a language with its country, such as en-US')
  }
  const [tag = ''] = Intl.getCanonicalLocales(`${written}-${writtenCountry}`)
  const [language = '', country = ''] = tag.split('-')
  if (languages.of(language) === undefined) return invalid(`names no known language: "${written}"`)
  return countryCodes.has(country) ? valid(tag) : invalid(`names no known country: "${writtenCountry}"`)
}

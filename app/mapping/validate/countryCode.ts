import { cleanAndCheck } from './cleanToken.ts'
import { countryCodes } from './countryCodes.ts'
import { invalid, type Validated, valid, validWithNote } from './validated.ts'

/** Both lengths of name, in lower case: `hong kong sar china` and `hong kong`. */
const codeOfName: ReadonlyMap<string, string> = new Map(
  (['long', 'short'] as const).flatMap((style) => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', style, fallback: 'none' })
    return [...countryCodes].flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [[name.toLowerCase(), code] as const]
    })
  }),
)

/**
 * An ISO 3166 alpha-2 country code in any letter case; the canonical form is upper case. An English name of a country,
 * and `UK`, become the code with a note.
 */
export function countryCode(text: string): Validated {
  return cleanAndCheck(text, (token) => {
    const code = token.toUpperCase()
    if (countryCodes.has(code)) return valid(code)
    if (code === 'UK') return validWithNote('GB', 'is not the ISO 3166 code of the United Kingdom; GB is used')
    const named = codeOfName.get(token.toLowerCase())
    if (named === undefined) return invalid('is not an ISO 3166 country code of two letters')
    return validWithNote(named, `is the name of a country; its ISO 3166 code ${named} is used`)
  })
}

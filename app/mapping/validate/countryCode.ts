import { cleanAndCheck } from './cleanToken.ts'
import { countryCodes } from './countryCodes.ts'
import { invalid, type Validated, valid } from './validated.ts'

/** An ISO 3166 alpha-2 country code in any letter case; the canonical form is upper case. */
export function countryCode(text: string): Validated {
  return cleanAndCheck(text, (token) => {
    const code = token.toUpperCase()
    if (countryCodes.has(code)) return valid(code)
    const advice = code === 'UK' ? '; the United Kingdom is GB' : ''
    return invalid(`is not an ISO 3166 country code of two letters${advice}`)
  })
}

import { countryCodes } from '../mapping/validate/countryCodes.ts'

/** What is wrong with a country in the settings, as the end of a sentence; null when it is one. */
export function countryProblem(text: string): string | null {
  return countryCodes.has(text) ? null : 'must be an ISO 3166 country code of two capital letters, like DE'
}

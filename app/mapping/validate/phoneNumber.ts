import { cleanAndCheck } from './cleanToken.ts'
import { invalid, type Validated, valid } from './validated.ts'

/** A telephone number: anything with a digit in it (DC-24). */
export function phoneNumber(text: string): Validated {
  return cleanAndCheck(text, (number) => (/\p{Nd}/u.test(number) ? valid(number) : invalid('has no digit')))
}

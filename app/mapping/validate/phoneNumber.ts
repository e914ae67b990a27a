import { assertNever } from '../../model/assertNever.ts'
import { cleanAndCheck } from './cleanToken.ts'
import { type ReadNumber, readE164 } from './e164.ts'
import { invalid, type Validated, valid, validWithNote } from './validated.ts'
import type { ValueContext } from './valueContext.ts'

/**
 * A telephone number: anything with a digit in it (DC-24). What can be read becomes E.164, with an extension as `;ext=12`
 * (RFC 3966), so that one number in two spellings is one value. The rest stays as it stands in the directory, with a
 * note where it should have been readable.
 */
export function phoneNumber(text: string, { country }: ValueContext): Validated {
  return cleanAndCheck(text, (token) => {
    if (!/\p{Nd}/u.test(token)) return invalid('has no digit')
    const read = readE164(token, country)
    if (read.kind === 'read') return valid(read.number)
    const doubt = doubtOf(read.kind, country)
    return doubt === null ? valid(token) : validWithNote(token, `${doubt}; it is sent as it stands`)
  })
}

function doubtOf(kind: Exclude<ReadNumber['kind'], 'read'>, country: string | null): string | null {
  switch (kind) {
    case 'not-tried':
      return null
    case 'several':
      return 'seems to hold more than one number'
    case 'no-area-code':
      return `seems to lack the area code, or the prefix before it, that numbers of ${country} have`
    case 'impossible-international':
      return 'is not a possible international number'
    case 'impossible-national':
      return `is not a possible number of ${country}`
    default:
      return assertNever(kind)
  }
}

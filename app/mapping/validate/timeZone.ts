import { cleanAndCheck } from './cleanToken.ts'
import { remember } from './remember.ts'
import { invalid, type Validated, valid } from './validated.ts'

const pattern = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/
/** `W. Europe Standard Time`; the runtime has no table from these to IANA's. */
const windowsName = /^[\p{L}\d.() +-]+ (?:Standard|Daylight) Time(?: \d)?$/u

/**
 * A time zone of the IANA database, aliases included. The letter case becomes the database's own where the runtime knows
 * the name itself; an alias (`Asia/Kolkata` or `Asia/Calcutta`) stays as written.
 */
export const timeZone: (text: string) => Validated = remember((text) => cleanAndCheck(text, check))

function check(token: string): Validated {
  const resolved = pattern.test(token) ? resolve(token) : undefined
  if (resolved === undefined) {
    const kind = windowsName.test(token) ? 'is a time zone of Windows' : 'is not an IANA time zone'
    return invalid(`${kind}; an IANA name is needed, such as Europe/Berlin`)
  }
  return valid(resolved.toLowerCase() === token.toLowerCase() ? resolved : token)
}

function resolve(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

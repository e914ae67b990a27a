import { cleanAndCheck } from './cleanToken.ts'
import { invalid, type Validated, valid } from './validated.ts'

const scheme = /^sips?:/i
const pattern = /^([^@])(.*)@(.*)$/

/** A SIP address (DC-20): matches `^([^@])(.*)@(.*)$` once the optional `sip:` or `sips:` in front of it is dropped. */
export function sipAddress(text: string): Validated {
  return cleanAndCheck(text, (token) => {
    const address = token.replace(scheme, '').trim()
    return pattern.test(address) ? valid(address) : invalid('is not a SIP address: it must look like name@domain')
  })
}

import { cleanAndCheck } from './cleanToken.ts'
import { invalid, type Validated, valid, validWithNote } from './validated.ts'

const schemes = /^(?:sips?:\s*)+/i
const pattern = /^([^@])(.*)@(.*)$/

/**
 * A SIP address (DC-20): matches `^([^@])(.*)@(.*)$` once the optional `sip:` or `sips:` in front of it is dropped. What
 * follows the domain (RFC 3261: parameters behind `;`, headers behind `?`) is dropped with a note; the canonical form has
 * the domain in lower case.
 */
export function sipAddress(text: string): Validated {
  return cleanAndCheck(text, (token) => {
    const uri = token.replace(schemes, '')
    if (!pattern.test(uri)) return invalid('is not a SIP address: it must look like name@domain')
    const at = uri.indexOf('@', 1)
    const domainEnd = uri.slice(at).search(/[;?]/)
    const whole = domainEnd === -1 ? uri : uri.slice(0, at + domainEnd).trim()
    const address = whole.slice(0, at) + whole.slice(at).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    return whole === uri ? valid(address) : validWithNote(address, `holds parameters; ${address} is used`)
  })
}

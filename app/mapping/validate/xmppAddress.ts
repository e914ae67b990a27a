import { cleanAndCheck } from './cleanToken.ts'
import { domainProblem } from './domainProblem.ts'
import { invalid, type Validated, valid } from './validated.ts'

/** RFC 7622 3.3.1: what a local part must not hold, besides white space. */
const localPart = /^[^\s"&'/:<>@]{1,1023}$/u
const scheme = /^xmpp:/i

/** An XMPP address of a person, `name@domain` with an optional `/resource`, without `xmpp:` in front (RFC 7622). */
export function xmppAddress(text: string): Validated {
  return cleanAndCheck(text, (token) => {
    const address = token.replace(scheme, '')
    const problem = problemOf(address)
    return problem === undefined ? valid(address) : invalid(`is not an XMPP address: ${problem}`)
  })
}

function problemOf(address: string): string | undefined {
  if (/^sips?:/i.test(address)) return 'it is a SIP address'
  const slash = address.indexOf('/')
  const bare = slash === -1 ? address : address.slice(0, slash)
  const at = bare.indexOf('@')
  if (at === -1) return 'it has no "@"'
  if (!localPart.test(bare.slice(0, at))) return 'what stands before the "@" is not allowed there'
  if (slash === address.length - 1) return 'nothing stands behind the "/"'
  return domainProblem(bare.slice(at + 1))
}

import { cleanAndCheck } from './cleanToken.ts'
import { domainProblem } from './domainProblem.ts'
import { invalid, type Validated, valid } from './validated.ts'

const longestAddress = 254
const longestLocalPart = 64
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const usual = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,63}$/
/** Sizes that need no closer look: no part of the address can be too long. */
const surelyShort = 63

/**
 * A practical reading of RFC 5321: one `@`, a dot-atom of at most 64 characters before it, a domain name of at least two
 * parts behind it, 254 characters in all. Domain names of any script are allowed; letters outside ASCII before the `@`,
 * quoted local parts and address literals are not, because identity stores refuse them. Letter case is kept.
 */
export function emailAddress(text: string): Validated {
  if (text.length <= surelyShort && usual.test(text)) return valid(text)
  return cleanAndCheck(text, (address) => {
    const problem = problemOf(address)
    return problem === undefined ? valid(address) : invalid(`is not an e-mail address: ${problem}`)
  })
}

function problemOf(address: string): string | undefined {
  if (/\s/.test(address)) return 'it holds a space'
  const at = address.indexOf('@')
  if (at === -1) return 'it has no "@"'
  if (address.includes('@', at + 1)) return 'it has more than one "@"'
  if (address.length > longestAddress) return `it has ${address.length} characters, the limit is ${longestAddress}`
  const local = address.slice(0, at)
  if (local === '') return 'nothing stands before the "@"'
  if (local.length > longestLocalPart) return `${local.length} characters stand before the "@", the limit is 64`
  if (!localPart.test(local)) return `"${local}" cannot stand before the "@"`
  const domain = address.slice(at + 1)
  if (domain !== '' && !domain.includes('.')) return `"${domain}" is not a whole domain name`
  if (/(?:^|\.)[0-9]+$/.test(domain)) return 'its domain ends in a number'
  return domainProblem(domain)
}

import type { PictureProblem, PictureProblemCode } from '../pictureProblem.ts'
import { AddressRefused } from './addressGuard.ts'

interface Explanation {
  readonly code: PictureProblemCode
  /** Follows `The resource server HOST`. */
  readonly what: string
  readonly remedy: string
}

const network = 'Check the network, the firewall, and whether the server is running.'
const untrusted: Explanation = {
  code: 'untrusted-certificate',
  what: 'shows a certificate that is not trusted',
  remedy: 'Add the authority of the certificate to the certificate store of this machine, or repair the certificate.',
}
const stalled: Explanation = {
  code: 'time-out',
  what: 'does not answer in time',
  remedy: 'Look at the load of the server, and try again later.',
}
const closed: Explanation = {
  code: 'cut-off',
  what: 'ended the connection before the picture was whole',
  remedy: 'Look at the log of the server, and try again later.',
}

const explanations: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: {
    code: 'name-not-found',
    what: 'has a name that cannot be found',
    remedy: 'Correct the name in the pattern, or the DNS of this machine.',
  },
  EAI_AGAIN: {
    code: 'name-not-found',
    what: 'has a name that cannot be resolved now',
    remedy: 'Check the DNS of this machine.',
  },
  ECONNREFUSED: {
    code: 'unreachable',
    what: 'refuses the connection',
    remedy: 'Check the port in the pattern, and whether the server is running.',
  },
  EHOSTUNREACH: { code: 'unreachable', what: 'cannot be reached', remedy: network },
  ENETUNREACH: { code: 'unreachable', what: 'cannot be reached', remedy: network },
  ETIMEDOUT: { code: 'time-out', what: 'cannot be connected to in time', remedy: network },
  UND_ERR_CONNECT_TIMEOUT: { code: 'time-out', what: 'cannot be connected to in time', remedy: network },
  UND_ERR_HEADERS_TIMEOUT: stalled,
  UND_ERR_BODY_TIMEOUT: { ...stalled, what: 'stopped in the middle of its answer' },
  UND_ERR_SOCKET: closed,
  ECONNRESET: closed,
  EPIPE: closed,
  ERR_STREAM_PREMATURE_CLOSE: closed,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: closed,
  CERT_HAS_EXPIRED: { ...untrusted, what: 'shows a certificate that has expired' },
  CERT_NOT_YET_VALID: { ...untrusted, what: 'shows a certificate that is not valid yet' },
  ERR_TLS_CERT_ALTNAME_INVALID: { ...untrusted, what: 'shows a certificate for another name' },
}

const certificateCodes = /^(?:DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_)/
const tlsCodes = /^(?:ERR_SSL|ERR_TLS|EPROTO)/
const compressionCodes = /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/

/** Explains what was thrown while a picture was asked for; `uri` is the address that was asked. */
export function connectionProblem(error: unknown, uri: string): PictureProblem {
  const refused = causes(error).find((cause) => cause instanceof AddressRefused)
  if (refused instanceof AddressRefused) return refused.problem(uri)
  const code =
    causes(error)
      .map(codeOf)
      .find((each) => each in explanations) ??
    causes(error).map(codeOf).find(Boolean) ??
    ''
  const { what, ...explanation } = explain(code, error)
  const shown = code === '' ? '' : ` (${code})`
  return {
    side: 'directory',
    code: explanation.code,
    message: `The resource server ${new URL(uri).host} ${what}${shown}.`,
    remedy: explanation.remedy,
    place: uri,
  }
}

function explain(code: string, error: unknown): Explanation {
  const known = explanations[code]
  if (known) return known
  if (causes(error).some((cause) => propertyOf(cause, 'name') === 'TimeoutError')) {
    return { ...stalled, what: 'took too long for the whole answer' }
  }
  if (certificateCodes.test(code)) return untrusted
  if (tlsCodes.test(code)) {
    return {
      code: 'unreachable',
      what: 'cannot agree on a TLS connection',
      remedy: 'Check that the port speaks TLS, version 1.2 or newer.',
    }
  }
  if (compressionCodes.test(code)) {
    return {
      code: 'cut-off',
      what: 'sent something that cannot be decompressed',
      remedy: 'Switch off compression for pictures at the server: it gains nothing there.',
    }
  }
  return {
    code: 'unexpected-answer',
    what: 'broke the connection, or answered something that is not HTTP',
    remedy: 'Check that the address and the port in the pattern are those of a web server.',
  }
}

/** An error with what caused it, the outermost first. */
function causes(error: unknown): readonly object[] {
  const found: object[] = []
  for (let at = error; typeof at === 'object' && at !== null && !found.includes(at); at = propertyOf(at, 'cause')) {
    found.push(at)
    const errors = propertyOf(at, 'errors')
    if (Array.isArray(errors)) found.push(...errors)
  }
  return found
}

function codeOf(error: object): string {
  const code = propertyOf(error, 'code')
  return typeof code === 'string' ? code : ''
}

function propertyOf(error: object, name: string): unknown {
  return (error as Readonly<Record<string, unknown>>)[name]
}

import { ConnectorError } from '../../../model/error.ts'
import { jsonObject, jsonText } from '../jsonObject.ts'

/** Why no answer came. */
export interface ConnectionFailure {
  /** `before-sending`: the store cannot have seen the request. */
  readonly when: 'before-sending' | 'after-sending'
  readonly again: 'worth-trying' | 'hopeless'
  readonly error: ConnectorError
}

interface Explanation {
  readonly when: ConnectionFailure['when']
  readonly again: ConnectionFailure['again']
  readonly code: string
  readonly what: string
  readonly remedy: string
}

const network = 'Check the network, the firewall and whether the store is running.'
const certificate = 'Add the certificate authority of the store as the CA file, or repair the certificate of the store.'

const untrusted: Explanation = {
  when: 'before-sending',
  again: 'hopeless',
  code: 'untrusted-certificate',
  what: 'shows a certificate from an authority that is not trusted',
  remedy: certificate,
}

function before(what: string, remedy = network): Explanation {
  return { when: 'before-sending', again: 'worth-trying', code: 'unreachable', what, remedy }
}

function after(what: string, remedy = network): Explanation {
  return { when: 'after-sending', again: 'worth-trying', code: 'unreachable', what, remedy }
}

const closed: Explanation = {
  ...before('is not connected any more, because the connector closed the connection', 'Start the run again.'),
  again: 'hopeless',
  code: 'closed',
}

const explanations: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: {
    ...before('has a name that cannot be found', 'Check the host name in the address, and the DNS of this machine.'),
    again: 'hopeless',
  },
  EAI_AGAIN: before('has a name that cannot be resolved now', 'Check the DNS of this machine.'),
  ECONNREFUSED: before('refuses the connection', 'Check the port in the address, and whether the store is running.'),
  ETIMEDOUT: before('does not answer in time'),
  EHOSTUNREACH: before('cannot be reached'),
  ENETUNREACH: before('cannot be reached'),
  UND_ERR_CONNECT_TIMEOUT: before('does not answer in time'),
  UND_ERR_HEADERS_TIMEOUT: after(
    'does not answer the request in time',
    'Raise store.timeoutSeconds, or look at the load of the store.',
  ),
  UND_ERR_BODY_TIMEOUT: after('stopped in the middle of its answer'),
  UND_ERR_SOCKET: after('closed the connection before it answered'),
  ECONNRESET: after('closed the connection before it answered'),
  EPIPE: after('closed the connection before it answered'),
  UND_ERR_DESTROYED: closed,
  UND_ERR_CLOSED: closed,
  UND_ERR_INVALID_ARG: {
    ...before(
      'cannot be asked, because the token or the address holds a character that is not allowed there',
      'Check the token for line breaks and spaces, and the address of the store.',
    ),
    again: 'hopeless',
    code: 'invalid-token',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_HAS_EXPIRED: { ...untrusted, code: 'expired-certificate', what: 'shows a certificate that has expired' },
  CERT_NOT_YET_VALID: {
    ...untrusted,
    code: 'expired-certificate',
    what: 'shows a certificate that is not valid yet',
    remedy: 'Check the clock of this machine and the certificate of the store.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    ...untrusted,
    code: 'misnamed-certificate',
    what: 'shows a certificate for another name',
    remedy: 'Use the name that stands in the certificate, or repair the certificate of the store.',
  },
}

const tlsFailure: Explanation = {
  ...untrusted,
  code: 'tls-failure',
  what: 'cannot agree on a TLS connection',
  remedy: 'Check that the port speaks TLS, version 1.2 or newer.',
}

/** Explains what undici or Node threw while a request was under way; `place` is the address of the store. */
export function connectionFailure(cause: unknown, place: string): ConnectionFailure {
  const code = codeOf(cause)
  const explanation =
    explanations[code] ??
    (/^(ERR_SSL|ERR_TLS|EPROTO)/.test(code)
      ? tlsFailure
      : after('broke the connection, or answered something that is not HTTP'))
  return {
    when: explanation.when,
    again: explanation.again,
    error: new ConnectorError({
      side: 'store',
      code: explanation.code,
      message: `The store at ${new URL(place).host} ${explanation.what}${code === '' ? '' : ` (${code})`}.`,
      remedy: explanation.remedy,
      place,
      cause,
    }),
  }
}

/** The code of an error or of what caused it; undici wraps what happened to the socket. */
function codeOf(cause: unknown): string {
  const error = jsonObject(cause)
  if (error === null) return ''
  const inner = codeOf(error.cause)
  const code = jsonText(error.code) ?? ''
  return code === '' || (code === 'UND_ERR_SOCKET' && inner in explanations) ? inner : code
}

import { ConnectorError } from '../../../model/error.ts'
import type { ServerAddress } from './serverAddress.ts'
import { CertificateNameError } from './serverIdentity.ts'

interface Explanation {
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** Why TLS did not come about, for the administrator. */
export function tlsError(server: ServerAddress, cause: Error): ConnectorError {
  return new ConnectorError({ side: 'directory', ...explain(server, cause), place: server.url, cause })
}

function explain(server: ServerAddress, cause: Error): Explanation {
  const code = 'code' in cause ? String(cause.code) : ''
  if (cause instanceof CertificateNameError) {
    return {
      code: 'certificate-name',
      message: `The certificate of ${server.host} stands for ${cause.found}, not for ${cause.expected}.`,
      remedy: 'Use the name in the certificate as the server, or set it as directory.tls.serverName.',
    }
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      code: code === 'CERT_HAS_EXPIRED' ? 'certificate-expired' : 'certificate-not-yet-valid',
      message: `The certificate of ${server.host} ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}.`,
      remedy: "Renew the server's certificate, and check the clock of this machine.",
    }
  }
  if (untrusted.has(code)) {
    return {
      code: 'certificate-untrusted',
      message: `The certificate of ${server.host} is signed by an authority that is not trusted here (${code}).`,
      remedy: "Set directory.tls.caFile to the certificate of the server's authority in PEM form.",
    }
  }
  if (clientRefused.test(code)) {
    return {
      code: 'client-certificate-refused',
      message: `${server.host} refused the client certificate (${code}).`,
      remedy: 'Set directory.tls.certificateFile and keyFile to a certificate that the server trusts.',
    }
  }
  if (notTls.has(code) || (server.security === 'ldaps' && endedEarly.test(cause.message))) {
    return {
      code: 'protocol-mismatch',
      message: `${server.host} does not speak TLS on port ${server.port}: ${cause.message}.`,
      remedy: `For a port such as 389 use ldap://${server.host} with startTls; ldaps:// is for ports such as 636.`,
    }
  }
  return {
    code: 'tls-failed',
    message: `TLS with ${server.host}, port ${server.port}, failed: ${cause.message}${code === '' ? '' : ` (${code})`}.`,
    remedy: 'The server must offer TLS 1.2 or newer with a certificate; look into its own log for the reason.',
  }
}

const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'CERT_CHAIN_TOO_LONG',
  'CERT_SIGNATURE_FAILURE',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'INVALID_CA',
  'INVALID_PURPOSE',
])

const notTls: ReadonlySet<string> = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'])
/** How the handshake ends with a server that understands nothing of it. */
const endedEarly = /before secure TLS|closed the connection|no TLS answer|ECONNRESET/
const clientRefused = /ALERT_(?:BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_)|CERTIFICATE_REQUIRED/

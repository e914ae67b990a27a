import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import { isHostName } from './serverAddress.ts'

/** The certificate is good but stands for somebody else. */
export class CertificateNameError extends Error {
  readonly expected: string
  /** The names in the certificate, as one text. */
  readonly found: string

  constructor(expected: string, found: string) {
    super(`The certificate stands for ${found}, not for ${expected}.`)
    this.name = 'CertificateNameError'
    this.expected = expected
    this.found = found
  }
}

/**
 * Checks that a certificate stands for the server (RFC 6125): by its alternative names. The common name counts only
 * where there is no alternative name at all and the administrator named the server explicitly, as Samba's own
 * certificates need it. Returns what is wrong.
 */
export function serverIdentityError(
  host: string,
  serverName: string | undefined,
  certificate: PeerCertificate,
): CertificateNameError | undefined {
  const expected = serverName ?? host
  const alternatives = certificate.subjectaltname ?? ''
  const commonName = String(certificate.subject?.CN ?? '')
  const found = alternatives === '' ? `${commonName} (common name only)` : alternatives.replaceAll('DNS:', '')
  const mayUseCommonName = alternatives === '' && serverName !== undefined
  const hasFittingKind = alternatives.includes(isHostName(expected) ? 'DNS:' : 'IP Address:')
  if (!mayUseCommonName && !hasFittingKind) return new CertificateNameError(expected, found)
  const error = checkServerIdentity(expected, certificate)
  return error === undefined ? undefined : new CertificateNameError(expected, found)
}

import { readFile } from 'node:fs/promises'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { ConnectorError } from '../../../model/error.ts'
import { fileProblem } from '../../../settings/fileProblem.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'

/**
 * What the connector trusts and shows in TLS: the system store, the CA file on top of it, the client certificate
 * (DC-2). Throws ConnectorError (settings, `unreadable-file` or `invalid-certificate-file`).
 */
export async function tlsContext(tls: LdapConnectionSettings['tls']): Promise<SecureContext> {
  const ca = await readOptional('directory.tls.caFile', tls.caFile)
  const certificate = await readOptional('directory.tls.certificateFile', tls.certificateFile)
  const key = await readOptional('directory.tls.keyFile', tls.keyFile)
  if (ca !== undefined && !ca.includes('-----BEGIN CERTIFICATE-----')) throw noCertificate(tls.caFile ?? '')
  const authorities = [...getCACertificates('system'), ...getCACertificates('extra')]
  try {
    return createSecureContext({
      ca: ca === undefined ? authorities : [...authorities, ca],
      ...(certificate === undefined ? {} : { cert: certificate }),
      ...(key === undefined ? {} : { key }),
    })
  } catch (cause) {
    throw new ConnectorError({
      side: 'settings',
      code: 'invalid-certificate-file',
      message: `The certificate files cannot be used: ${cause instanceof Error ? cause.message : String(cause)}.`,
      remedy: 'Give PEM files, and a client certificate together with its own key.',
      place: 'directory.tls',
      cause,
    })
  }
}

async function readOptional(place: string, path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new ConnectorError({
      side: 'settings',
      code: 'unreadable-file',
      message: `${path} cannot be read: ${fileProblem(cause)}.`,
      remedy: 'Correct the path, or let the account that runs the connector read the file.',
      place,
      cause,
    })
  }
}

function noCertificate(path: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-certificate-file',
    message: `${path} holds no certificate in PEM form.`,
    remedy: 'Export the authority as Base-64 encoded X.509: a text that starts with -----BEGIN CERTIFICATE-----.',
    place: 'directory.tls.caFile',
  })
}

import { ConnectorError } from '../../../model/error.ts'
import type { LdapResult } from '../protocol/ldapResult.ts'
import { describeResultCode } from '../protocol/resultCode.ts'
import type { ServerAddress } from './serverAddress.ts'

/** The server speaks LDAP, but refuses to start TLS. */
export function startTlsError(server: ServerAddress, result: LdapResult): ConnectorError {
  const words = result.diagnostic === '' ? '' : ` It said: ${result.diagnostic}`
  return new ConnectorError({
    side: 'directory',
    code: 'start-tls-refused',
    message: `${server.host} does not start TLS on port ${server.port} (${describeResultCode(result.code)}).${words}`,
    remedy: 'Give the directory server a certificate, or use ldaps:// if it offers that.',
    place: server.url,
  })
}

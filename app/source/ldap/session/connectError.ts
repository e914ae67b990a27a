import { ConnectorError } from '../../../model/error.ts'
import type { ServerAddress } from './serverAddress.ts'

/** Why no connection came about, for the administrator. */
export function connectError(server: ServerAddress, cause: Error): ConnectorError {
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA') {
    return new ConnectorError({
      side: 'directory',
      code: 'host-not-found',
      message: `The name ${server.host} cannot be resolved (${code}).`,
      remedy: 'Correct the server name, or the DNS servers of this machine.',
      place: server.url,
      cause,
    })
  }
  return new ConnectorError({
    side: 'directory',
    code: 'unreachable',
    ...words(server, code, cause),
    place: server.url,
    cause,
  })
}

/** The server did not even refuse the connection. */
export function connectTimeoutError(server: ServerAddress, seconds: number): ConnectorError {
  return new ConnectorError({
    side: 'directory',
    code: 'unreachable',
    message: `${server.host} did not answer on port ${server.port} within ${seconds} s.`,
    remedy: 'Check that the server runs, and that no firewall drops the connection.',
    place: server.url,
  })
}

function words(
  server: ServerAddress,
  code: string,
  cause: Error,
): { readonly message: string; readonly remedy: string } {
  if (code === 'ECONNREFUSED') {
    return {
      message: `${server.host} refused the connection on port ${server.port}: nothing listens there.`,
      remedy: 'Check the port (389 for ldap and StartTLS, 636 for ldaps), and that the directory service runs.',
    }
  }
  return {
    message: `${server.host}, port ${server.port}, cannot be reached (${code === '' ? cause.message : code}).`,
    remedy: 'Check the network between this machine and the server, and its firewall.',
  }
}

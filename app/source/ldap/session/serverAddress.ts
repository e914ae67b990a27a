import { isIP } from 'node:net'
import { ConnectorError } from '../../../model/error.ts'

/** A server, listed in the settings or found in DNS. */
export interface ServerAddress {
  /** Without a final slash; of a listed server as it stands in the settings. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** Whether TLS starts with the first byte. */
  readonly security: 'ldaps' | 'plain'
}

/**
 * Takes the URL of a server apart; the ports are 636 and 389 unless it names one. Throws ConnectorError (settings,
 * `invalid-server`) for what is no URL.
 */
export function serverAddress(url: string): ServerAddress {
  const trimmed = url.replace(/\/+$/, '')
  if (!URL.canParse(trimmed)) throw invalidServer(url)
  const { protocol, hostname, port } = new URL(trimmed)
  if (hostname === '' || !['ldap:', 'ldaps:'].includes(protocol)) throw invalidServer(url)
  const security = protocol === 'ldaps:' ? 'ldaps' : 'plain'
  const standard = security === 'ldaps' ? 636 : 389
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return { url: trimmed, host, port: port === '' ? standard : Number(port), security }
}

/** `dc1.corp.example.com:636`, as everything but a connection names a server. */
export function serverName({ host, port }: ServerAddress): string {
  return `${host}:${port}`
}

function invalidServer(url: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'invalid-server',
    message: `"${url}" is not the URL of a directory server.`,
    remedy: 'Write ldaps://host or ldap://host:port, with a port up to 65535.',
    place: 'directory.servers',
  })
}

/** Whether `host` is a name, which can stand in a TLS handshake, and no address. */
export function isHostName(host: string): boolean {
  return isIP(host) === 0
}

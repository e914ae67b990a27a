import { isIP } from 'node:net'

/** A server out of the settings. */
export interface ServerAddress {
  /** As it stands in the settings, without a final slash. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** Whether TLS starts with the first byte. */
  readonly security: 'ldaps' | 'plain'
}

/** Takes a URL apart that the settings' schema has accepted; the ports are 636 and 389 unless it names one. */
export function serverAddress(url: string): ServerAddress {
  const trimmed = url.replace(/\/+$/, '')
  const { protocol, hostname, port } = new URL(trimmed)
  const security = protocol === 'ldaps:' ? 'ldaps' : 'plain'
  const standard = security === 'ldaps' ? 636 : 389
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return { url: trimmed, host, port: port === '' ? standard : Number(port), security }
}

/** Whether `host` is a name, which can stand in a TLS handshake, and no address. */
export function isHostName(host: string): boolean {
  return isIP(host) === 0
}

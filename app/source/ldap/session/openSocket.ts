import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls'
import { connectError, connectTimeoutError } from './connectError.ts'
import { isHostName, type ServerAddress } from './serverAddress.ts'
import { serverIdentityError } from './serverIdentity.ts'
import { tlsError } from './tlsError.ts'

export interface TlsOptions {
  /** Undefined only when no server of the settings is reached over TLS. */
  readonly context: SecureContext | undefined
  /** The name to expect when it is not the host's. */
  readonly serverName: string | undefined
  readonly verify: boolean
}

const longestConnectSeconds = 15

/** Connects to the server without TLS. Throws ConnectorError (`host-not-found`, `unreachable`). */
export function openSocket(server: ServerAddress, timeoutSeconds: number): Promise<Socket> {
  const seconds = Math.min(timeoutSeconds, longestConnectSeconds)
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: server.host, port: server.port, noDelay: true })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(connectTimeoutError(server, seconds))
    }, seconds * 1000)
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(connectError(server, error))
    })
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners()
      resolve(socket)
    })
  })
}

/**
 * Starts TLS on a connected socket and checks certificate and name before anything is sent. Throws ConnectorError
 * (`certificate-untrusted`, `certificate-expired`, `certificate-name`, `tls-failed`, `protocol-mismatch`).
 */
export function secureSocket(
  server: ServerAddress,
  socket: Socket,
  tls: TlsOptions,
  timeoutSeconds: number,
): Promise<TLSSocket> {
  const seconds = Math.min(timeoutSeconds, longestConnectSeconds)
  const expected = tls.serverName ?? server.host
  // What goes wrong below TLS ends the TLS socket, which reports it.
  socket.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      socket,
      secureContext: tls.context,
      ...(isHostName(expected) ? { servername: expected } : {}),
      rejectUnauthorized: tls.verify,
      checkServerIdentity: (_, certificate) => serverIdentityError(server.host, tls.serverName, certificate),
    })
    const fail = (error: Error) => {
      clearTimeout(timer)
      secured.destroy()
      socket.destroy()
      reject(tlsError(server, error))
    }
    const timer = setTimeout(() => fail(new Error(`no TLS answer within ${seconds} s`)), seconds * 1000)
    secured.once('error', fail)
    secured.once('close', () => fail(new Error('the server closed the connection during the TLS handshake')))
    secured.once('secureConnect', () => {
      clearTimeout(timer)
      secured.removeAllListeners('error')
      secured.removeAllListeners('close')
      resolve(secured)
    })
  })
}

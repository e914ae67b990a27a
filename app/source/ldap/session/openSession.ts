import { TLSSocket } from 'node:tls'
import { BindRequest, ExtendedRequest } from 'ldapts'
import { ConnectorError } from '../../../model/error.ts'
import type { BindCredentials, LdapConnectionSettings } from '../connectionSettings.ts'
import { ConnectionLostError } from '../protocol/connectionLostError.ts'
import { LdapConnection } from '../protocol/ldapConnection.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { bindError } from './bindError.ts'
import { openSocket, secureSocket, type TlsOptions } from './openSocket.ts'
import type { ServerAddress } from './serverAddress.ts'
import { startTlsError } from './startTlsError.ts'
import { unansweredError } from './unansweredError.ts'

/** A connection that is bound. */
export interface Session {
  readonly server: ServerAddress
  readonly connection: LdapConnection
}

const startTlsOid = '1.3.6.1.4.1.1466.20037'

/**
 * Connects to one server, with LDAPS or StartTLS as the settings say, and binds (DC-2, DC-3). No password is sent
 * before the certificate was found good. Throws ConnectorError (directory).
 */
export async function openSession(
  server: ServerAddress,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
): Promise<Session> {
  const connection = await openConnection(server, settings, tls)
  try {
    await bind(server, connection, settings.bind)
    return { server, connection }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The same without the bind. */
export async function openConnection(
  server: ServerAddress,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
): Promise<LdapConnection> {
  const socket = await openSocket(server, settings.timeoutSeconds)
  if (server.security === 'ldaps') {
    return new LdapConnection(await secureSocket(server, socket, tls, settings.timeoutSeconds), settings.timeoutSeconds)
  }
  const connection = new LdapConnection(socket, settings.timeoutSeconds)
  if (settings.startTls) await startTls(server, connection, settings, tls)
  return connection
}

async function startTls(
  server: ServerAddress,
  connection: LdapConnection,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
): Promise<void> {
  const result = await answered(server, connection, new ExtendedRequest({ messageId: 0, oid: startTlsOid }))
  if (result.code !== resultCode.success) {
    connection.close()
    throw startTlsError(server, result)
  }
  connection.attach(await secureSocket(server, connection.detach(), tls, settings.timeoutSeconds))
}

/** Shows the server who the connector is. Throws ConnectorError (`invalid-credentials`, `strong-auth-required`, …). */
export async function bind(
  server: ServerAddress,
  connection: LdapConnection,
  credentials: BindCredentials,
): Promise<void> {
  if (credentials.method === 'external' && !(connection.socket instanceof TLSSocket)) {
    throw new ConnectorError({
      side: 'settings',
      code: 'external-needs-tls',
      message: 'An EXTERNAL bind shows a client certificate, which needs TLS; this connection has none.',
      remedy: 'Use ldaps://, or set directory.startTls to true.',
      place: 'directory.bind',
    })
  }
  if (credentials.method === 'simple' && credentials.password === '') {
    throw new ConnectorError({
      side: 'settings',
      code: 'empty-password',
      message: `The password of ${credentials.user} is empty; a server takes that for an anonymous sign-in (RFC 4513 5.1.2).`,
      remedy: 'Give the password, or choose the bind method anonymous.',
      place: 'directory.bind.password',
    })
  }
  const result = await answered(server, connection, bindRequest(credentials))
  if (result.code !== resultCode.success) throw bindError(server, credentials, result)
}

function bindRequest(credentials: BindCredentials): BindRequest {
  switch (credentials.method) {
    case 'simple':
      return new BindRequest({ messageId: 0, dn: credentials.user, password: credentials.password })
    case 'external':
      return new BindRequest({ messageId: 0, mechanism: 'EXTERNAL' })
    case 'anonymous':
      return new BindRequest({ messageId: 0 })
  }
}

async function answered(server: ServerAddress, connection: LdapConnection, request: BindRequest | ExtendedRequest) {
  try {
    return await connection.request(request)
  } catch (error) {
    if (error instanceof ConnectionLostError) throw unansweredError(server, error)
    throw error
  }
}

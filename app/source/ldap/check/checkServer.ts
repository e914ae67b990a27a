import { lookup } from 'node:dns/promises'
import { TLSSocket } from 'node:tls'
import { ConnectorError } from '../../../model/error.ts'
import type { Finding } from '../../../model/finding.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { connectError } from '../session/connectError.ts'
import { bind, openConnection } from '../session/openSession.ts'
import type { TlsOptions } from '../session/openSocket.ts'
import { isHostName, type ServerAddress } from '../session/serverAddress.ts'
import { asFinding, good, warning } from './finding.ts'

/** `refused`: the server does not take these credentials. */
export type SignIn = 'done' | 'refused' | 'not-tried'

const soonExpiredDays = 30
const dayMilliseconds = 86_400_000
const refusals: ReadonlySet<string> = new Set(['invalid-credentials', 'inappropriate-authentication'])

/** Looks at name, port, TLS and bind of one server, one finding each, up to the first that fails. */
export async function* checkServer(
  server: ServerAddress,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
): AsyncGenerator<Finding, SignIn, void> {
  let step = `name ${server.host}`
  let connection: LdapConnection | undefined
  try {
    yield good(step, await resolve(server))
    step = `connection ${server.url}`
    connection = await openConnection(server, settings, tls)
    yield good(step, `${server.host} answers on port ${server.port}.`)
    yield tlsFinding(server, connection, tls)
    step = `bind ${server.url}`
    await bind(server, connection, settings.bind)
    const who = settings.bind.method === 'simple' ? settings.bind.user : settings.bind.method
    yield good(step, `${server.host} accepted the sign-in of ${who}.`)
    return 'done'
  } catch (error) {
    yield asFinding(step, error)
    return error instanceof ConnectorError && refusals.has(error.code) ? 'refused' : 'not-tried'
  } finally {
    connection?.close()
  }
}

async function resolve(server: ServerAddress): Promise<string> {
  if (!isHostName(server.host)) return `${server.host} is an address; there is no name to resolve.`
  try {
    return `The name stands for ${(await lookup(server.host)).address}.`
  } catch (error) {
    throw error instanceof Error ? connectError(server, error) : error
  }
}

function tlsFinding(server: ServerAddress, connection: LdapConnection, tls: TlsOptions): Finding {
  const subject = `TLS ${server.url}`
  const { socket } = connection
  if (!(socket instanceof TLSSocket)) {
    const risk = 'The connection is not encrypted: passwords and all that is read can be seen and changed on the way.'
    return warning(subject, risk, 'Use ldaps://, or set directory.startTls to true.')
  }
  if (!tls.verify) {
    const risk = 'The certificate is not verified: anybody on the way can pose as the server.'
    return warning(subject, risk, 'Set directory.tls.verify to true, and directory.tls.caFile to the authority.')
  }
  const expires = new Date(socket.getPeerCertificate().valid_to)
  const days = Math.floor((expires.getTime() - Date.now()) / dayMilliseconds)
  const until = `is valid until ${expires.toISOString().slice(0, 10)} (${days} days)`
  const message = `${socket.getProtocol() ?? 'TLS'}; the certificate fits and ${until}.`
  return days >= soonExpiredDays ? good(subject, message) : warning(subject, message, "Renew the server's certificate.")
}

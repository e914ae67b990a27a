import { ConnectorError } from '../../../model/error.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'
import type { DirectoryServers } from '../discovery/directoryServers.ts'
import { openSession, type Session } from './openSession.ts'
import type { TlsOptions } from './openSocket.ts'
import type { ServerAddress } from './serverAddress.ts'

/**
 * A session with the first server that answers, listed ones before discovered ones, beginning at number `first` and
 * coming round (DC-4). A server that refuses the sign-in ends the search: trying a wrong password on every domain
 * controller locks accounts. Throws ConnectorError: the only server's own, the lookup's when there is no server
 * (`no-domain-controller`), or `unreachable` with what each of them said.
 */
export async function openFirstSession(
  { listed, discovered, lookup }: DirectoryServers,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
  first: number,
): Promise<Session & { readonly number: number }> {
  const servers = [...listed, ...discovered]
  const failures: ConnectorError[] = []
  for (const number of rotated(servers.length, first)) {
    try {
      return { ...(await openSession(at(servers, number), settings, tls)), number }
    } catch (error) {
      if (!(error instanceof ConnectorError) || !isServersOwn(error)) throw error
      failures.push(error)
    }
  }
  if (lookup.kind === 'failed') failures.push(lookup.error)
  const [only] = failures
  if (failures.length === 1 && only !== undefined) throw only
  throw new ConnectorError({
    side: 'directory',
    code: 'unreachable',
    message: `None of ${servers.length} servers can be used. ${failures.map((each) => `${each.place}: ${each.message}`).join(' ')}`,
    remedy: only?.remedy ?? 'Check the servers.',
    cause: failures,
  })
}

const tryNext: ReadonlySet<string> = new Set([
  'host-not-found',
  'unreachable',
  'timeout',
  'protocol-mismatch',
  'tls-failed',
  'start-tls-refused',
  'certificate-untrusted',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-name',
  'bind-refused',
])

/** Whether another server may do better. */
function isServersOwn(error: ConnectorError): boolean {
  return tryNext.has(error.code)
}

function rotated(count: number, first: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (first + index) % count)
}

function at(servers: readonly ServerAddress[], number: number): ServerAddress {
  const server = servers[number]
  if (server === undefined) throw new RangeError(`There is no server number ${number}.`)
  return server
}

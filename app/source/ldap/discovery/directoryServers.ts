import { ConnectorError } from '../../../model/error.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'
import { type ServerAddress, serverAddress } from '../session/serverAddress.ts'
import { type DomainControllers, type LookupParts, lookUpControllers } from './lookUpControllers.ts'

export type ControllerLookup =
  /** The settings name no domain. */
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly domain: string; readonly found: DomainControllers }
  | { readonly kind: 'failed'; readonly domain: string; readonly error: ConnectorError }

/** The servers to try: first the listed ones, then the discovered ones. */
export interface DirectoryServers {
  /** As in the settings. */
  readonly listed: readonly ServerAddress[]
  /** Found in DNS, and not listed. */
  readonly discovered: readonly ServerAddress[]
  readonly lookup: ControllerLookup
}

/** The servers as settings and DNS name them now (DC-4); a lookup that failed is told in `lookup`. */
export async function directoryServers(
  settings: LdapConnectionSettings,
  parts: LookupParts,
): Promise<DirectoryServers> {
  const listed = settings.servers.map(serverAddress)
  const lookup = await lookUp(settings.domain, parts)
  const found = lookup.kind === 'found' ? lookup.found.controllers : []
  const security = discoveredSecurity(settings)
  const known = new Set(listed.map(placeOf))
  const discovered: ServerAddress[] = []
  for (const { host, port } of found) {
    const server = serverAddress(security === 'ldaps' ? `ldaps://${host}` : `ldap://${host}:${port}`)
    if (known.has(placeOf(server))) continue
    known.add(placeOf(server))
    discovered.push(server)
  }
  return { listed, discovered, lookup }
}

/** Whether any server of these settings is reached over TLS. */
export function usesTls(settings: LdapConnectionSettings): boolean {
  const { domain, servers, startTls } = settings
  return (
    startTls ||
    servers.some((url) => serverAddress(url).security === 'ldaps') ||
    (domain !== undefined && discoveredSecurity(settings) === 'ldaps')
  )
}

async function lookUp(domain: string | undefined, parts: LookupParts): Promise<ControllerLookup> {
  if (domain === undefined) return { kind: 'none' }
  try {
    return { kind: 'found', domain, found: await lookUpControllers(domain, parts) }
  } catch (error) {
    if (error instanceof ConnectorError) return { kind: 'failed', domain, error }
    throw error
  }
}

/** The records tell the port of plain LDAP and StartTLS; without a word in the settings, LDAPS is meant (DC-2). */
function discoveredSecurity({ servers, startTls }: LdapConnectionSettings): ServerAddress['security'] {
  return startTls || servers.some((url) => serverAddress(url).security === 'plain') ? 'plain' : 'ldaps'
}

function placeOf({ host, port }: ServerAddress): string {
  return `${host.toLowerCase()}:${port}`
}

import type { Finding } from '../../../model/finding.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'
import type { DirectoryServers } from '../discovery/directoryServers.ts'
import type { TlsOptions } from '../session/openSocket.ts'
import { checkServer, type ServerCheck } from './checkServer.ts'

/**
 * Looks at every listed server, and at the discovered ones up to the first that takes the sign-in: a large domain has
 * hundreds. A discovered one that fails is only a warning when another server can be used; DNS often keeps the names of
 * controllers that are gone.
 */
export async function checkServers(
  { listed, discovered }: DirectoryServers,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
): Promise<ServerCheck> {
  const ofListed: Finding[] = []
  let usable = 0
  for (const server of listed) {
    const { findings, signIn } = await checkServer(server, settings, tls)
    ofListed.push(...findings)
    // A wrong password, tried on every server, locks the account.
    if (signIn === 'refused') return { findings: ofListed, signIn }
    if (signIn === 'done') usable += 1
  }
  const ofDiscovered: Finding[] = []
  for (const server of discovered) {
    const { findings, signIn } = await checkServer(server, settings, tls)
    if (signIn === 'refused') return { findings: [...ofListed, ...ofDiscovered, ...findings], signIn }
    ofDiscovered.push(...findings)
    if (signIn === 'done') {
      usable += 1
      break
    }
  }
  if (usable === 0) return { findings: [...ofListed, ...ofDiscovered], signIn: 'not-tried' }
  return { findings: [...ofListed, ...ofDiscovered.map(asWarning)], signIn: 'done' }
}

function asWarning(finding: Finding): Finding {
  return finding.level === 'error' ? { ...finding, level: 'warning' } : finding
}

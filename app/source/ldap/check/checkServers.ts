import type { Finding } from '../../../model/finding.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'
import type { DirectoryServers } from '../discovery/directoryServers.ts'
import type { TlsOptions } from '../session/openSocket.ts'
import { checkServer, type SignIn } from './checkServer.ts'

/**
 * Looks at every listed server, and at the discovered ones up to the first that takes the sign-in: a large domain has
 * hundreds. A discovered one that fails is only a warning when another server can be used; DNS often keeps the names of
 * controllers that are gone. Hence findings of discovered ones come only when that is known.
 */
export async function* checkServers(
  { listed, discovered }: DirectoryServers,
  settings: LdapConnectionSettings,
  tls: TlsOptions,
): AsyncGenerator<Finding, SignIn, void> {
  let usable = 0
  for (const server of listed) {
    const signIn = yield* checkServer(server, settings, tls)
    // A wrong password, tried on every server, locks the account.
    if (signIn === 'refused') return signIn
    if (signIn === 'done') usable += 1
  }
  const held: Finding[] = []
  for (const server of discovered) {
    const { findings, signIn } = await gather(checkServer(server, settings, tls))
    held.push(...findings)
    if (signIn === 'refused') {
      yield* held
      return signIn
    }
    if (signIn === 'done') {
      usable += 1
      break
    }
  }
  yield* usable === 0 ? held : held.map(asWarning)
  return usable === 0 ? 'not-tried' : 'done'
}

async function gather(check: AsyncGenerator<Finding, SignIn, void>) {
  const findings: Finding[] = []
  for (;;) {
    const step = await check.next()
    if (step.done) return { findings, signIn: step.value }
    findings.push(step.value)
  }
}

function asWarning(finding: Finding): Finding {
  return finding.level === 'error' ? { ...finding, level: 'warning' } : finding
}

import type { Finding } from '../../model/finding.ts'
import { checkBase } from './check/checkBase.ts'
import { checkProfile } from './check/checkProfile.ts'
import { checkServer } from './check/checkServer.ts'
import { asFinding } from './check/finding.ts'
import type { LdapConnectionSettings } from './connectionSettings.ts'
import type { OpenDirectory } from './openDirectory.ts'
import { serverAddress } from './session/serverAddress.ts'

/**
 * Looks at every server (name, port, TLS, bind), then at the directory through the first one that answers (root DSE,
 * paging, schema, each base). Throws nothing for what it finds.
 */
export async function checkDirectory(
  settings: LdapConnectionSettings,
  directory: OpenDirectory,
  baseDns: readonly string[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  try {
    const tls = await directory.tls()
    let usable = 0
    for (const server of settings.servers.map(serverAddress)) {
      const checked = await checkServer(server, settings, tls)
      findings.push(...checked.findings)
      // A wrong password, tried on every server, locks the account.
      if (checked.signIn === 'refused') return findings
      if (checked.signIn === 'done') usable += 1
    }
    if (usable === 0) return findings
    const { session, profile } = await directory.opener().open()
    try {
      findings.push(...checkProfile(profile, settings))
      for (const baseDn of baseDns) findings.push(await checkBase(session, profile, baseDn))
    } finally {
      session.connection.close()
    }
  } catch (error) {
    findings.push(asFinding('directory', error))
  }
  return findings
}

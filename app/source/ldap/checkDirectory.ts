import type { Finding } from '../../model/finding.ts'
import { checkBase } from './check/checkBase.ts'
import { checkLookup } from './check/checkLookup.ts'
import { checkProfile } from './check/checkProfile.ts'
import { checkServers } from './check/checkServers.ts'
import { asFinding } from './check/finding.ts'
import type { LdapConnectionSettings } from './connectionSettings.ts'
import type { OpenDirectory } from './openDirectory.ts'

/**
 * Looks up the domain's controllers, looks at the servers (name, port, TLS, bind), then at the directory through the first
 * one that answers (root DSE, paging, schema, each base; without bases the first naming context). Throws nothing for what
 * it finds.
 */
export async function* checkDirectory(
  settings: LdapConnectionSettings,
  directory: OpenDirectory,
  baseDns: readonly string[],
): AsyncGenerator<Finding, void, void> {
  try {
    const tls = await directory.tls()
    const servers = await directory.servers()
    yield* checkLookup(servers)
    const signIn = yield* checkServers(servers, settings, tls)
    if (signIn !== 'done') return
    const { session, profile } = await directory.opener(servers).open()
    try {
      yield* checkProfile(profile, settings)
      const { defaultNamingContext, namingContexts } = profile.rootDse
      const context = defaultNamingContext ?? namingContexts[0]
      const looked = baseDns.length > 0 || context === undefined ? baseDns : [context]
      for (const baseDn of looked) yield await checkBase(session, profile, baseDn)
    } finally {
      session.connection.close()
    }
  } catch (error) {
    yield asFinding('directory', error)
  }
}

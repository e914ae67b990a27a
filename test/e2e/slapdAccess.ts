import type { SettingsInput } from '../../app/settings/schema.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import type { Slapd } from '../services/slapd.ts'
import { expectedContent, openLdap } from './expectedContent.ts'
import type { DirectoryAdmin } from './ldapmodify.ts'
import type { PlainContent } from './plainContent.ts'
import type { WorkplaceOptions } from './workplace.ts'

/** The bind of one of the server's accounts; the password is found in the environment. */
export function simpleBind(slapd: Slapd, account: 'reader' | 'restricted' = 'reader') {
  return { method: 'simple', user: slapd[account].dn, password: { env: 'DIRECTORY_PASSWORD' } } as const
}

/** An unencrypted connection as the reader. */
export function plainConnection(slapd: Slapd): SettingsInput['directory'] {
  return { type: 'ldap', servers: [slapd.url], bind: simpleBind(slapd) }
}

/** A workplace that reads these bases as the reader, without encryption. */
export function plainWorkplace(slapd: Slapd, selection: SettingsInput['selection']): WorkplaceOptions {
  return { directory: plainConnection(slapd), password: slapd.reader.password, selection }
}

/** Whom the server believes anything. */
export function adminOf(slapd: Slapd): DirectoryAdmin {
  return { url: slapd.url, bindDn: slapd.admin.dn, password: slapd.admin.password }
}

/** What the store must hold when the whole directory is selected, as an independent reading says. */
export async function expectedOf(slapd: Slapd): Promise<PlainContent> {
  const { dn: bindDn, password } = slapd.admin
  return expectedContent(await ldapsearch({ url: slapd.url, bindDn, password, baseDn: slapd.baseDn }), openLdap)
}

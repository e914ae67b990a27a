import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import type { Slapd } from '../services/slapd.ts'
import { expectedContent, openLdap } from './expectedContent.ts'
import { type Install, makeInstall } from './install.ts'
import type { DirectoryAdmin } from './ldapmodify.ts'
import type { PlainContent } from './plainContent.ts'
import { startStore, type TestStore } from './startStore.ts'

export type Directory = SettingsInput['directory']
export type Selection = SettingsInput['selection']

/** What a test of the command line works with. */
export interface Workplace {
  readonly install: Install
  readonly store: TestStore
  readonly settings: SettingsInput
  /** Ends the store and removes all folders. */
  end(): Promise<void>
}

/** The bind of one of the server's accounts; the password is found in the environment. */
export function simpleBind(slapd: Slapd, account: 'reader' | 'restricted' = 'reader') {
  return { method: 'simple', user: slapd[account].dn, password: { env: 'DIRECTORY_PASSWORD' } } as const
}

/** An unencrypted connection as the reader. */
export function plainConnection(slapd: Slapd): Directory {
  return { type: 'ldap', servers: [slapd.url], bind: simpleBind(slapd) }
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

/** Makes an install (`init` has run) with an empty store of its own. */
export async function makeWorkplace(
  slapd: Slapd,
  directory: Directory,
  selection: Selection,
  profile: 'generic' | 'webex' = 'generic',
): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-slapd-'))
  const store = await startStore(folder, profile)
  const settings: SettingsInput = {
    version: 1,
    name: 'hq',
    directory,
    store: { profile, url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
    selection,
  }
  const install = makeInstall(settings, { DIRECTORY_PASSWORD: slapd.reader.password, STORE_TOKEN: store.token })
  const end = async () => {
    install.remove()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const init = await install.run('init', '--settings', install.settingsFile)
  if (init.code === 0) return { install, store, settings, end }
  await end()
  throw new Error(`init ended with ${init.code}: ${init.stderr}`)
}

/** The same for one piece of work, after which everything is gone. */
export async function withInstall(
  slapd: Slapd,
  directory: Directory,
  selection: Selection,
  work: (workplace: Workplace) => Promise<void>,
  profile: 'generic' | 'webex' = 'generic',
): Promise<void> {
  const workplace = await makeWorkplace(slapd, directory, selection, profile)
  try {
    await work(workplace)
  } finally {
    await workplace.end()
  }
}

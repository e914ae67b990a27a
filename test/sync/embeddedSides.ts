import { rmSync } from 'node:fs'
import type { DirectoryEntry } from '../../app/demo/directory/directoryEntry.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { type IdentityStore, startIdentityStore } from '../../app/demo/store/identityStore.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { saveSettings } from '../../app/settings/settingsFile.ts'
import { prepareDataFolder } from '../../main/compose.ts'
import { settingsWith } from '../fakes/connectorOn.ts'
import { baseDn } from '../fakes/people.ts'
import { quickFolder } from '../fakes/quickFolder.ts'

/** An embedded directory, an embedded store, and a data folder whose settings lead to both. */
export interface EmbeddedSides {
  readonly folder: string
  readonly directory: EmbeddedDirectory
  readonly store: IdentityStore
  readonly environment: Readonly<Record<string, string>>
  /** Asks the store in plain SCIM. */
  list(endpoint: 'Users' | 'Groups' | 'Contacts'): Promise<readonly Listed[]>
  close(): Promise<void>
}

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

export interface Listed {
  readonly id: string
  readonly userName?: string
  readonly displayName?: string
  readonly active?: boolean
  readonly title?: string
  readonly emails?: readonly { readonly value?: string }[]
  readonly photos?: readonly { readonly type?: string; readonly value?: string }[]
  readonly [enterprise]?: { readonly manager?: { readonly value: string } }
  readonly members?: readonly { readonly value: string }[]
}

const account = { dn: `CN=reader,OU=Staff,${baseDn}`, password: 'secret' }
const token = 'store-token'

/** Pictures of those who have one, in the directory itself. */
export const thumbnails = { enabled: true, source: 'attribute', attribute: 'thumbnailPhoto' } as const

/** Somebody whose manager is the next one. */
export function staff(count: number): DirectoryEntry[] {
  const dn = (index: number) => `CN=p${index},OU=Staff,${baseDn}`
  return Array.from({ length: count }, (_, index) => ({
    dn: dn(index),
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      objectCategory: [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`],
      cn: [`p${index}`],
      displayName: [`Person ${index}`],
      mail: [`p${index}@corp.test`],
      userAccountControl: ['512'],
      manager: [dn((index + 1) % count)],
    },
  }))
}

export function securityGroup(name: string, memberDns: readonly string[]): DirectoryEntry {
  return {
    dn: `CN=${name},OU=Groups,${baseDn}`,
    attributes: {
      objectClass: ['top', 'group'],
      objectCategory: [`CN=Group,CN=Schema,CN=Configuration,${baseDn}`],
      cn: [name],
      groupType: ['-2147483646'],
      member: [...memberDns],
    },
  }
}

export interface SidesOptions {
  /** An empty folder; one in memory is made otherwise. */
  readonly folder?: string
  readonly selection?: Partial<NonNullable<SettingsInput['selection']>>
  /** Where pictures are found; none are sent otherwise. */
  readonly avatar?: NonNullable<SettingsInput['avatar']>
  /** How directory and store are read; small pages make many requests. */
  readonly pageSize?: number
}

export async function startEmbeddedSides(
  entries: readonly DirectoryEntry[],
  { folder = quickFolder('sides'), selection = {}, avatar, pageSize = 500 }: SidesOptions = {},
): Promise<EmbeddedSides> {
  const directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [account] })
  const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
  const password = { env: 'DIRECTORY_PASSWORD' }
  prepareDataFolder(folder, new Date())
  await saveSettings(
    folder,
    settingsWith({
      directory: {
        type: 'ad-ds',
        servers: [directory.url],
        bind: { method: 'simple', user: account.dn, password },
        pageSize,
      },
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } }, pageSize },
      selection: { baseDns: [baseDn], groups: { enabled: true }, ...selection },
      ...(avatar && { avatar }),
    }),
  )
  return {
    folder,
    directory,
    store,
    environment: { DIRECTORY_PASSWORD: account.password, STORE_TOKEN: token },
    async list(endpoint) {
      const headers = { authorization: `Bearer ${token}` }
      const response = await fetch(`${store.url}/${endpoint}?count=1000`, { headers })
      const { Resources } = (await response.json()) as { readonly Resources: readonly Listed[] }
      return Resources
    },
    async close() {
      await Promise.all([directory.close(), store.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { rmSync } from 'node:fs'
import type { Connector } from '../../app/api/connector.ts'
import { type IdentityStore, startIdentityStore } from '../../app/demo/store/identityStore.ts'
import type { Change } from '../../app/model/change.ts'
import type { PlanHeader } from '../../app/model/plan.ts'
import type { SnapshotHeader } from '../../app/model/snapshotHeader.ts'
import { type SettingsInput, settingsSchema } from '../../app/settings/schema.ts'
import { saveSettings } from '../../app/settings/settingsFile.ts'
import { composeConnector, prepareDataFolder } from '../../main/compose.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { quickFolder } from '../fakes/quickFolder.ts'
import { readStore, type StoreContent } from './readStore.ts'
import { runConnector } from './runConnector.ts'
import type { RunReport } from './runReport.ts'
import type { WeekDirectory } from './weekDirectory.ts'
import { startWeekProxy, type WeekProxy } from './weekProxy.ts'

/** One connector of several that live through the same week, each with a store of its own. */
export interface WeekVariant {
  readonly name: string
  readonly method: 'dirsync' | 'usn' | 'timestamps' | 'syncrepl'
  readonly groups: 'nested' | 'flat'
  readonly through: 'this process' | 'the command line'
  /** Who reads the directory; the password is the one of its administrator unless it is given. */
  readonly account: { readonly dn: string; readonly password: string }
  /** LDAP messages that a sync may cost while nothing happens. */
  readonly messages: number
  /** A filter of the administrator's own. */
  readonly userFilter?: string
  /** Takes the place of what else would be in the settings. */
  readonly settings?: Partial<SettingsInput>
}

/** What a sync did. */
export interface WeekSync {
  readonly plan: PlanHeader
  /** `update ann@week.test (differs: title)`, in alphabetical order; names without the domain. */
  readonly changes: readonly string[]
}

export interface WeekConnector {
  readonly store: IdentityStore
  readonly wire: WeekProxy
  syncFull(): Promise<WeekSync>
  syncIncremental(): Promise<WeekSync>
  /** A new look at both sides, whole. */
  dryRun(from?: 'directory' | 'snapshot'): Promise<WeekSync>
  snapshot(): Promise<SnapshotHeader | null>
  settings(): SettingsInput
  /** Changes the settings. */
  use(changes: Partial<SettingsInput>): Promise<void>
  /** Everything in the store, by plain requests that are not counted. */
  read(): Promise<StoreContent>
  passDays(days: number): void
  close(): Promise<void>
}

const token = 'store-token'

/** Starts a store and makes a data folder whose settings lead to it and to the directory. */
export async function startWeekConnector(directory: WeekDirectory, variant: WeekVariant): Promise<WeekConnector> {
  const { method, groups, account } = variant
  const profile = groups === 'flat' ? 'webex' : 'generic'
  const folder = quickFolder('week')
  const store = await startIdentityStore({ file: ':memory:', profile, token })
  const wire = await startWeekProxy(directory.admin.url)
  const environment = { DIRECTORY_PASSWORD: account.password, STORE_TOKEN: token }
  const none = { percent: 100, atLeast: 1000, atMost: 1000 }
  let settings: SettingsInput = {
    version: 1,
    name: variant.name,
    directory: {
      type: directory.flavour === 'ad' ? 'ad-ds' : 'ldap',
      servers: [wire.url],
      bind: { method: 'simple', user: account.dn, password: { env: 'DIRECTORY_PASSWORD' } },
      changeTracking: method,
    },
    store: { profile, url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
    selection: {
      baseDns: [directory.companyDn],
      excludeDns: [`OU=Former,${directory.companyDn}`],
      groups: { enabled: true },
      ...(variant.userFilter !== undefined && { users: { filter: variant.userFilter } }),
    },
    // OpenLDAP has no attribute of its own that says that an account is disabled for good.
    mapping: directory.flavour === 'ad' ? {} : { 'ds-pwp-account-disabled': 'carLicense' },
    guards: { deletions: { users: none, rooms: none, groups: none, contacts: none } },
    ...variant.settings,
  }
  const save = () => saveSettings(folder, settingsSchema.parse(settings))
  const clock = leapingClock(new Date())
  prepareDataFolder(folder, clock.now())
  await save()

  async function open<Result>(work: (connector: Connector) => Promise<Result>): Promise<Result> {
    const parts = { dataFolder: folder, access: 'write', purpose: 'a week', environment, clock } as const
    const connector = composeConnector({ ...parts, progress: () => {} })
    try {
      return await work(connector)
    } finally {
      await connector.close()
    }
  }
  const told = (connector: Connector, planId: number): WeekSync => {
    const { header, changes } = connector.plan(planId)
    return { plan: header, changes: [...changes()].map(({ change }) => said(change)).sort() }
  }
  const inProcess = (sync: (connector: Connector) => Promise<{ readonly plan: PlanHeader }>) =>
    open(async (connector) => told(connector, (await sync(connector)).plan.id))
  const onCommandLine = async (...words: readonly string[]): Promise<WeekSync> => {
    const result = await runConnector(['--data-dir', folder, ...words, '--json'], environment)
    if (result.code !== 0) throw new Error(`${words.join(' ')} ended with ${result.code}: ${result.stderr}`)
    const report = result.json<RunReport & { readonly changes?: { readonly read: number; readonly method: string } }>()
    return open(async (connector) => {
      const sync = told(connector, report.planId)
      if ('method' in sync.plan.basis) {
        const { method: by, read } = sync.plan.basis
        expect(report.changes).toEqual({ method: by, read })
      }
      return sync
    })
  }
  return {
    store,
    wire,
    syncFull: () => inProcess((connector) => connector.syncFull()),
    syncIncremental: () =>
      variant.through === 'the command line'
        ? onCommandLine('sync', '--incremental')
        : inProcess((connector) => connector.syncIncremental()),
    dryRun: (from = 'directory') => inProcess((connector) => connector.dryRun({ from })),
    snapshot: () => open(async (connector) => connector.snapshot()),
    settings: () => settings,
    async use(changes) {
      settings = { ...settings, ...changes }
      await save()
    },
    read: () => readStore(store.url, token),
    passDays: (days) => clock.advance(days * 24 * 60 * 60 * 1000),
    async close() {
      await Promise.all([store.close(), wire.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function said({ kind, objectKind, name, reason }: Change): string {
  const whom = objectKind === 'user' || objectKind === 'group' ? '' : `${objectKind} `
  const attributes = reason.kind === 'differs' ? `: ${[...reason.attributes].sort().join(', ')}` : ''
  return `${kind} ${whom}${name.replace('@week.test', '')} (${reason.kind}${attributes})`
}

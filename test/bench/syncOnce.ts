import { openConnector } from '../../app/api/openConnector.ts'
import { changesIn } from '../../app/model/changesIn.ts'
import { settingsSchema } from '../../app/settings/schema.ts'
import { ldapSource } from '../../app/source/ldap/ldapSource.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import { scimTarget } from '../../app/target/scim/scimTarget.ts'
import { systemClock } from '../../main/systemClock.ts'
import type { SyncMeasurement, SyncOptions } from './syncMeasurement.ts'
import { Waiting } from './waiting.ts'

/** One sync in a process of its own, as the command line makes it; prints a SyncMeasurement. */
const { kind, folder, directory, store }: SyncOptions = JSON.parse(process.argv[2] ?? '{}')
const none = { percent: 100, atLeast: 1_000_000, atMost: 1_000_000 }
const settings = settingsSchema.parse({
  version: 1,
  name: 'bench',
  directory: {
    type: directory.type,
    servers: [directory.url],
    pageSize: 1000,
    bind: { method: 'anonymous' },
    changeTracking: directory.tracking,
  },
  store: { url: store.url, pageSize: 1000, auth: { method: 'bearer', token: { env: 'unused' } } },
  selection: { baseDns: [directory.baseDn], groups: { enabled: true } },
  mapping: { departmentNumber: 'departmentNumber', ou: 'ou' },
  guards: { deletions: { users: none, groups: none } },
})
const bind = { method: 'simple', user: directory.user, password: directory.password } as const
const waiting = new Waiting()
const now = () => new Date()

const cpuBefore = process.cpuUsage()
const started = performance.now()
const state = openState({ folder, access: 'write', purpose: 'bench', now: now() })
const openMilliseconds = performance.now() - started
const connector = openConnector({
  loadSettings: async () => settings,
  state,
  openSource: async () => waiting.source(ldapSource({ ...settings.directory, bind })),
  openTarget: async () =>
    waiting.target(
      scimTarget({ ...settings.store, auth: { method: 'bearer', token: store.token } }, { clock: systemClock }),
    ),
  openPictures: () => Promise.reject(new Error('No pictures are measured.')),
  now,
  progress: () => {},
  signal: new AbortController().signal,
  translate: (error) => error,
})
const { run, plan } = kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
const totalMilliseconds = performance.now() - started
const { user, system } = process.cpuUsage(cpuBefore)
await connector.close()

const measurement: SyncMeasurement = {
  status: run.status,
  method: plan.basis.kind === 'changes' ? plan.basis.method : null,
  told: plan.basis.kind === 'changes' ? plan.basis.read : null,
  changes: changesIn(run.counts ?? plan.counts),
  totalMilliseconds,
  directoryMilliseconds: waiting.directory,
  storeMilliseconds: waiting.store,
  ownMilliseconds: totalMilliseconds - waiting.directory,
  openMilliseconds,
  cpuMilliseconds: (user + system) / 1000,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(measurement))

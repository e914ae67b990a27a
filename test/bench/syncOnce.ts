import { openConnector } from '../../app/api/openConnector.ts'
import { attributeSource } from '../../app/avatar/attributeSource.ts'
import { serverSource } from '../../app/avatar/serverSource.ts'
import { changesIn } from '../../app/model/changesIn.ts'
import { settingsSchema } from '../../app/settings/schema.ts'
import { ldapSource } from '../../app/source/ldap/ldapSource.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import { scimTarget } from '../../app/target/scim/scimTarget.ts'
import { systemClock } from '../../main/systemClock.ts'
import { peakMegabytes } from './peakMegabytes.ts'
import type { PictureOptions, SyncMeasurement, SyncOptions } from './syncMeasurement.ts'
import { Waiting } from './waiting.ts'

/** One sync in a process of its own, as the command line makes it; prints a SyncMeasurement. */
const { kind, folder, directory, store, pictures }: SyncOptions = JSON.parse(process.argv[2] ?? '{}')
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
  store: {
    profile: store.profile ?? 'generic',
    url: store.url,
    pageSize: 1000,
    auth: { method: 'bearer', token: { env: 'unused' } },
  },
  selection: { baseDns: [directory.baseDn], groups: { enabled: true } },
  mapping: { departmentNumber: 'departmentNumber', ou: 'ou' },
  guards: { deletions: { users: none, groups: none } },
  ...(pictures && { avatar: avatarSettings(pictures) }),
})
const bind = { method: 'simple', user: directory.user, password: directory.password } as const
const waiting = new Waiting()
const now = () => new Date()

const cpuBefore = process.cpuUsage()
const started = performance.now()
const state = openState({ folder, access: 'write', purpose: 'bench', now: now() })
const openMilliseconds = performance.now() - started
const connector = openConnector({
  dataFolder: folder,
  loadSettings: async () => settings,
  state,
  openSource: async () => waiting.source(ldapSource({ ...settings.directory, bind })),
  openTarget: async () =>
    waiting.target(
      scimTarget({ ...settings.store, auth: { method: 'bearer', token: store.token } }, { clock: systemClock }),
    ),
  openPictures: async () => {
    if (pictures === undefined) throw new Error('No pictures are measured.')
    if (pictures.source === 'attribute') return attributeSource(pictures.attribute)
    return serverSource(pictures.pattern, { credential: null, addresses: 'any' })
  },
  lookUpControllers: async () => [],
  protect: async () => {},
  now,
  progress: () => {},
  signal: new AbortController().signal,
  translate: (error) => error,
})
const works = {
  'dry-run': () => connector.dryRun(),
  full: () => connector.syncFull(),
  incremental: () => connector.syncIncremental(),
}
const { run, plan } = await works[kind]()
const totalMilliseconds = performance.now() - started
const { user, system } = process.cpuUsage(cpuBefore)
await connector.close()

const measurement: SyncMeasurement = {
  status: run.status,
  method: plan.basis.kind === 'changes' ? plan.basis.method : null,
  told: plan.basis.kind === 'changes' ? plan.basis.read : null,
  changes: changesIn(run.counts ?? plan.counts),
  pictures: (run.counts ?? plan.counts).avatars,
  totalMilliseconds,
  directoryMilliseconds: waiting.directory,
  storeMilliseconds: waiting.store,
  ownMilliseconds: totalMilliseconds - waiting.directory,
  openMilliseconds,
  cpuMilliseconds: (user + system) / 1000,
  peakMegabytes: peakMegabytes(),
}
console.log(JSON.stringify(measurement))

function avatarSettings(from: PictureOptions) {
  const common = { enabled: true, ...from }
  return from.source === 'server' ? { ...common, allowPrivateAddresses: true } : common
}

import { openConnector } from '../../app/api/openConnector.ts'
import { changesIn } from '../../app/model/changesIn.ts'
import { settingsSchema } from '../../app/settings/schema.ts'
import { ldapSource } from '../../app/source/ldap/ldapSource.ts'
import type { Source } from '../../app/source/source.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import { scimTarget } from '../../app/target/scim/scimTarget.ts'
import type { Target } from '../../app/target/target.ts'
import { systemClock } from '../../main/systemClock.ts'
import { peakMegabytes } from './peakMegabytes.ts'

/** What one run is measured on. */
export interface RunOptions {
  readonly kind: 'dry-run' | 'full'
  readonly folder: string
  readonly directory: { readonly url: string; readonly dn: string; readonly password: string; readonly baseDn: string }
  readonly store: { readonly url: string; readonly token: string }
}

/** One run in a process of its own, so that its memory is its own. Times in milliseconds. */
export interface RunMeasurement {
  readonly read: number
  readonly matched: number
  readonly changes: number
  readonly directoryMilliseconds: number
  readonly storeMilliseconds: number
  /** Everything but the two reads: mapping, joining, comparing, guarding, storing the plan. */
  readonly planningMilliseconds: number
  readonly totalMilliseconds: number
  readonly peakMegabytes: number
}

/** The attributes of the measurement: twenty, about 1 KB. */
export const benchMapping = {
  departmentNumber: 'departmentNumber',
  ou: 'ou',
} as const

const { kind, folder, directory, store }: RunOptions = JSON.parse(process.argv[2] ?? '{}')
const settings = settingsSchema.parse({
  version: 1,
  name: 'bench',
  directory: { type: 'ldap', servers: [directory.url], pageSize: 1000, bind: { method: 'anonymous' } },
  store: { url: store.url, pageSize: 1000, auth: { method: 'bearer', token: { env: 'unused' } } },
  selection: { baseDns: [directory.baseDn] },
  mapping: benchMapping,
})
let directoryMilliseconds = 0
let storeMilliseconds = 0

/** Times a walk from its first page to its end, with what its consumer does between pages. */
async function* timed<Page>(pages: AsyncIterable<Page>, add: (milliseconds: number) => void): AsyncGenerator<Page> {
  const started = performance.now()
  yield* pages
  add(performance.now() - started)
}

function timedSource(source: Source): Source {
  return {
    ...source,
    read: (request) =>
      timed(source.read(request), (time) => {
        directoryMilliseconds += time
      }),
  }
}

function timedTarget(target: Target): Target {
  return {
    ...target,
    readUsers: () =>
      timed(target.readUsers(), (time) => {
        storeMilliseconds += time
      }),
  }
}

const now = () => new Date()
const state = openState({ folder, access: 'write', purpose: 'bench', now: now() })
const connector = openConnector({
  dataFolder: folder,
  loadSettings: async () => settings,
  state,
  openSource: async () =>
    timedSource(
      ldapSource({
        ...settings.directory,
        bind: { method: 'simple', user: directory.dn, password: directory.password },
      }),
    ),
  openTarget: async () =>
    timedTarget(
      scimTarget({ ...settings.store, auth: { method: 'bearer', token: store.token } }, { clock: systemClock }),
    ),
  openPictures: () => Promise.reject(new Error('No pictures are measured.')),
  lookUpControllers: async () => [],
  protect: async () => {},
  now,
  progress: () => {},
  signal: new AbortController().signal,
  translate: (error) => error,
})
const started = performance.now()
const { run, plan } = kind === 'full' ? await connector.syncFull() : await connector.dryRun()
const totalMilliseconds = performance.now() - started
const measurement: RunMeasurement = {
  read: plan.counts.users.read,
  matched: (run.counts ?? plan.counts).users.matched,
  changes: changesIn(run.counts ?? plan.counts),
  directoryMilliseconds,
  storeMilliseconds,
  planningMilliseconds: totalMilliseconds - directoryMilliseconds - storeMilliseconds,
  totalMilliseconds,
  peakMegabytes: peakMegabytes(),
}
console.log(JSON.stringify(measurement))
await connector.close()

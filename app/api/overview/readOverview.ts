import { objectKinds, plural } from '../../model/objectKind.ts'
import type { Counts } from '../../model/plan.ts'
import type { Run } from '../../model/run.ts'
import { failedIn, runSentence } from '../../report/runSentence.ts'
import { settingsSentences } from '../../report/settingsSentences.ts'
import type { Settings } from '../../settings/schema.ts'
import { settingsWarnings } from '../../settings/settingsWarnings.ts'
import type { State } from '../../state/state.ts'
import { presentSettings } from '../configuration/presentSettings.ts'
import type { Overview, RunPoint } from './overview.ts'
import { overviewLight } from './overviewLight.ts'
import { whatCanStart } from './whatCanStart.ts'

const shownRuns = 30
const dayInMilliseconds = 24 * 60 * 60 * 1000

export interface OverviewParts {
  readonly dataFolder: string
  readonly state: State
  loadSettings(): Promise<Settings>
  readonly now: () => Date
}

/** How all is, from the data folder alone. Settings that cannot be read are told of by the light. */
export async function readOverview({ dataFolder, state, loadSettings, now }: OverviewParts): Promise<Overview> {
  const present = await presentSettings(loadSettings)
  const settings = present.kind === 'there' ? present.settings : null
  // The one that runs is told of by the service.
  const ended = state.runs.list(shownRuns + 1).filter(({ status }) => status !== 'running')
  const snapshot = state.snapshot()
  return {
    light: overviewLight(state, present, ended),
    connector: settings && connectorOf(settings, dataFolder),
    installsUpdates: settings?.updates.automatic ?? false,
    control: state.control.get(),
    linked: linkedObjects(state),
    setAside: state.setAside.list().length,
    troubles: troubles(state, ended, now()),
    fullSyncedAt: snapshot?.readAt ?? null,
    lastPlan: state.plans.list(1)[0] ?? null,
    recentRuns: ended.slice(0, shownRuns).map(pointOf),
    lastRuns: ended.slice(0, 2).map((run) => ({ run, sentence: runSentence(run) })),
    can: await whatCanStart(state, present),
    configuration: settings ? settingsSentences(settings) : [],
    warnings: settings ? settingsWarnings(settings) : [],
  }
}

function connectorOf({ name, directory, store }: Settings, dataFolder: string): NonNullable<Overview['connector']> {
  const { type, domain, servers } = directory
  return {
    name,
    directory: { type, place: domain ?? servers[0] ?? '' },
    store: { profile: store.profile, url: store.url },
    dataFolder,
  }
}

function linkedObjects({ links }: State): Overview['linked'] {
  const count: Partial<Record<keyof Counts, number>> = {}
  for (const kind of objectKinds) count[plural[kind]] = links.count(kind)
  const { users = 0, rooms = 0, groups = 0, contacts = 0, avatars = 0 } = count
  return { users, rooms, groups, contacts, avatars }
}

function troubles({ events }: State, ended: readonly Run[], now: Date): number {
  const last = ended.find(({ status }) => status === 'equal' || status === 'done' || status === 'planned')
  return events.countTroubles(last ? { runId: last.id } : { at: new Date(now.getTime() - dayInMilliseconds) })
}

function pointOf({ id, kind, status, startedAt, endedAt, counts }: Run): RunPoint {
  const sum = (...changes: ReadonlyArray<'create' | 'update' | 'reactivate' | 'deactivate' | 'delete'>) =>
    counts === null
      ? 0
      : Object.values(counts)
          .flatMap((of) => changes.map((change) => of[change]))
          .reduce(add, 0)
  return {
    id,
    kind,
    status,
    startedAt,
    seconds: endedAt === null ? 0 : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000,
    added: sum('create'),
    changed: sum('update', 'reactivate'),
    removed: sum('deactivate', 'delete'),
    failed: counts === null ? 0 : failedIn(counts),
  }
}

function add(one: number, other: number): number {
  return one + other
}

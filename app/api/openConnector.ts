import type { PictureSource } from '../avatar/pictureSource.ts'
import type { Event } from '../model/event.ts'
import type { ProgressListener } from '../model/progress.ts'
import type { PlanReport } from '../report/planReport.ts'
import type { Settings } from '../settings/schema.ts'
import type { Source } from '../source/source.ts'
import { checkUndoable } from '../stages/checkUndoable.ts'
import type { SyncParts } from '../stages/syncParts.ts'
import type { Control, State } from '../state/state.ts'
import { sync } from '../sync.ts'
import type { Target } from '../target/target.ts'
import { tryAvatar } from './avatar/tryAvatar.ts'
import { checkBoth } from './configuration/checkBoth.ts'
import { checkLive } from './configuration/checkLive.ts'
import { openConfiguration } from './configuration/openConfiguration.ts'
import type { Connector } from './connector.ts'
import { openDirectoryBrowser } from './directory/openDirectoryBrowser.ts'
import { eventPage } from './events/eventPage.ts'
import { evaluateForUser } from './explain/evaluateForUser.ts'
import { explain } from './explain/explain.ts'
import { whereSelected } from './explain/findUser.ts'
import { noSuch } from './noSuch.ts'
import { readOverview } from './overview/readOverview.ts'
import { confirmedChanges } from './plans/confirmedChanges.ts'
import { openPlanBrowser } from './plans/openPlanBrowser.ts'

/** What a connector is made of; only main/compose.ts knows the concrete ones. */
export interface ConnectorParts {
  readonly dataFolder: string
  /**
   * Loaded when they are first needed: history can be read with broken settings. Throws ConnectorError (settings)
   * `not-set-up` when there are none yet.
   */
  loadSettings(): Promise<Settings>
  readonly state: State
  openSource(settings: Pick<Settings, 'directory'>): Promise<Source>
  openTarget(settings: Pick<Settings, 'store'>): Promise<Target>
  /** Throws ConnectorError `no-avatar-settings` when the settings name no source of pictures. */
  openPictures(settings: Pick<Settings, 'avatar'>): Promise<PictureSource>
  /** Domain controllers that DNS names for a domain, best first, with their ports. */
  lookUpControllers(domain: string): Promise<readonly string[]>
  /** Closes a path to other accounts where its mode does not say so. */
  protect(path: string, kind: 'file' | 'folder'): Promise<void>
  readonly now: () => Date
  readonly progress: ProgressListener
  /** Aborts when the process is to end. */
  readonly signal: AbortSignal
  /** Gives errors of the state's file their words. */
  translate(error: unknown): unknown
}

/** The connector of one data folder, working in this process. */
export function openConnector(parts: ConnectorParts): Connector {
  const { state, now, progress, signal, dataFolder, protect } = parts
  const record = (event: Omit<Event, 'id'>) => state.events.add([event])
  const configuration = openConfiguration({ dataFolder, protect, record, now })
  const directory = openDirectoryBrowser(parts)
  const planBrowser = openPlanBrowser(parts)

  const withBoth = async <Result>(work: (sides: SyncParts) => Promise<Result>, unsaved?: Settings): Promise<Result> => {
    try {
      const settings = unsaved ?? (await parts.loadSettings())
      await using cleanup = new AsyncDisposableStack()
      const source = await parts.openSource(settings)
      cleanup.defer(() => source.close())
      const target = await parts.openTarget(settings)
      cleanup.defer(() => target.close())
      const pictures = settings.avatar?.enabled ? await parts.openPictures(settings) : null
      if (pictures) cleanup.defer(() => pictures.close())
      return await work({ settings, source, target, pictures, state, now, progress, signal })
    } catch (error) {
      throw parts.translate(error)
    }
  }

  const plan = (id: number): PlanReport => {
    const header = state.plans.get(id)
    if (!header) throw noSuch('plan', id, state.plans.list()[0]?.id)
    return {
      header,
      changes: () => state.plans.changes(id),
      objects: (outcome) => state.plans.objects(id, outcome),
      notes: () => state.plans.notes(id),
      confirmed: () => confirmedChanges(state, header),
    }
  }

  const control = (changes: Partial<Control>, message: string): Control => {
    state.control.save(changes)
    const said = { level: 'info', side: 'connector', code: 'control-changed', remedy: '', runId: null } as const
    state.events.add([{ ...said, at: now().toISOString(), message, object: null }])
    return state.control.get()
  }

  return {
    check: () => withBoth(checkBoth),
    checkLive: (side, draft) => checkLive(parts, side, draft),
    dryRun: ({ unsaved, from = 'directory' } = {}) =>
      withBoth((sides) => sync(sides, { kind: 'dry-run', from }), unsaved),
    syncFull: () => withBoth((sides) => sync(sides, { kind: 'full' })),
    syncIncremental: () => withBoth((sides) => sync(sides, { kind: 'incremental' })),
    syncOnly: (who) => withBoth((sides) => sync(sides, { kind: 'only', who })),
    async undo(runId) {
      checkUndoable(state, runId)
      return withBoth((sides) => sync(sides, { kind: 'undo', runId }))
    },
    async apply(planId, approved) {
      const { header } = plan(planId)
      return withBoth((sides) => sync(sides, { kind: 'apply', plan: header, approved }))
    },
    overview: () => readOverview(parts),
    plans: () => state.plans.list(),
    plan,
    planBrowser,
    runs: (limit) => state.runs.list(limit),
    run(id) {
      const run = state.runs.get(id)
      if (!run) throw noSuch('run', id, state.runs.list(1)[0]?.id)
      return run
    },
    snapshot: () => state.snapshot(),
    setAside: () => state.setAside.list(),
    retrySetAside: (name) => state.setAside.retry(name, now()),
    control: () => state.control.get(),
    pause: () => control({ pausedAt: state.control.get().pausedAt ?? now().toISOString() }, 'The schedule is paused.'),
    // What came due meanwhile is not made up for.
    resume: () => control({ pausedAt: null, attendedUntil: now().toISOString() }, 'The schedule goes on.'),
    setMode: (mode) => control({ mode, attendedUntil: now().toISOString() }, `The mode is ${mode} now.`),
    events: (filter) => state.events.list(filter),
    eventPage: (query) => eventPage(state, query),
    known: (text, limit) => state.links.search(text, limit),
    explain: (who) => withBoth((sides) => explain(sides, who)),
    evaluate: (expression, who) => withBoth((sides) => evaluateForUser(whereSelected(sides), expression, who)),
    tryAvatar: (who) =>
      withBoth(async (sides) => {
        const pictures = await parts.openPictures(sides.settings)
        try {
          return await tryAvatar(whereSelected(sides), pictures, who)
        } finally {
          await pictures.close()
        }
      }),
    configuration,
    directory,
    async close() {
      await directory.close()
      state.close()
    },
  }
}

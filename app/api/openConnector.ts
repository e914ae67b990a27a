import type { PictureSource } from '../avatar/pictureSource.ts'
import { ConnectorError } from '../model/error.ts'
import type { ProgressListener } from '../model/progress.ts'
import type { PlanReport } from '../report/planReport.ts'
import type { Settings } from '../settings/schema.ts'
import { settingsWarnings } from '../settings/settingsWarnings.ts'
import type { Source } from '../source/source.ts'
import { checkUndoable } from '../stages/checkUndoable.ts'
import { notKeptFindings } from '../stages/notKeptFindings.ts'
import type { SyncParts } from '../stages/syncParts.ts'
import type { Control, State } from '../state/state.ts'
import { sync } from '../sync.ts'
import type { Target } from '../target/target.ts'
import type { Connector } from './connector.ts'
import { evaluateForUser } from './evaluateForUser.ts'
import { explain } from './explain.ts'
import { settingsFindings } from './settingsFindings.ts'
import { trackingFinding } from './trackingFinding.ts'
import { tryAvatar } from './tryAvatar.ts'

/** What a connector is made of; only main/compose.ts knows the concrete ones. */
export interface ConnectorParts {
  /** Loaded when they are first needed: history can be read with broken settings. */
  loadSettings(): Promise<Settings>
  readonly state: State
  openSource(settings: Settings): Promise<Source>
  openTarget(settings: Settings): Promise<Target>
  /** Throws ConnectorError `no-avatar-settings` when the settings name no source of pictures. */
  openPictures(settings: Settings): Promise<PictureSource>
  readonly now: () => Date
  readonly progress: ProgressListener
  /** Aborts when the process is to end. */
  readonly signal: AbortSignal
  /** Gives errors of the state's file their words. */
  translate(error: unknown): unknown
}

/** The connector of one data folder, working in this process. */
export function openConnector(parts: ConnectorParts): Connector {
  const { state, now, progress, signal } = parts

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
      objects: () => state.plans.objects(id),
      notes: () => state.plans.notes(id),
    }
  }

  const control = (changes: Partial<Control>, message: string): Control => {
    state.control.save(changes)
    const said = { level: 'info', side: 'connector', code: 'control-changed', remedy: '', runId: null } as const
    state.events.add([{ ...said, at: now().toISOString(), message, object: null }])
    return state.control.get()
  }

  return {
    check: () =>
      withBoth(async ({ settings, source, target }) => {
        const directory = await source.check(settings.selection.baseDns)
        // What keeps it from being read is said already.
        const isReadable = directory.every(({ level }) => level !== 'error')
        const store = await target.check()
        const isWritable = store.every(({ level }) => level !== 'error')
        return [
          ...settingsWarnings(settings),
          ...(await settingsFindings(settings, source)),
          ...directory,
          ...(isReadable ? [await trackingFinding(settings, source)] : []),
          ...store,
          ...(isWritable ? notKeptFindings(settings, await target.discover()) : []),
        ]
      }),
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
    plans: () => state.plans.list(),
    plan,
    runs: () => state.runs.list(),
    run(id) {
      const run = state.runs.get(id)
      if (!run) throw noSuch('run', id, state.runs.list()[0]?.id)
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
    explain: (who) => withBoth((sides) => explain(sides, who)),
    evaluate: (expression, who) => withBoth((sides) => evaluateForUser(sides, expression, who)),
    tryAvatar: (who) =>
      withBoth(async (sides) => {
        const pictures = await parts.openPictures(sides.settings)
        try {
          return await tryAvatar(sides, pictures, who)
        } finally {
          await pictures.close()
        }
      }),
    async close() {
      state.close()
    },
  }
}

function noSuch(what: 'plan' | 'run', id: number, newest: number | undefined): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: `no-such-${what}`,
    message: `There is no ${what} ${id}${newest === undefined ? ': none was made yet' : `; the newest is ${newest}`}.`,
    remedy: `List them with \`${what}s list\`.`,
    place: `${what} ${id}`,
  })
}

import { changesIn } from '../model/changesIn.ts'
import { entryKinds } from '../model/entry.ts'
import type { Run } from '../model/run.ts'
import { computeUndo } from './computeUndo.ts'
import { openWorkspace } from './openWorkspace.ts'
import { planIn } from './planIn.ts'
import { type Planned, photoOf, versionOf } from './planned.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

/**
 * Reads what an earlier run has touched, and plans to take it back (DC-58). Applying that plan pauses the schedule, which
 * would do the same again; links change with each outcome, snapshot and watermark stay as they are.
 * @throws ConnectorError (side connector) `no-such-run`, `nothing-to-undo`; of side store when it cannot be read
 */
export async function planFromUndo(
  parts: SyncParts,
  run: Run,
  record: EventRecorder,
  undoneRunId: number,
): Promise<Planned> {
  const everything = { kinds: entryKinds, managed: [], groups: 'nested', contacts: null, pictures: 'none' } as const
  const workspace = openWorkspace(parts, run, everything, 'everything', 'look')
  return planIn(workspace, async () => ({
    plan: await computeUndo(parts, workspace, run.id, undoneRunId),
    versionOf: (change) => versionOf(change, workspace),
    photoOf: (photo) => photoOf(photo, workspace),
    begin(at, { counts }) {
      if (changesIn(counts) > 0) pauseSchedule(parts, undoneRunId, at, record)
    },
    settle() {},
  }))
}

function pauseSchedule({ state }: SyncParts, undoneRunId: number, at: Date, record: EventRecorder): void {
  if (state.control.get().pausedAt !== null) return
  state.control.save({ pausedAt: at.toISOString() })
  const message = `The schedule is paused, because the next sync would do again what run ${undoneRunId} did.`
  const remedy = 'Change the directory or the settings, look at a dry run, then end the pause with `resume`.'
  record([{ level: 'warning', side: 'connector', code: 'paused', message, remedy }])
}

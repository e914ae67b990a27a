import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { distinctGaps } from './distinctGaps.ts'
import { gatherChanges } from './gatherChanges.ts'
import { gatherWaiting } from './gatherWaiting.ts'
import { lookAtPictures } from './lookAtPictures.ts'
import { openWorkspace } from './openWorkspace.ts'
import { planIn } from './planIn.ts'
import type { Planned } from './planned.ts'
import { planToStayEqual } from './planToStayEqual.ts'
import { requireSnapshot } from './requireSnapshot.ts'
import { scopeOfChanges } from './scopeOfChanges.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

/** Reads what changed since the watermark, asks the store for whom that concerns, and plans for them (DC-50, DC-52). */
export async function planFromChanges(
  parts: SyncParts,
  run: Run,
  record: EventRecorder,
  waiting: PlanPolicy['waiting'],
): Promise<Planned> {
  const held = requireSnapshot(parts)
  const what = scopeOfChanges(parts, held)
  const workspace = openWorkspace(parts, run, what, 'focus', 'apply')
  return planIn(workspace, async () => {
    const directory = await gatherChanges(parts, workspace, held, record)
    const store = await gatherWaiting(parts, what, workspace, held, waiting)
    const gaps = [...directory.gaps]
    const looking = { parts, selection: what.selection, workspace, gaps }
    const picturesRead =
      directory.picturesRead + (await lookAtPictures(looking, what, parts.source, 'entries-and-store'))
    const gathered = { ...directory, ...store, picturesRead, gaps: distinctGaps(gaps) }
    return planToStayEqual(parts, run, what, gathered, workspace, waiting)
  })
}

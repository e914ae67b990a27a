import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { gatherChanges } from './gatherChanges.ts'
import { gatherConcerned } from './gatherConcerned.ts'
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
  const workspace = openWorkspace(parts, run, what, 'focus')
  return planIn(workspace, async () => {
    const directory = await gatherChanges(parts, workspace, held, record)
    await gatherConcerned(parts, what, workspace)
    return planToStayEqual(parts, run, what, directory, workspace, waiting)
  })
}

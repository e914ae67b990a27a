import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { gatherDirectory } from './gatherDirectory.ts'
import { gatherStore } from './gatherStore.ts'
import { mapEntries } from './mapEntries.ts'
import { openWorkspace } from './openWorkspace.ts'
import { planIn } from './planIn.ts'
import type { Planned } from './planned.ts'
import { planToStayEqual } from './planToStayEqual.ts'
import { scope } from './scope.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

/** Reads everything on both sides and plans for everybody (DC-50). */
export async function planFromDirectory(
  parts: SyncParts,
  run: Run,
  record: EventRecorder,
  purpose: 'look' | 'apply',
  waiting: PlanPolicy['waiting'],
): Promise<Planned> {
  const what = await scope(parts)
  const workspace = openWorkspace(parts, run, what, 'everything')
  return planIn(workspace, async () => {
    const directory = await gatherDirectory(parts, what, workspace, record, purpose)
    await gatherStore(parts, what, workspace)
    workspace.finishReading()
    mapEntries(parts, what, workspace)
    return planToStayEqual(parts, run, what, directory, workspace, waiting)
  })
}

import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { distinctGaps } from './distinctGaps.ts'
import { gatherDirectory } from './gatherDirectory.ts'
import { gatherStore } from './gatherStore.ts'
import { lookAtPictures } from './lookAtPictures.ts'
import { mapEntries } from './mapEntries.ts'
import { ofOneServer } from './ofOneServer.ts'
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
  const workspace = openWorkspace(parts, run, what, 'everything', purpose)
  return planIn(workspace, async () => {
    const directory = await gatherDirectory(parts, what, workspace, record, purpose)
    const store = await gatherStore(parts, what, workspace)
    workspace.finishReading()
    mapEntries(parts, what, workspace)
    const gaps = [...directory.gaps]
    const servers = new Set<string>()
    const picturesRead = await lookAtPictures(
      { parts, selection: what.selection, workspace, gaps, servers },
      what,
      parts.source,
      'entries-and-store',
    )
    const { watermark: position } = directory.header
    const header = { ...directory.header, watermark: position && ofOneServer(position, servers, record) }
    const gathered = { ...directory, ...store, header, picturesRead, gaps: distinctGaps(gaps) }
    return planToStayEqual(parts, run, what, gathered, workspace, waiting)
  })
}

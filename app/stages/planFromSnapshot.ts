import { ConnectorError } from '../model/error.ts'
import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { provenanceInSnapshot } from '../selection/provenanceInSnapshot.ts'
import { selectEntry } from '../selection/selectEntry.ts'
import { distinctGaps } from './distinctGaps.ts'
import { gatherChanges } from './gatherChanges.ts'
import { gatherStore } from './gatherStore.ts'
import { lookAtPictures } from './lookAtPictures.ts'
import { mapEntries } from './mapEntries.ts'
import { openWorkspace } from './openWorkspace.ts'
import { planIn } from './planIn.ts'
import type { Planned } from './planned.ts'
import { planToStayEqual } from './planToStayEqual.ts'
import { requireCoverage } from './requireCoverage.ts'
import { scope } from './scope.ts'
import { snapshotHeader } from './snapshotHeader.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

/**
 * Plans for everybody from the snapshot, brought up to date by what changed since, under settings that may be others than
 * those it was made with (DC-53). The store is read whole, the directory is not.
 */
export async function planFromSnapshot(
  parts: SyncParts,
  run: Run,
  record: EventRecorder,
  purpose: 'look' | 'apply',
  waiting: PlanPolicy['waiting'],
): Promise<Planned> {
  const what = await scope(parts)
  const held = requireCoverage(parts, what)
  const workspace = openWorkspace(parts, run, what, 'focus', purpose)
  return planIn(workspace, async () => {
    const changes = await gatherChanges(parts, workspace, held, record)
    workspace.focus.widenToEverything((entry) => {
      const provenance = provenanceInSnapshot(entry.kind, held, what.selection)
      const decision = selectEntry(entry, what.selection, provenance)
      if (decision.kind === 'filtered' && decision.verdict === 'undefined') throw undecided(entry.dn)
      return decision.kind === 'selected' && what.kinds.includes(entry.kind) ? decision.baseDn : null
    })
    const store = await gatherStore(parts, what, workspace)
    mapEntries(parts, what, workspace)
    const gaps = [...changes.gaps]
    const picturesRead =
      changes.picturesRead +
      (await lookAtPictures(
        { parts, selection: what.selection, workspace, gaps },
        what,
        parts.source,
        'entries-and-store',
      ))
    const header = snapshotHeader(parts, what, new Date(held.readAt), changes.header.watermark)
    const basis = { ...changes.basis, kind: 'snapshot' as const }
    const gathered = { ...changes, ...store, basis, header, picturesRead, gaps: distinctGaps(gaps) }
    return planToStayEqual(parts, run, what, gathered, workspace, waiting)
  })
}

function undecided(dn: string): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'snapshot-lacks',
    message: `Whether ${dn} matches the filter can only be told by the directory.`,
    remedy: 'Make a dry run that reads the directory.',
  })
}

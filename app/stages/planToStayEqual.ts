import type { Anchor } from '../model/anchor.ts'
import type { Run } from '../model/run.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import type { Workspace } from '../state/workspace.ts'
import { computePlan } from './computePlan.ts'
import type { GatheredDirectory } from './gatherDirectory.ts'
import type { GatheredStore } from './gatherStore.ts'
import { type Planned, photoOf, versionOf } from './planned.ts'
import type { Scope } from './scope.ts'
import { settleCreations } from './settleCreations.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Plans from what was gathered on both sides, and ties the plan to the workspace that it came from.
 * @param only plans for this entry alone: nothing of what was read is settled then, since others may be concerned
 */
export function planToStayEqual(
  parts: SyncParts,
  run: Run,
  scope: Scope,
  gathered: GatheredDirectory & GatheredStore,
  workspace: Workspace & Disposable,
  waiting: PlanPolicy['waiting'],
  only: Anchor | null = null,
): Omit<Planned, typeof Symbol.dispose> {
  settleCreations(parts, workspace)
  workspace.finishMapping()
  const { plan, overCap } = computePlan(parts, scope, gathered, workspace, run.id, waiting, only)
  const header = withOverCap(gathered.header, gathered.basis.kind === 'changes', overCap)
  const readOf = (complete: boolean) => (complete && only === null ? 'complete' : 'incomplete')
  return {
    plan,
    versionOf: (change) => versionOf(change, workspace),
    photoOf: (photo) => photoOf(photo, workspace),
    begin: (at, { complete }) => workspace.adoptJoins(at, readOf(complete)),
    settle(at, { id: planId, complete }) {
      const read = readOf(complete)
      workspace.settle({ planId, at, read, header: read === 'complete' ? header : null })
    },
  }
}

/** In an incremental sync, those whom the cap left out earlier wait until all of them were looked at again. */
function withOverCap(header: SnapshotHeader, isIncremental: boolean, overCap: number): SnapshotHeader {
  const { contacts } = header
  if (contacts === null) return header
  const waits = overCap > 0 || (isIncremental && contacts.overCap === 'some')
  return { ...header, contacts: { ...contacts, overCap: waits ? 'some' : 'none' } }
}

import type { Run } from '../model/run.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import type { Workspace } from '../state/workspace.ts'
import { computePlan } from './computePlan.ts'
import type { GatheredDirectory } from './gatherDirectory.ts'
import type { Planned } from './planned.ts'
import type { Scope } from './scope.ts'
import { settleCreations } from './settleCreations.ts'
import type { SyncParts } from './syncParts.ts'

/** Plans from what was gathered on both sides, and ties the plan to the workspace that it came from. */
export function planToStayEqual(
  parts: SyncParts,
  run: Run,
  scope: Scope,
  directory: GatheredDirectory,
  workspace: Workspace & Disposable,
  waiting: PlanPolicy['waiting'],
): Omit<Planned, typeof Symbol.dispose> {
  settleCreations(parts, workspace)
  workspace.finishMapping()
  return {
    plan: computePlan(parts, scope, directory, workspace, run.id, waiting),
    versionOf: (change) => change.resourceId && workspace.version(change.objectKind, change.resourceId),
    begin: (at, { complete }) => workspace.adoptJoins(at, complete ? 'complete' : 'incomplete'),
    settle(at, { id: planId, complete }) {
      const read = complete ? 'complete' : 'incomplete'
      workspace.settle({ planId, at, read, header: complete ? directory.header : null })
    },
  }
}

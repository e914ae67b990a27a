import type { PlanHeader } from './model/plan.ts'
import type { Run } from './model/run.ts'
import { applyPlan } from './stages/applyPlan.ts'
import { approved } from './stages/approved.ts'
import { checkApplicable } from './stages/checkApplicable.ts'
import { checkStillTrue } from './stages/checkStillTrue.ts'
import { computePlan } from './stages/computePlan.ts'
import { gatherDirectory } from './stages/gatherDirectory.ts'
import { gatherStore } from './stages/gatherStore.ts'
import { mapEntries } from './stages/mapEntries.ts'
import { recordRun } from './stages/recordRun.ts'
import { scope } from './stages/scope.ts'
import { settleCreations } from './stages/settleCreations.ts'
import type { SyncParts } from './stages/syncParts.ts'

/** What is wanted of a run. `approved` holds the names of halting reasons that a person has accepted. */
export type SyncRequest =
  | { readonly kind: 'dry-run' }
  | { readonly kind: 'full' }
  | { readonly kind: 'apply'; readonly plan: PlanHeader; readonly approved: readonly string[] }

export interface SyncResult {
  readonly run: Run
  readonly plan: PlanHeader
}

/**
 * The main path: gather, compute, act. A dry run stops before acting, and nothing else tells them apart (DC-40);
 * applying a stored plan computes it again and acts only when it is still the same (DC-42).
 * @throws ConnectorError; the run is recorded as failed or refused, and what was done until then is kept
 */
export async function sync(parts: SyncParts, request: SyncRequest): Promise<SyncResult> {
  return recordRun(parts, request.kind, async (run, record) => {
    if (request.kind === 'apply') checkApplicable(parts, request.plan)
    const what = await scope(parts)
    const { managed, kinds, capabilities } = what
    const groups = capabilities.groups === 'nested' ? 'nested' : 'flat'
    using workspace = parts.state.openWorkspace({ runId: run.id, kinds, managed, groups })

    const directory = await gatherDirectory(parts, what, workspace)
    await gatherStore(parts, what, workspace)
    workspace.finishReading()
    settleCreations(parts, workspace)

    mapEntries(parts, what, workspace)
    workspace.finishMapping()
    const computed = computePlan(parts, what, directory, workspace, run.id)
    parts.state.runs.setPlan(run.id, computed.id)
    const plan = request.kind === 'apply' ? checkStillTrue(parts, run, request.plan, computed) : computed

    if (request.kind === 'dry-run') return { status: 'planned', plan, counts: plan.counts }
    if (!approved(plan, request)) return { status: 'halted', plan, counts: plan.counts }
    const applied = await applyPlan(parts, plan, workspace, record)
    return { plan, ...applied }
  })
}

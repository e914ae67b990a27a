import { assertNever } from './model/assertNever.ts'
import type { PlanBasis, PlanHeader } from './model/plan.ts'
import type { Run } from './model/run.ts'
import { applyPlan } from './stages/applyPlan.ts'
import { approved } from './stages/approved.ts'
import { checkApplicable } from './stages/checkApplicable.ts'
import { checkNotPaused } from './stages/checkNotPaused.ts'
import { checkStillTrue } from './stages/checkStillTrue.ts'
import { planFromChanges } from './stages/planFromChanges.ts'
import { planFromDirectory } from './stages/planFromDirectory.ts'
import { planFromOnly } from './stages/planFromOnly.ts'
import { planFromSnapshot } from './stages/planFromSnapshot.ts'
import { planFromUndo } from './stages/planFromUndo.ts'
import type { Planned } from './stages/planned.ts'
import { recordRun } from './stages/recordRun.ts'
import { switchMode } from './stages/switchMode.ts'
import type { EventRecorder, SyncParts } from './stages/syncParts.ts'
import { waitingFor } from './stages/waitingFor.ts'

/** What is wanted of a run. `approved` holds the names of halting reasons that a person has accepted. */
export type SyncRequest =
  | { readonly kind: 'dry-run'; readonly from: 'directory' | 'snapshot' }
  | { readonly kind: 'full' }
  | { readonly kind: 'incremental' }
  /** One entry, given by e-mail or DN. */
  | { readonly kind: 'only'; readonly who: string }
  | { readonly kind: 'undo'; readonly runId: number }
  | { readonly kind: 'apply'; readonly plan: PlanHeader; readonly approved: readonly string[] }

export interface SyncResult {
  readonly run: Run
  readonly plan: PlanHeader
}

/**
 * The main path: gather, compute, act. A dry run stops before acting, and nothing else tells them apart (DC-40);
 * applying a stored plan computes it again in the way it was made, and acts only when it is still the same (DC-42).
 * @throws ConnectorError; the run is recorded as failed or refused, and what was done until then is kept
 */
export async function sync(parts: SyncParts, request: SyncRequest): Promise<SyncResult> {
  return recordRun(parts, request.kind, async (run, record) => {
    if (request.kind === 'apply') checkApplicable(parts, request.plan)
    if (request.kind === 'incremental') checkNotPaused(parts)

    using planned = await plan(parts, request, run, record)
    parts.state.runs.setPlan(run.id, planned.plan.id)
    const stored = request.kind === 'apply' ? checkStillTrue(parts, run, request.plan, planned.plan) : planned.plan

    if (request.kind === 'dry-run' || request.kind === 'undo') {
      return { status: 'planned', plan: stored, counts: stored.counts }
    }
    if (!approved(stored, request)) return { status: 'halted', plan: stored, counts: stored.counts }
    const applied = await applyPlan(parts, stored, planned, record)
    switchMode(parts, stored, applied, record)
    return { plan: stored, ...applied }
  })
}

/** Everything meets here again, whichever way a plan is made. */
async function plan(parts: SyncParts, request: SyncRequest, run: Run, record: EventRecorder): Promise<Planned> {
  const way = wayOf(request)
  const waiting = waitingFor(parts, request)
  const purpose = request.kind === 'dry-run' ? 'look' : 'apply'
  switch (way.kind) {
    case 'full':
      return planFromDirectory(parts, run, record, purpose, waiting)
    case 'changes':
      return planFromChanges(parts, run, record, waiting)
    case 'snapshot':
      return planFromSnapshot(parts, run, record, purpose, waiting)
    case 'only':
      return planFromOnly(parts, run, way.who, waiting)
    case 'undo':
      return planFromUndo(parts, run, record, way.runId)
    default:
      return assertNever(way)
  }
}

type Way =
  | { readonly kind: 'full' | 'changes' | 'snapshot' }
  | { readonly kind: 'only'; readonly who: string }
  | { readonly kind: 'undo'; readonly runId: number }

function wayOf(request: SyncRequest): Way {
  switch (request.kind) {
    case 'dry-run':
      return { kind: request.from === 'snapshot' ? 'snapshot' : 'full' }
    case 'full':
      return { kind: 'full' }
    case 'incremental':
      return { kind: 'changes' }
    case 'only':
    case 'undo':
      return request
    case 'apply':
      return againAs(request.plan.basis)
    default:
      return assertNever(request)
  }
}

/** A stored plan is computed again in the way it was made. */
function againAs(basis: PlanBasis): Way {
  return basis.kind === 'only' ? { kind: 'only', who: basis.dn } : basis
}

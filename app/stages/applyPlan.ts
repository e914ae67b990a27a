import { apply } from '../apply/apply.ts'
import { changesIn } from '../model/changesIn.ts'
import type { Counts, PlanHeader } from '../model/plan.ts'
import type { RunStatus } from '../model/run.ts'
import { confirmedCounts } from '../report/confirmedCounts.ts'
import type { Planned } from './planned.ts'
import type { EventRecorder, RunEvent, SyncParts } from './syncParts.ts'

/** How applying a plan ended; the counts hold what the store confirmed, not what was planned. */
export interface Applied {
  readonly status: Extract<RunStatus, 'equal' | 'done' | 'partial'>
  readonly counts: Counts
}

/**
 * Executes the stored plan (DC-42). A plan without changes asks the store for nothing.
 * @throws ConnectorError (side store) when the store refuses everybody; what was done until then is recorded
 */
export async function applyPlan(
  { state, target, now, progress, signal }: SyncParts,
  plan: PlanHeader,
  { versionOf, photoOf, begin, settle }: Planned,
  record: EventRecorder,
): Promise<Applied> {
  const total = changesIn(plan.counts)
  let done = 0
  // Already now: a killed process cannot say it later.
  state.plans.setStatus(plan.id, 'partly-applied')
  begin(now(), plan)
  if (total > 0) {
    await apply({
      target,
      now,
      signal,
      changes: (objectKinds, kinds) => state.plans.changes(plan.id, { objectKinds, kinds }),
      save: (outcomes) => state.plans.saveOutcomes(plan.id, outcomes, now()),
      resourceOf: (kind, anchor) => state.links.ofEntry(kind, anchor)?.resourceId ?? null,
      versionOf,
      photoOf,
      advanced: (count) => {
        done += count
        progress({ phase: 'write', done, total })
      },
    })
  }
  progress({ phase: 'record', done: total, total })
  settle(now(), plan, record)
  const stored = state.plans.get(plan.id) ?? plan
  const counts = confirmedCounts({ header: stored, changes: () => state.plans.changes(plan.id) })
  const problems = record(problemsOf(state, plan.id))
  const isWhole = problems === 0 && Object.values(counts).every(({ failed }) => failed === 0)
  state.plans.setStatus(plan.id, isWhole ? 'applied' : 'partly-applied')
  if (!isWhole || !plan.complete) return { status: 'partial', counts }
  return { status: total === 0 ? 'equal' : 'done', counts }
}

/** An event for each change that failed, or of which the store did not keep everything. */
function* problemsOf(state: SyncParts['state'], planId: number): Generator<RunEvent> {
  for (const { change, outcome } of state.plans.changes(planId)) {
    const object = change.name
    if (outcome?.kind === 'failed') {
      const message = `${object}: ${change.kind} failed. ${outcome.message}`
      yield { level: 'error', side: 'store', code: outcome.code, message, remedy: outcome.remedy, object }
    } else if (outcome?.kind === 'done' && outcome.ignored.length > 0) {
      const message = `${object}: the store answered that all is well, but did not keep ${outcome.ignored.join(', ')}.`
      const remedy = 'Look whether the store has a place for it; the same value is not sent again.'
      yield { level: 'warning', side: 'store', code: 'ignored', message, remedy, object }
    }
  }
}

import { apply } from '../apply/apply.ts'
import type { Counts, KindCounts, PlanHeader } from '../model/plan.ts'
import type { RunStatus } from '../model/run.ts'
import type { OutcomeCount } from '../state/state.ts'
import type { Workspace } from '../state/workspace.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

/** How applying a plan ended; the counts hold what the store confirmed, not what was planned. */
export interface Applied {
  readonly status: Extract<RunStatus, 'equal' | 'done' | 'partial'>
  readonly counts: Counts
}

/**
 * Executes the stored plan (DC-42).
 * @throws ConnectorError (side store) when the store refuses everybody; what was done until then is recorded
 */
export async function applyPlan(
  { state, target, now, progress }: SyncParts,
  plan: PlanHeader,
  workspace: Workspace,
  record: EventRecorder,
): Promise<Applied> {
  const read = plan.complete ? 'complete' : 'incomplete'
  const total = changesIn(plan.counts)
  let done = 0
  workspace.adoptJoins(now(), read)
  // Already now: a killed process cannot say it later.
  if (total > 0) state.plans.setStatus(plan.id, 'partly-applied')
  await apply({
    target,
    now,
    changes: (objectKind, kinds) => state.plans.changes(plan.id, { objectKind, kinds }),
    save: (outcomes) => state.plans.saveOutcomes(plan.id, outcomes, now()),
    resourceOf: (kind, anchor) => {
      const link = state.links.get(anchor)
      return link?.kind === kind ? link.resourceId : null
    },
    versionOf: (change) => change.resourceId && workspace.version(change.objectKind, change.resourceId),
    advanced: (count) => {
      done += count
      progress({ phase: 'write', done, total })
    },
  })
  progress({ phase: 'record', done: total, total })
  workspace.saveSnapshot(read)
  const outcomes = state.plans.outcomeCounts(plan.id)
  const partial = !plan.complete || outcomes.some((count) => count.outcome !== 'done' || count.ignored > 0)
  state.plans.setStatus(plan.id, partial ? 'partly-applied' : 'applied')
  recordFailures(state, plan.id, record)
  return { status: partial ? 'partial' : total === 0 ? 'equal' : 'done', counts: confirmed(plan.counts, outcomes) }
}

/** How many changes a plan holds. */
export function changesIn({ users, groups }: Counts): number {
  const of = (counts: KindCounts) =>
    counts.create + counts.update + counts.deactivate + counts.reactivate + counts.delete
  return of(users) + of(groups)
}

function confirmed(planned: Counts, outcomes: readonly OutcomeCount[]): Counts {
  const none = { create: 0, update: 0, deactivate: 0, reactivate: 0, delete: 0, failed: 0 }
  const users = { ...planned.users, ...none }
  const groups = { ...planned.groups, ...none }
  for (const { objectKind, kind, outcome, count } of outcomes) {
    const counts = objectKind === 'user' ? users : groups
    counts[outcome === 'done' ? kind : 'failed'] += count
  }
  return { users, groups }
}

function recordFailures(state: SyncParts['state'], planId: number, record: EventRecorder): void {
  for (const { change, outcome } of state.plans.changes(planId)) {
    const object = change.name
    if (outcome?.kind === 'failed') {
      const message = `${object}: ${change.kind} failed. ${outcome.message}`
      record({ level: 'error', side: 'store', code: outcome.code, message, remedy: outcome.remedy, object })
    } else if (outcome?.kind === 'done' && outcome.ignored.length > 0) {
      const message = `${object}: the store answered that all is well, but did not keep ${outcome.ignored.join(', ')}.`
      const remedy = 'Look whether the store has a place for it; the same value is not sent again.'
      record({ level: 'warning', side: 'store', code: 'ignored', message, remedy, object })
    }
  }
}

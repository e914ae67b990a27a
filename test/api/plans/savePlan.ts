import type { PlanItem } from '../../../app/plan/planItem.ts'
import type { PlanReport } from '../../../app/report/planReport.ts'
import type { State } from '../../../app/state/state.ts'

/** Stores a plan as a dry run would have, and gives its id. */
export function savePlan(state: State, plan: PlanReport): number {
  const at = new Date('2026-11-14T10:33:20Z')
  const run = state.runs.start('dry-run', at)
  const id = state.plans.save(run.id, itemsOf(plan), () => plan.header)
  state.runs.setPlan(run.id, id)
  state.runs.end(run.id, { status: 'planned', counts: plan.header.counts, error: null }, at)
  return id
}

function* itemsOf(plan: PlanReport): Generator<PlanItem> {
  for (const { change } of plan.changes()) yield { kind: 'change', change }
  for (const object of plan.objects()) yield { kind: 'object', object }
  for (const note of plan.notes()) yield { kind: 'note', note }
}

import type { PlanHeader } from '../model/plan.ts'
import type { SyncRequest } from '../sync.ts'

/** Whether nothing halts the plan that a person has not accepted by its name (DC-54). */
export function approved(plan: PlanHeader, request: SyncRequest): boolean {
  const accepted = request.kind === 'apply' ? request.approved : []
  return plan.halted.every(({ name }) => accepted.includes(name))
}

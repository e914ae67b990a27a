import type { Counts } from '../model/plan.ts'
import type { PlanReport } from './planReport.ts'

const none = { create: 0, update: 0, deactivate: 0, reactivate: 0, delete: 0, failed: 0 }

/**
 * The numbers of a plan: what is planned while nothing was applied; afterwards what the store confirmed, with everything
 * that was planned and not done under `failed`. Walks through the changes only after applying.
 */
export function confirmedCounts(report: Pick<PlanReport, 'header' | 'changes'>): Counts {
  const { status, counts } = report.header
  if (status !== 'applied' && status !== 'partly-applied') return counts
  const users = { ...counts.users, ...none }
  const groups = { ...counts.groups, ...none }
  for (const { change, outcome } of report.changes()) {
    const of = change.objectKind === 'user' ? users : groups
    of[outcome?.kind === 'done' ? change.kind : 'failed'] += 1
  }
  return { users, groups }
}

import type { Counts } from '../model/plan.ts'
import { isFailure } from './describeOutcome.ts'
import type { PlanReport } from './planReport.ts'

/** The planned numbers, with how many changes failed or were not tried; walks through the changes only after applying. */
export function countsWithFailures(report: PlanReport): Counts {
  const { header } = report
  if (header.status === 'pending' || header.status === 'halted') return header.counts
  const failed = { user: 0, group: 0 }
  for (const { change, outcome } of report.changes()) if (isFailure(outcome)) failed[change.objectKind] += 1
  const { users, groups } = header.counts
  return { users: { ...users, failed: failed.user }, groups: { ...groups, failed: failed.group } }
}

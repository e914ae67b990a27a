import { plural } from '../model/objectKind.ts'
import type { Counts, KindCounts } from '../model/plan.ts'
import type { PlanReport } from './planReport.ts'

const none = { create: 0, update: 0, deactivate: 0, reactivate: 0, delete: 0, failed: 0 }

type Counting = Record<keyof Counts, { -readonly [Count in keyof KindCounts]: number }>

/**
 * The numbers of a plan: what is planned while nothing was applied; afterwards what the store confirmed, with everything
 * that was planned and not done under `failed`. Walks through the changes only after applying.
 */
export function confirmedCounts(report: Pick<PlanReport, 'header' | 'changes'>): Counts {
  const { status, counts } = report.header
  if (status !== 'applied' && status !== 'partly-applied') return counts
  const confirmed: Counting = {
    users: { ...counts.users, ...none },
    rooms: { ...counts.rooms, ...none },
    groups: { ...counts.groups, ...none },
    contacts: { ...counts.contacts, ...none },
    avatars: { ...counts.avatars, ...none },
  }
  for (const { change, outcome } of report.changes()) {
    confirmed[plural[change.objectKind]][outcome?.kind === 'done' ? change.kind : 'failed'] += 1
  }
  return confirmed
}

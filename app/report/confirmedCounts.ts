import type { ChangeKind } from '../model/change.ts'
import { type ObjectKind, plural } from '../model/objectKind.ts'
import type { Counts, KindCounts, PlanHeader } from '../model/plan.ts'
import type { PlanReport } from './planReport.ts'

const none = { create: 0, update: 0, deactivate: 0, reactivate: 0, delete: 0, failed: 0 }

type Counting = Record<keyof Counts, { -readonly [Count in keyof KindCounts]: number }>

/** How many changes of one kind were planned, and how many of them the store has confirmed. */
export interface ConfirmedChanges {
  readonly objectKind: ObjectKind
  readonly kind: ChangeKind
  readonly planned: number
  readonly done: number
}

/**
 * The numbers of a plan: what is planned while nothing was applied; afterwards what the store confirmed, with everything
 * that was planned and not done under `failed`. Walks through the changes only after applying, where it has to.
 */
export function confirmedCounts(report: Pick<PlanReport, 'header' | 'changes' | 'confirmed'>): Counts {
  return countsAfter(report.header, () => report.confirmed?.() ?? eachByItself(report))
}

/** The same, from numbers that were counted already; they are asked for only after applying. */
export function countsAfter(
  { status, counts }: Pick<PlanHeader, 'status' | 'counts'>,
  changes: () => Iterable<ConfirmedChanges>,
): Counts {
  if (status !== 'applied' && status !== 'partly-applied') return counts
  const confirmed: Counting = {
    users: { ...counts.users, ...none },
    rooms: { ...counts.rooms, ...none },
    groups: { ...counts.groups, ...none },
    contacts: { ...counts.contacts, ...none },
    avatars: { ...counts.avatars, ...none },
  }
  for (const { objectKind, kind, planned, done } of changes()) {
    const of = confirmed[plural[objectKind]]
    of[kind] += done
    of.failed += planned - done
  }
  return confirmed
}

function* eachByItself({ changes }: Pick<PlanReport, 'changes'>): Generator<ConfirmedChanges> {
  for (const { change, outcome } of changes()) {
    const { objectKind, kind } = change
    yield { objectKind, kind, planned: 1, done: outcome?.kind === 'done' ? 1 : 0 }
  }
}

import { noCounts } from '../../model/noCounts.ts'
import type { Counts } from '../../model/plan.ts'

/** Counts as an earlier version recorded them, which did not know every kind. */
export function withEveryKind(counts: Partial<Counts>): Counts {
  return { users: noCounts, rooms: noCounts, groups: noCounts, contacts: noCounts, avatars: noCounts, ...counts }
}

import type { Counts, KindCounts } from './plan.ts'

/** How many changes a plan holds, or a run has made. */
export function changesIn({ users, groups }: Counts): number {
  const of = (counts: KindCounts) =>
    counts.create + counts.update + counts.deactivate + counts.reactivate + counts.delete
  return of(users) + of(groups)
}

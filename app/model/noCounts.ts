import type { KindCounts } from './plan.ts'

/** The numbers of a kind of which nothing was seen. */
export const noCounts: KindCounts = {
  read: 0,
  selected: 0,
  matched: 0,
  create: 0,
  update: 0,
  deactivate: 0,
  reactivate: 0,
  delete: 0,
  mismatched: 0,
  skipped: 0,
  conflicts: 0,
  failed: 0,
}

import { changeKinds } from '../model/change.ts'
import type { Counts, KindCounts } from '../model/plan.ts'
import { changeWords, failedWord, objectWords } from './outcomeWord.ts'

/** One column of the table of numbers. */
export interface CountColumn {
  readonly heading: string
  readonly of: (counts: KindCounts) => number
}

/** The columns in the order of the stages: what was read, what came of it, what is set aside. */
export const countColumns: readonly CountColumn[] = [
  { heading: 'Read', of: ({ read }) => read },
  { heading: 'Selected', of: ({ selected }) => selected },
  { heading: objectWords.matched.heading, of: ({ matched }) => matched },
  ...changeKinds.map((kind) => ({ heading: changeWords[kind].heading, of: (counts: KindCounts) => counts[kind] })),
  { heading: objectWords.mismatched.heading, of: ({ mismatched }) => mismatched },
  { heading: objectWords.skipped.heading, of: ({ skipped }) => skipped },
  { heading: objectWords.conflict.heading, of: ({ conflicts }) => conflicts },
  { heading: failedWord.heading, of: ({ failed }) => failed },
]

/** The rows of the table of numbers: users always, groups only where there are any. */
export function countRows({
  users,
  groups,
}: Counts): ReadonlyArray<{ readonly label: string; readonly counts: KindCounts }> {
  const hasGroups = countColumns.some(({ of }) => of(groups) > 0)
  return [{ label: 'Users', counts: users }, ...(hasGroups ? [{ label: 'Groups', counts: groups }] : [])]
}

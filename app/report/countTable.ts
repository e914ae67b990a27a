import { changeKinds } from '../model/change.ts'
import { objectKinds, plural } from '../model/objectKind.ts'
import type { Counts, KindCounts } from '../model/plan.ts'
import { kindWords } from './kindWords.ts'
import { changeWords, failedWord, objectWords, pictureChangeWords, refusedWord, unchangedWord } from './outcomeWord.ts'

/** One column of a table of numbers. */
export interface CountColumn {
  readonly heading: string
  readonly of: (counts: KindCounts) => number
}

/** One table of numbers: a row per kind of object. */
export interface CountTable {
  readonly columns: readonly CountColumn[]
  readonly rows: ReadonlyArray<{ readonly label: string; readonly counts: KindCounts }>
}

/** The columns in the order of the stages: what was read, what came of it, what is set aside. */
const columns: readonly CountColumn[] = [
  { heading: 'Read', of: ({ read }) => read },
  { heading: 'Selected', of: ({ selected }) => selected },
  { heading: objectWords.matched.heading, of: ({ matched }) => matched },
  ...changeKinds.map((kind) => ({ heading: changeWords[kind].heading, of: (counts: KindCounts) => counts[kind] })),
  { heading: objectWords.mismatched.heading, of: ({ mismatched }) => mismatched },
  { heading: objectWords.skipped.heading, of: ({ skipped }) => skipped },
  { heading: objectWords.conflict.heading, of: ({ conflicts }) => conflicts },
  { heading: failedWord.heading, of: ({ failed }) => failed },
]

/** Pictures are found with somebody, and have words of their own for what happens to them. */
const pictureColumns: readonly CountColumn[] = [
  { heading: 'Found', of: ({ selected }) => selected },
  { heading: unchangedWord.heading, of: ({ matched }) => matched },
  { heading: pictureChangeWords.create.heading, of: (counts) => counts.create },
  { heading: pictureChangeWords.update.heading, of: (counts) => counts.update },
  { heading: pictureChangeWords.delete.heading, of: (counts) => counts.delete },
  { heading: refusedWord.heading, of: ({ skipped }) => skipped },
  { heading: failedWord.heading, of: ({ failed }) => failed },
]

/** Whether a kind of object was looked at and found at all. */
export function hasNumbers(counts: KindCounts): boolean {
  return Object.values(counts).some((value) => value > 0)
}

/** The tables of numbers: users always, other kinds only where there are any, and pictures by themselves. */
export function countTables(counts: Counts): readonly CountTable[] {
  const kinds = objectKinds.filter((kind) => kind === 'user' || hasNumbers(counts[plural[kind]]))
  const row = (kind: (typeof kinds)[number]) => ({ label: kindWords[kind].heading, counts: counts[plural[kind]] })
  const table: CountTable = { columns, rows: kinds.filter((kind) => kind !== 'avatar').map(row) }
  return kinds.includes('avatar') ? [table, { columns: pictureColumns, rows: [row('avatar')] }] : [table]
}

import type { WholeEntry } from './readWhole.ts'

/** How the entries of one server get their mark (`Entry.mark`). */
export interface EntryMarks {
  /** The attributes to ask the server for. */
  readonly requested: readonly string[]
  /** The mark that stands in these attributes; undefined when it would not tell every change. */
  of(aside: WholeEntry['aside']): string | undefined
}

export const noMarks: EntryMarks = { requested: [], of: () => undefined }

import type { ChangeKind } from '../model/change.ts'
import type { ObjectOutcome } from '../model/plan.ts'

/** What a colour may mean in a report; everything else has none. */
export type Tone = 'equal' | 'add' | 'change' | 'remove' | 'none'

/** One word and one sign per thing that can happen to an object; neither depends on seeing the colour. */
export interface OutcomeWord {
  readonly sign: string
  /** On the row: `add`. */
  readonly word: string
  /** Above the rows: `Added`. */
  readonly heading: string
  readonly tone: Tone
}

export const changeWords: Readonly<Record<ChangeKind, OutcomeWord>> = {
  create: { sign: '+', word: 'add', heading: 'Added', tone: 'add' },
  update: { sign: '~', word: 'change', heading: 'Changed', tone: 'change' },
  deactivate: { sign: '–', word: 'inactive', heading: 'Inactive', tone: 'remove' },
  reactivate: { sign: '↑', word: 'active again', heading: 'Active again', tone: 'change' },
  delete: { sign: '✕', word: 'delete', heading: 'Deleted', tone: 'remove' },
}

export const objectWords: Readonly<Record<ObjectOutcome, OutcomeWord>> = {
  matched: { sign: '=', word: 'matched', heading: 'Matched', tone: 'equal' },
  mismatched: { sign: '?', word: 'mismatched', heading: 'Mismatched', tone: 'none' },
  skipped: { sign: '»', word: 'skipped', heading: 'Skipped', tone: 'none' },
  conflict: { sign: '≠', word: 'conflict', heading: 'Conflicts', tone: 'none' },
}

export const failedWord: OutcomeWord = { sign: '!', word: 'failed', heading: 'Failed', tone: 'remove' }
export const noteWord: OutcomeWord = { sign: 'i', word: 'note', heading: 'Notes', tone: 'none' }

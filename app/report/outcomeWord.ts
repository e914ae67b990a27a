import type { Change, ChangeKind } from '../model/change.ts'
import type { ObjectOutcome, PlanObject } from '../model/plan.ts'

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

/** The same for pictures, which somebody has or has not: they are never made inactive. */
export const pictureChangeWords: Readonly<Record<ChangeKind, OutcomeWord>> = {
  ...changeWords,
  create: { sign: '+', word: 'set', heading: 'Set', tone: 'add' },
  update: { sign: '~', word: 'replace', heading: 'Replaced', tone: 'change' },
  delete: { sign: '✕', word: 'remove', heading: 'Removed', tone: 'remove' },
}

export const objectWords: Readonly<Record<ObjectOutcome, OutcomeWord>> = {
  matched: { sign: '=', word: 'matched', heading: 'Matched', tone: 'equal' },
  mismatched: { sign: '?', word: 'mismatched', heading: 'Mismatched', tone: 'none' },
  skipped: { sign: '»', word: 'skipped', heading: 'Skipped', tone: 'none' },
  conflict: { sign: '≠', word: 'conflict', heading: 'Conflicts', tone: 'none' },
}

export const unchangedWord: OutcomeWord = { sign: '=', word: 'unchanged', heading: 'Unchanged', tone: 'equal' }
export const refusedWord: OutcomeWord = { sign: '»', word: 'refused', heading: 'Refused', tone: 'none' }
export const failedWord: OutcomeWord = { sign: '!', word: 'failed', heading: 'Failed', tone: 'remove' }
export const noteWord: OutcomeWord = { sign: 'i', word: 'note', heading: 'Notes', tone: 'none' }

/** The word for a change of an object of some kind. */
export function changeWord({ objectKind, kind }: Pick<Change, 'objectKind' | 'kind'>): OutcomeWord {
  return (objectKind === 'avatar' ? pictureChangeWords : changeWords)[kind]
}

/** The word for an object that is left as it is. */
export function objectWord({
  objectKind,
  outcome,
  reason,
}: Pick<PlanObject, 'objectKind' | 'outcome' | 'reason'>): OutcomeWord {
  if (reason.kind === 'picture-refused') return refusedWord
  return objectKind === 'avatar' && outcome === 'matched' ? unchangedWord : objectWords[outcome]
}

import { type ChangeKind, changeKinds } from '../model/change.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { ObjectOutcome } from '../model/plan.ts'
import {
  changeWord,
  changeWords,
  failedWord,
  noteWord,
  type OutcomeWord,
  objectWords,
  refusedWord,
  unchangedWord,
} from './outcomeWord.ts'

/** Stable names, for addresses. */
export type PlanTabName = 'all' | ChangeKind | 'failed' | ObjectOutcome | 'note'

/** One list of a plan: everything of one kind of object that fares alike. */
export interface PlanTabWords {
  readonly name: PlanTabName
  readonly label: string
  readonly tone: OutcomeWord['tone']
  /** The words of its rows; changes that failed keep the words that they have. */
  readonly shows: readonly OutcomeWord[] | 'failed'
  /** Whether it is there also while it has no rows. */
  readonly stays: boolean
}

/** What would happen first, then what is set aside, then what needs nothing; as many tabs for each kind. */
export function planTabs(objectKind: ObjectKind): readonly PlanTabWords[] {
  const isPicture = objectKind === 'avatar'
  const wordOf = (kind: ChangeKind) => changeWord({ objectKind, kind })
  const always = tabOf('stays')
  const mayBe = tabOf(isPicture ? 'goes' : 'stays')
  return [
    { name: 'all', label: 'All changes', tone: 'none', shows: changeKinds.map(wordOf), stays: true },
    ...changeKinds.map((kind) => {
      const word = wordOf(kind)
      return Object.values(changeWords).includes(word) ? mayBe(kind, word) : always(kind, word)
    }),
    { name: 'failed', label: failedWord.heading, tone: failedWord.tone, shows: 'failed', stays: true },
    mayBe('conflict', objectWords.conflict),
    isPicture ? always('skipped', refusedWord, objectWords.skipped) : always('skipped', objectWords.skipped),
    mayBe('mismatched', objectWords.mismatched),
    always('note', noteWord),
    always('matched', isPicture ? unchangedWord : objectWords.matched),
  ]
}

const tabOf =
  (empty: 'stays' | 'goes') =>
  (name: PlanTabName, word: OutcomeWord, ...others: readonly OutcomeWord[]): PlanTabWords => ({
    name,
    label: word.heading,
    tone: word.tone,
    shows: [word, ...others],
    stays: empty === 'stays',
  })

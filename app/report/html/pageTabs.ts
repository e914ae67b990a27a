import { changeKinds } from '../../model/change.ts'
import type { ObjectKind } from '../../model/objectKind.ts'
import { objectOutcomes } from '../../model/plan.ts'
import {
  changeWord,
  changeWords,
  failedWord,
  noteWord,
  type OutcomeWord,
  objectWords,
  pictureChangeWords,
  refusedWord,
  unchangedWord,
} from '../outcomeWord.ts'

/** The words of every row of a page; a row holds the place of its own. */
export const rowWords: readonly OutcomeWord[] = [
  ...new Set([
    ...changeKinds.map((kind) => changeWords[kind]),
    ...objectOutcomes.map((outcome) => objectWords[outcome]),
    noteWord,
    ...changeKinds.map((kind) => pictureChangeWords[kind]),
    refusedWord,
    unchangedWord,
  ]),
]

/** A tab shows the rows with one of its words, or those of changes that failed. */
export interface PageTab {
  readonly label: string
  readonly tone: OutcomeWord['tone']
  readonly shows: readonly number[] | 'failed'
  /** Whether it is there also while it has no rows. */
  readonly stays: boolean
}

/** What would happen first, then what is set aside, then what needs nothing; as many tabs for each kind. */
export function pageTabs(objectKind: ObjectKind): readonly PageTab[] {
  const isPicture = objectKind === 'avatar'
  const ofChanges = changeKinds.map((kind) => changeWord({ objectKind, kind }))
  const always = tabOf('stays')
  const mayBe = tabOf(isPicture ? 'goes' : 'stays')
  return [
    { label: 'All changes', tone: 'none', shows: ofChanges.map(placeOf), stays: true },
    ...ofChanges.map((word) => (Object.values(changeWords).includes(word) ? mayBe(word) : always(word))),
    { label: failedWord.heading, tone: failedWord.tone, shows: 'failed', stays: true },
    mayBe(objectWords.conflict),
    isPicture ? always(refusedWord, objectWords.skipped) : always(objectWords.skipped),
    mayBe(objectWords.mismatched),
    always(noteWord),
    always(isPicture ? unchangedWord : objectWords.matched),
  ]
}

const tabOf =
  (empty: 'stays' | 'goes') =>
  (word: OutcomeWord, ...others: readonly OutcomeWord[]): PageTab => ({
    label: word.heading,
    tone: word.tone,
    shows: [word, ...others].map(placeOf),
    stays: empty === 'stays',
  })

function placeOf(word: OutcomeWord): number {
  return rowWords.indexOf(word)
}

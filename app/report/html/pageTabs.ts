import { changeKinds } from '../../model/change.ts'
import { objectOutcomes } from '../../model/plan.ts'
import { changeWords, failedWord, noteWord, type OutcomeWord, objectWords } from '../outcomeWord.ts'

/** The words of every row of a page; a row holds the place of its own. */
export const rowWords: readonly OutcomeWord[] = [
  ...changeKinds.map((kind) => changeWords[kind]),
  ...objectOutcomes.map((outcome) => objectWords[outcome]),
  noteWord,
]

/** A tab shows the rows with one of its words, or those of changes that failed. */
export interface PageTab {
  readonly label: string
  readonly tone: OutcomeWord['tone']
  readonly shows: readonly number[] | 'failed'
}

const tabOf = (word: OutcomeWord): PageTab => ({
  label: word.heading,
  tone: word.tone,
  shows: [rowWords.indexOf(word)],
})

/** What would happen first, then what is set aside, then what needs nothing. */
export const pageTabs: readonly PageTab[] = [
  { label: 'All changes', tone: 'none', shows: changeKinds.map((_, place) => place) },
  ...changeKinds.map((kind) => tabOf(changeWords[kind])),
  { label: failedWord.heading, tone: failedWord.tone, shows: 'failed' },
  tabOf(objectWords.conflict),
  tabOf(objectWords.skipped),
  tabOf(objectWords.mismatched),
  tabOf(noteWord),
  tabOf(objectWords.matched),
]

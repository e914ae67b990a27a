import { changeKinds } from '../../model/change.ts'
import type { ObjectKind } from '../../model/objectKind.ts'
import { objectOutcomes } from '../../model/plan.ts'
import {
  changeWords,
  noteWord,
  type OutcomeWord,
  objectWords,
  pictureChangeWords,
  refusedWord,
  unchangedWord,
} from '../outcomeWord.ts'
import { planTabs } from '../planTabs.ts'

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

/** The tabs of a kind of object, as the script of a page reads them. */
export function pageTabs(objectKind: ObjectKind): readonly PageTab[] {
  return planTabs(objectKind).map(({ label, tone, shows, stays }) => ({
    label,
    tone,
    shows: shows === 'failed' ? shows : shows.map((word) => rowWords.indexOf(word)),
    stays,
  }))
}

import { objectKinds, plural } from '../../model/objectKind.ts'
import type { Counts } from '../../model/plan.ts'
import { number } from '../counted.ts'
import { hasNumbers } from '../countTable.ts'
import { kindWords } from '../kindWords.ts'
import { type PageTab, pageTabs } from './pageTabs.ts'

/** A kind of object as a page shows it. */
export interface PageKind {
  readonly label: string
  /** How many were read and selected, in words. */
  readonly read: string
  /** Whether it is there also while it has no rows. */
  readonly stays: boolean
  readonly tabs: readonly PageTab[]
}

/** All kinds of object, in their order; a row of a page holds the place of its own. */
export function pageKinds(counts: Counts): readonly PageKind[] {
  return objectKinds.map((kind) => {
    const of = counts[plural[kind]]
    const read = `${number(of.read)} read, ${number(of.selected)} selected`
    return {
      label: kindWords[kind].heading,
      read: kind === 'avatar' ? `${number(of.selected)} found` : read,
      stays: kind === 'user' || hasNumbers(of),
      tabs: pageTabs(kind),
    }
  })
}

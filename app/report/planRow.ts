import type { MemberReference } from '../model/change.ts'
import type { PlanNote, PlanObject } from '../model/plan.ts'
import type { RecordedChange } from '../state/state.ts'
import { describeChangeReason } from './describeChangeReason.ts'
import { describeObjectReason } from './describeObjectReason.ts'
import { describeOutcome, isFailure } from './describeOutcome.ts'
import { changeWord, noteWord, type OutcomeWord, objectWord } from './outcomeWord.ts'

/** A change, an object or a note of a plan in one line. */
export interface PlanRowWords {
  readonly sign: string
  readonly word: string
  readonly tone: OutcomeWord['tone']
  readonly name: string
  readonly dn: string | null
  /** Why, in one line. */
  readonly reason: string
  /** What became of it: `done`, `failed: …`; empty before it was tried. */
  readonly result: string
  readonly failed: boolean
}

/** Names of members that are shown of one group and direction; the rest is counted. */
export const shownMembers = 500

/** Members with their number, and the names of the first of them. */
export interface NamedMembers {
  readonly count: number
  readonly names: readonly string[]
}

export function namedMembers(members: readonly MemberReference[]): NamedMembers {
  return { count: members.length, names: members.slice(0, shownMembers).map(({ name }) => name) }
}

export function changeRow({ change, outcome }: RecordedChange): PlanRowWords {
  const { result, message } = describeOutcome(outcome)
  const failed = isFailure(outcome)
  return {
    ...row(change, changeWord(change), describeChangeReason(change)),
    result: message === '' ? result : `${result}: ${message}`,
    failed,
  }
}

export function objectRow(object: PlanObject): PlanRowWords {
  return row(object, objectWord(object), describeObjectReason(object))
}

export function noteRow(note: PlanNote): PlanRowWords {
  return row(note, noteWord, note.problem)
}

function row(
  { name, dn }: { readonly name: string; readonly dn: string | null },
  { sign, word, tone }: OutcomeWord,
  reason: string,
): PlanRowWords {
  return { sign, word, tone, name, dn, reason, result: '', failed: false }
}

import { assertNever } from '../model/assertNever.ts'
import type { Outcome } from '../model/change.ts'

/** What became of a change: one or two words, and a sentence with the remedy where something is left to do. */
export interface DescribedOutcome {
  readonly result: '' | 'done' | 'done in part' | 'failed'
  readonly message: string
}

/** @param outcome null while the change was not tried yet: both texts are empty then */
export function describeOutcome(outcome: Outcome | null): DescribedOutcome {
  if (outcome === null) return { result: '', message: '' }
  switch (outcome.kind) {
    case 'done':
      if (outcome.ignored.length === 0) return { result: 'done', message: '' }
      return {
        result: 'done in part',
        message: `The store did not keep ${outcome.ignored.join(', ')}; the same value is not sent again.`,
      }
    case 'failed':
      return { result: 'failed', message: `${outcome.message} ${outcome.remedy}`.trim() }
    default:
      return assertNever(outcome)
  }
}

/** Whether a change was wanted and did not happen. */
export function isFailure(outcome: Outcome | null): boolean {
  return outcome !== null && outcome.kind !== 'done'
}

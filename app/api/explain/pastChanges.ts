import { describeChangeReason } from '../../report/describeChangeReason.ts'
import { describeOutcome } from '../../report/describeOutcome.ts'
import { changeWord } from '../../report/outcomeWord.ts'
import type { State } from '../../state/state.ts'
import type { PastChange } from './explanation.ts'

/** What was planned for one object, by anchor or by name, newest first, with the words for it. */
export function pastChanges({ plans }: Pick<State, 'plans'>, who: string): readonly PastChange[] {
  return plans.historyOf(who).map((past) => {
    const { sign, word, tone } = changeWord(past.change)
    const { result, message } = describeOutcome(past.outcome)
    return { ...past, told: { sign, word, tone, reason: describeChangeReason(past.change), result, message } }
  })
}

import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import { texts } from '../texts/texts.ts'
import { removalsIn } from './approval.ts'
import { Confirmation } from './Confirmation.tsx'

interface ApplyConfirmationProps {
  readonly summary: PlanSummary
  /** Names of halting reasons that were approved already, by their numbers; none for a plan that is not halted. */
  readonly approved: readonly string[]
  readonly onApply: (approved: readonly string[]) => void
  readonly onClose: () => void
}

/** Says again what will happen; whatever takes something away is confirmed by its number, once. */
export function ApplyConfirmation({ summary, approved, onApply, onClose }: ApplyConfirmationProps) {
  const words = texts.plan.apply
  const removals = removalsIn(summary)
  const { changes, sentence } = summary
  const approval = approved.length > 0 ? [words.approved(approved)] : []
  return (
    <Confirmation
      title={words.title(changes)}
      sentences={[sentence, ...approval, words.checked]}
      {...(removals > 0 &&
        approved.length === 0 && { typed: { label: words.removals(removals), text: String(removals) } })}
      confirm={words.confirm(changes)}
      cancel={words.cancel}
      onConfirm={() => onApply(approved)}
      onClose={onClose}
    />
  )
}

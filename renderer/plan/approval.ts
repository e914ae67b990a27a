import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import { texts } from '../texts/texts.ts'
import { countIn } from './planView.ts'

/** What a person has to type to accept a reason for a halt: how many objects it is about, or a word where it is about none. */
export function approvalOf({ count }: { readonly count: number }): string {
  return count > 0 ? String(count) : texts.plan.halt.word
}

/** Whether the typed text is what was asked for; numbers may be grouped as people group them. */
export function isApproval(typed: string, asked: string): boolean {
  const text = typed.trim()
  return text.toLowerCase() === asked || text.replace(/(?<=\d)[\s.,'’\u00a0\u202f](?=\d{3})/g, '') === asked
}

/** How many objects a plan takes something away from: those have to be confirmed by their number. */
export function removalsIn(summary: Pick<PlanSummary, 'kinds'>): number {
  const kinds = summary.kinds.filter(({ kind }) => kind !== 'avatar')
  return countIn(kinds, 'deactivate') + countIn(kinds, 'delete')
}

import type { KindCounts, PlanHeader } from '../model/plan.ts'
import type { Applied } from './applyPlan.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

/**
 * Once directory and store match exactly after everything was read and applied, the schedule takes over by itself
 * (DC-51): nothing failed, nothing is mismatched, nothing is in conflict.
 */
export function switchMode(
  { state, now }: SyncParts,
  { basis, complete }: PlanHeader,
  { status, counts }: Applied,
  record: EventRecorder,
): void {
  if (basis.kind !== 'full' || !complete || status === 'partial') return
  if (state.control.get().mode === 'automatic') return
  // Contacts that others have created are listed as mismatched, and are none of this connector's business.
  const contacts = { ...counts.contacts, mismatched: 0 }
  if (!Object.values({ ...counts, contacts }).every(matchesExactly)) return
  state.control.save({ mode: 'automatic', attendedUntil: now().toISOString() })
  const message = 'Directory and store match exactly: from now on the schedule keeps them equal (automatic mode).'
  const remedy = 'mode manual switches it off; schedule show tells when it runs.'
  record([{ level: 'info', side: 'connector', code: 'mode-automatic', message, remedy }])
}

function matchesExactly({ mismatched, conflicts, failed }: KindCounts): boolean {
  return mismatched === 0 && conflicts === 0 && failed === 0
}

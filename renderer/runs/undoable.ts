import type { Counts } from '../../app/model/plan.ts'
import type { Run } from '../../app/model/run.ts'
import { changeKinds } from './changeKinds.ts'

/** Whether a run may have written to the store, or still does; others only planned, or stopped before. */
export function wrote({ kind, status }: Pick<Run, 'kind' | 'status'>): boolean {
  if (kind === 'dry-run' || kind === 'undo') return false
  return status !== 'halted' && status !== 'refused' && status !== 'planned'
}

/** Whether a run can be taken back, as far as its record tells; the service has the last word (DC-58). */
export function undoable(run: Run): 'yes' | 'wroteNothing' | 'running' {
  const { status, planId, counts } = run
  if (status === 'running') return 'running'
  const isEmpty = counts !== null && changesIn(counts) === 0
  return !wrote(run) || planId === null || isEmpty ? 'wroteNothing' : 'yes'
}

function changesIn(counts: Counts): number {
  return Object.values(counts).reduce(
    (sum, of) => sum + changeKinds.reduce((changes, kind) => changes + of[kind], 0),
    0,
  )
}

import type { Side } from './error.ts'
import type { Counts } from './plan.ts'

export type RunKind = 'dry-run' | 'full' | 'incremental' | 'only' | 'apply' | 'undo'

/** How a run ended. `planned`: a dry run; `equal`: nothing to do; `partial`: done, but some objects failed. */
export type RunStatus =
  | 'running'
  | 'planned'
  | 'equal'
  | 'done'
  | 'partial'
  | 'halted'
  | 'refused'
  | 'failed'
  | 'interrupted'

export interface Run {
  readonly id: number
  readonly kind: RunKind
  readonly status: RunStatus
  /** ISO 8601. */
  readonly startedAt: string
  readonly endedAt: string | null
  readonly planId: number | null
  readonly counts: Counts | null
  readonly error: {
    readonly side: Side
    readonly code: string
    readonly message: string
    readonly remedy: string
  } | null
}

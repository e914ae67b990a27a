import type { Progress } from '../../model/progress.ts'
import type { Run, RunKind } from '../../model/run.ts'
import type { Lane } from '../../schedule/lane.ts'
import type { Control } from '../../state/state.ts'

/** What the service is working on. */
export interface RunningRun {
  readonly kind: RunKind
  readonly startedBy: 'schedule' | 'request'
  /** ISO 8601. */
  readonly startedAt: string
  /** Null until the run has told of something. */
  readonly progress: Progress | null
}

/** What the schedule runs next. */
export interface NextRun {
  readonly lane: Lane
  /** ISO 8601; in the past when it waits for the present run to end. */
  readonly at: string
}

/** How a running service is, in one answer. */
export interface ServiceStatus {
  readonly version: string
  readonly pid: number
  /** ISO 8601. */
  readonly since: string
  readonly mode: Control['mode']
  readonly pausedAt: string | null
  readonly running: RunningRun | null
  /** Null in manual mode, while paused, or when nothing is scheduled. */
  readonly next: NextRun | null
  /** The last two runs that have ended, newest first. */
  readonly lastRuns: readonly Run[]
}

import type { PictureSource } from '../avatar/pictureSource.ts'
import type { Event } from '../model/event.ts'
import type { ProgressListener } from '../model/progress.ts'
import type { Settings } from '../settings/schema.ts'
import type { Source } from '../source/source.ts'
import type { State } from '../state/state.ts'
import type { Target } from '../target/target.ts'

/** Everything a run works with. */
export interface SyncParts {
  readonly settings: Settings
  readonly source: Source
  readonly target: Target
  readonly state: State
  /** Where pictures are found; null while none are sent. */
  readonly pictures: PictureSource | null
  readonly now: () => Date
  readonly progress: ProgressListener
  /** Aborts when the process is to end: what is under way is finished and recorded, nothing new is begun. */
  readonly signal: AbortSignal
}

/** An event as a stage tells it; the run adds the rest. */
export type RunEvent = Pick<Event, 'level' | 'side' | 'code' | 'message'> & Partial<Event>

/** Records events of a run, all of them in one transaction, and returns how many there were. */
export type EventRecorder = (events: Iterable<RunEvent>) => number

import type { Side } from '../../model/error.ts'
import type { Event, EventLevel } from '../../model/event.ts'

export interface EventQuery {
  /** This level and everything more severe. */
  readonly level: EventLevel
  readonly side: Side | null
  readonly runId: number | null
  /** Looked for in message, code and object without case; empty for everything. */
  readonly search: string
  /** Only events with a smaller id; null for the newest. */
  readonly before: number | null
  /** At most 500. */
  readonly limit: number
}

export interface EventPage {
  /** Newest first. */
  readonly events: readonly Event[]
  /** Whether there are older ones. */
  readonly more: boolean
}

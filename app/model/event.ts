import type { Side } from './error.ts'

export const eventLevels = ['error', 'warning', 'info', 'debug'] as const
export type EventLevel = (typeof eventLevels)[number]

/** One line of the event log (DC-81). Never holds a password, a token or a picture. */
export interface Event {
  readonly id: number
  /** ISO 8601. */
  readonly at: string
  readonly level: EventLevel
  readonly side: Side
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly runId: number | null
  /** The uid, group name or DN that is concerned. */
  readonly object: string | null
}

import type { Event } from '../model/event.ts'
import type { Connector } from './connector.ts'
import type { RunningRun, ServiceStatus } from './serviceStatus.ts'

/** An event on its way to the event log, which gives it its number. */
export type FreshEvent = Omit<Event, 'id'>

/** What the process that owns schedule and runs offers to window, browser and command line. */
export interface Service {
  /** Its runs exclude each other: a second one is refused with `busy`. */
  readonly connector: Connector
  status(): ServiceStatus
  /** Takes over settings that were saved meanwhile. Throws what loading them throws; the schedule is then what it was. */
  settingsChanged(): Promise<void>
  /** What runs now, and then again whenever that changes, not more often than a person can read. Ends with `signal`. */
  progress(signal: AbortSignal): AsyncIterable<RunningRun | null>
  /** Every event from now on. Ends with `signal`. */
  events(signal: AbortSignal): AsyncIterable<FreshEvent>
}

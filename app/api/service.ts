import type { Event } from '../model/event.ts'
import type { Settings } from '../settings/schema.ts'
import type { Connector } from './connector.ts'
import type { RunningRun, ServiceStatus } from './overview/serviceStatus.ts'

/** An event on its way to the event log, which gives it its number. */
export type FreshEvent = Omit<Event, 'id'>

/** What the process that owns schedule and runs offers to window, browser and command line. */
export interface Service {
  /** Its runs exclude each other: a second one is refused with `busy`. */
  readonly connector: Connector
  status(): ServiceStatus
  /** Takes over settings that were saved meanwhile. Throws what loading them throws; the schedule is then what it was. */
  settingsChanged(): Promise<void>
  /**
   * Starts a made-up company, with a directory and a store of its own, for somebody who wants to look before binding
   * anything: gives the settings to go on with. It starts again with the service, as long as the settings name it.
   * @throws ConnectorError (side connector) `already-set-up`
   */
  startDemo(): Promise<Settings>
  /**
   * Lets a day pass at the made-up company, once for each start of the service: there is then something to sync. Gives what
   * happened, one sentence each.
   * @throws ConnectorError (side connector) `no-demo`, `day-passed`
   */
  demoDay(): readonly string[]
  /**
   * A link that lets one browser of this computer in, once, within ten minutes.
   * @throws ConnectorError (side connector) `no-browser-access` when browsers are not served
   */
  browserLink(): string
  /** What runs now, and then again whenever that changes, not more often than a person can read. Ends with `signal`. */
  progress(signal: AbortSignal): AsyncIterable<RunningRun | null>
  /** Every event from now on. Ends with `signal`. */
  events(signal: AbortSignal): AsyncIterable<FreshEvent>
}

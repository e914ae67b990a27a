import { type EventEmitter, on } from 'node:events'
import type { Connector } from '../../app/api/connector.ts'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import type { FreshEvent, Service } from '../../app/api/service.ts'
import type { Scheduler } from '../../app/schedule/scheduler.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { ServiceDemo } from '../demo/serviceDemo.ts'
import { exclusiveConnector } from './exclusiveConnector.ts'
import type { LatestValue } from './latestValue.ts'
import type { RunGate } from './runGate.ts'

const progressMilliseconds = 200
const shownRuns = 2

export interface LiveServiceParts {
  readonly connector: Connector
  readonly gate: RunGate
  readonly scheduler: () => Scheduler
  readonly progress: LatestValue<RunningRun | null>
  /** Emits `event` for everything that is recorded. */
  readonly feed: EventEmitter
  /** When the service began. */
  readonly since: Date
  readonly demo: ServiceDemo
  readSettings(): Promise<void>
  browserLink(): string
}

/** What the API of this process answers from. */
export function liveService(parts: LiveServiceParts): Service {
  const { connector, gate, scheduler, progress, feed, since, demo } = parts
  return {
    connector: exclusiveConnector({ connector, gate, changed: () => scheduler().reconsider() }),
    status() {
      const { mode, pausedAt } = connector.control()
      const next = scheduler().next()
      // One of them may be running.
      const ended = connector.runs(shownRuns + 1).filter(({ status }) => status !== 'running')
      return {
        version: manifest.version,
        pid: process.pid,
        since: since.toISOString(),
        mode,
        pausedAt,
        running: gate.running,
        next: next && { lane: next.lane, at: next.at.toISOString() },
        lastRuns: ended.slice(0, shownRuns),
      }
    },
    async settingsChanged() {
      await parts.readSettings()
      scheduler().reconsider()
    },
    startDemo: () => demo.start(),
    demoDay: () => demo.dayPasses(),
    browserLink: () => parts.browserLink(),
    progress: (signal) => progress.follow(signal, progressMilliseconds),
    events: (signal) => eventsOf(feed, signal),
  }
}

async function* eventsOf(feed: EventEmitter, signal: AbortSignal): AsyncGenerator<FreshEvent> {
  try {
    for await (const [event] of on(feed, 'event', { signal })) yield event
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

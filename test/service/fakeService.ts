import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import type { FreshEvent, Service } from '../../app/api/service.ts'
import { ConnectorError } from '../../app/model/error.ts'

/** What `progress` of a FakeService tells first. */
export const running: RunningRun = {
  kind: 'full',
  startedBy: 'request',
  startedAt: '2026-03-01T10:00:00.000Z',
  progress: { phase: 'write', done: 3, total: 8 },
}

/** What `events` of a FakeService tells first. */
export const event: FreshEvent = {
  at: '2026-03-01T10:00:00.000Z',
  level: 'warning',
  side: 'directory',
  code: 'size-limit',
  message: 'Übung: two\nlines',
  remedy: '',
  runId: 4,
  object: null,
}

/**
 * A service for tests of what carries it: subscriptions tell one thing and then wait, `explain` refuses, `check` is
 * broken, `dryRun` never ends.
 */
export interface FakeService {
  readonly service: Service
  readonly subscribers: { readonly begun: number; readonly ended: number }
}

export function fakeService(): FakeService {
  const subscribers = { begun: 0, ended: 0 }
  const oneThenWait = async function* <Value>(value: Value, signal: AbortSignal): AsyncGenerator<Value> {
    subscribers.begun += 1
    try {
      yield value
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    } finally {
      subscribers.ended += 1
    }
  }
  const connector = {
    async explain(who: string) {
      const words = { code: 'user-not-found', message: 'Nobody.', remedy: 'Look.', place: who }
      throw new ConnectorError({ side: 'directory', ...words })
    },
    async check() {
      throw new Error('out of paper')
    },
    dryRun: () => new Promise(() => {}),
  }
  const service: Service = {
    connector: connector as unknown as Service['connector'],
    status: () => ({
      ...{ version: '1', pid: 1, since: '', mode: 'manual', pausedAt: null, running: null, next: null, lastRuns: [] },
    }),
    settingsChanged: async () => {},
    startDemo: () => Promise.reject(new Error('no demo here')),
    demoDay: () => [],
    browserLink: () => 'http://127.0.0.1:1/open?token=x',
    progress: (signal) => oneThenWait(running, signal),
    events: (signal) => oneThenWait(event, signal),
  }
  return { service, subscribers }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import type { ApiClient } from '../../app/api/remote/apiClient.ts'
import type { FreshEvent } from '../../app/api/service.ts'
import { ConnectorError } from '../../app/model/error.ts'
import type { Run } from '../../app/model/run.ts'
import { findService } from '../service/findService.ts'
import type { ServiceView } from './serviceView.ts'

export interface FollowOptions {
  readonly dataFolder: string
  /** Hears how the service is whenever that has changed, and that it is gone. */
  seen(view: ServiceView): void
  /** Hears of each run that failed or was halted since it is followed. */
  ended(run: Run): void
  /** Ends the following. */
  readonly signal: AbortSignal
}

const askAgainMilliseconds = 2000

/** Follows the service of a data folder through its comings and goings. */
export async function followService({ dataFolder, seen, ended, signal }: FollowOptions): Promise<void> {
  while (!signal.aborted) {
    try {
      const found = await findService(dataFolder)
      if (found !== null) await followOne(found.client, { seen, ended, signal })
      if (!signal.aborted) seen({ kind: 'absent', trouble: null })
    } catch (error) {
      seen({ kind: 'absent', trouble: error instanceof ConnectorError ? error : null })
    }
    await sleep(askAgainMilliseconds, undefined, { signal }).catch(() => {})
  }
}

/** Resolves, or rejects, when this service is gone. */
async function followOne(client: ApiClient, { seen, ended, signal }: Omit<FollowOptions, 'dataFolder'>): Promise<void> {
  let running: RunningRun | null = null
  let overview = await client.overview.query(undefined, { signal })
  const tell = () => seen({ kind: 'present', overview, running })
  tell()
  let leave = () => {}
  const gone = new Promise<void>((resolve, reject) => {
    leave = resolve
    let asked = 0
    const ask = () => {
      asked += 1
      const mine = asked
      client.overview.query(undefined, { signal }).then((answer) => {
        // A later question has the newer answer.
        if (mine !== asked) return
        overview = answer
        tell()
      }, reject)
    }
    const look = ({ runId, object, level, code }: FreshEvent) => {
      // A quick run begins and ends between two looks at its progress.
      if (runId === null || code.startsWith('run-') || level === 'error') ask()
      if (runId === null || object !== null || (level !== 'error' && code !== 'run-halted')) return
      client.run.query({ id: runId }, { signal }).then((run) => {
        if (run.status === 'failed' || run.status === 'halted') ended(run)
      }, reject)
    }
    const atEnd = { onError: leave, onComplete: leave }
    const progress = client.progress.subscribe(undefined, {
      onData({ running: now }) {
        const before = running
        running = now
        tell()
        if (before !== null && now === null) ask()
      },
      ...atEnd,
    })
    const events = client.events.subscribe(undefined, { onData: look, ...atEnd })
    leave = () => {
      progress.unsubscribe()
      events.unsubscribe()
      resolve()
    }
  })
  signal.addEventListener('abort', leave)
  try {
    await gone
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}

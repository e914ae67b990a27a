import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EmbeddedSides } from './embeddedSides.ts'

const script = fileURLToPath(new URL('./syncAlone.ts', import.meta.url))

/** A moment in a sync: so many requests to a side, or so long after its process has begun to work. */
export interface Moment {
  readonly after: 'store-requests' | 'store-writes' | 'directory-searches' | 'milliseconds'
  readonly count: number
}

/** How it ended: `killed`, or what it printed last. `requests` are those that each side had meanwhile. */
export interface SyncEnd {
  readonly end: string
  readonly storeRequests: number
  /** Those of them that change something. */
  readonly writes: number
  readonly searches: number
}

/** A sync in a process of its own, under way. */
export interface SyncProcess {
  /** When it has begun to work. */
  readonly begun: Promise<void>
  readonly ended: Promise<SyncEnd>
  /** Waits for a moment of it. */
  until(moment: Moment): Promise<'reached' | 'ended'>
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void
}

export function startSync(
  { store, directory, folder, environment }: EmbeddedSides,
  kind: 'full' | 'incremental',
): SyncProcess {
  const before = { requests: store.requests.total(), writes: writesIn(store), searches: directory.searches }
  const child = spawn(process.execPath, ['--no-warnings', script, folder, kind], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  let isRunning = true
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      resolve()
    })
    child.once('close', () => resolve())
  })
  const requests = () => store.requests.total() - before.requests
  const writes = () => writesIn(store) - before.writes
  const searches = () => directory.searches - before.searches
  const ended = once(child, 'close').then(([, signal]): SyncEnd => {
    isRunning = false
    const last = printed.trim().split('\n').at(-1) ?? ''
    return {
      end: signal === 'SIGKILL' ? 'killed' : last,
      storeRequests: requests(),
      writes: writes(),
      searches: searches(),
    }
  })
  return {
    begun,
    ended,
    async until({ after, count }) {
      await begun
      const begunAt = performance.now()
      const passed = {
        'store-requests': requests,
        'store-writes': writes,
        'directory-searches': searches,
        milliseconds: () => performance.now() - begunAt,
      }
      while (isRunning && passed[after]() < count) await wait(1)
      return isRunning ? 'reached' : 'ended'
    },
    signal: (name) => void child.kill(name),
  }
}

function writesIn({ requests }: EmbeddedSides['store']): number {
  const writes = Object.entries(requests.all()).filter(([key]) => !key.startsWith('GET') && !key.endsWith('/.search'))
  return writes.reduce((sum, [, count]) => sum + count, 0)
}

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import { api, isLetIn } from '../client.ts'
import { notePace, type Pace } from './pace.ts'

/** What the page hears from the service without asking. */
export interface Live {
  /** `signed-out`: the service is there, but has been restarted since this browser was let in. */
  readonly connection: 'connecting' | 'connected' | 'lost' | 'signed-out'
  /** What runs now; null while nothing does. */
  readonly running: RunningRun | null
  /** How fast its present phase goes. */
  readonly pace: Pace | null
}

const idle = { running: null, pace: null } as const
const LiveContext = createContext<Live>({ connection: 'connecting', ...idle })

const askAgainMilliseconds = 2000

/**
 * Follows the service: what runs, and whether it is there at all. When a run begins or ends, or the service comes back,
 * everything that pages show is asked for again.
 */
export function LiveService({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const [connection, setConnection] = useState<Live['connection']>('connecting')
  const [work, setWork] = useState<Pick<Live, 'running' | 'pace'>>(idle)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let startedAt: string | null = null
    const lose = () => {
      setConnection((before) => (before === 'signed-out' ? before : 'lost'))
      setWork(idle)
      void isLetIn().then((isIn) =>
        setConnection((before) => (before === 'connected' ? before : isIn ? 'lost' : 'signed-out')),
      )
      // Not from within the stream's own end, and not sooner than a person would.
      waiting ??= setTimeout(() => setAttempt(attempt + 1), askAgainMilliseconds)
    }
    const { unsubscribe } = api.progress.subscribe(undefined, {
      onData({ running }) {
        setConnection((before) => {
          if (before === 'lost' || before === 'signed-out') void queries.invalidateQueries()
          return 'connected'
        })
        const at = performance.now()
        setWork(({ running: before, pace }) => ({
          running,
          pace: running?.progress
            ? notePace(before?.startedAt === running.startedAt ? pace : null, running.progress, at)
            : null,
        }))
        const now = running?.startedAt ?? null
        if (now !== startedAt) void queries.invalidateQueries()
        startedAt = now
      },
      onConnectionStateChange({ state, error }) {
        if (state === 'connecting' && error !== null) lose()
      },
      onError: lose,
      onComplete: lose,
    })
    return () => {
      clearTimeout(waiting)
      unsubscribe()
    }
  }, [attempt, queries])

  const live = useMemo(() => ({ connection, ...work }), [connection, work])
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

export function useLive(): Live {
  return useContext(LiveContext)
}

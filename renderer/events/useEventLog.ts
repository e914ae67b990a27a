import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Event } from '../../app/model/event.ts'
import { api } from '../client.ts'
import type { PagedRows } from '../components/usePagedRows.ts'
import { useLive } from '../frame/LiveService.tsx'
import { type EventFilter, queryOfFilter } from './eventFilter.ts'
import { emptyLog, nextLog } from './eventLog.ts'

const pageSize = 200
/** Events come in swarms: they are fetched together. */
const gatherMilliseconds = 300

export interface LiveEvents {
  readonly rows: PagedRows<Event>
  /** How many new ones wait to be shown. */
  readonly waiting: number
  readonly joined: 'whole' | 'gap'
  /** Shows what waits, from the top. */
  readonly showWaiting: () => void
}

/**
 * The event log as far as somebody has scrolled, with what happens meanwhile.
 * @param mayMove whether new events may appear at the top at once; asked whenever there are some
 */
export function useEventLog(filter: EventFilter, mayMove: () => boolean): LiveEvents {
  const key = queryOfFilter(filter)
  const asked = useRef(filter)
  asked.current = filter
  const movable = useRef(mayMove)
  movable.current = mayMove
  const { connection } = useLive()
  const [log, step] = useReducer(nextLog, emptyLog)
  const [error, setError] = useState<Error | null>(null)
  const [beginnings, setBeginnings] = useState(0)
  const loading = useRef(false)
  const shownKey = useRef<string | null>(null)

  const fetchNewest = useCallback(async (signal: AbortSignal) => {
    try {
      const page = await api.eventPage.query({ ...asked.current, before: null, limit: pageSize }, { signal })
      if (signal.aborted) return
      setError(null)
      const sought = queryOfFilter(asked.current)
      if (shownKey.current === sought) {
        return step({ kind: 'newest', page, show: movable.current() ? 'at-once' : 'when-asked' })
      }
      shownKey.current = sought
      step({ kind: 'begin', page })
      setBeginnings((before) => before + 1)
    } catch (thrown) {
      if (signal.aborted) return
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)))
      if (shownKey.current === queryOfFilter(asked.current)) return
      shownKey.current = null
      step({ kind: 'unanswered' })
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or another connection, begins anew
  useEffect(() => {
    const ending = new AbortController()
    let gathering: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        void fetchNewest(ending.signal)
      }, gatherMilliseconds)
    }
    void fetchNewest(ending.signal)
    const { unsubscribe } = api.events.subscribe(undefined, { onData: refresh, onError: () => {} })
    return () => {
      ending.abort()
      clearTimeout(gathering)
      unsubscribe()
    }
  }, [key, connection, fetchNewest])

  const { events, more, waiting, joined } = log
  const last = events?.at(-1)?.id
  const count = events?.length ?? 0
  const onRange = useCallback(
    (_first: number, lastShown: number) => {
      if (!more || last === undefined || lastShown < count - 1 || loading.current) return
      loading.current = true
      const filterThen = asked.current
      api.eventPage
        .query({ ...filterThen, before: last, limit: pageSize })
        .then((page) => {
          if (queryOfFilter(filterThen) === queryOfFilter(asked.current)) step({ kind: 'older', page })
        })
        .catch((thrown) => setError(thrown instanceof Error ? thrown : new Error(String(thrown))))
        .finally(() => {
          loading.current = false
        })
    },
    [more, last, count],
  )
  const showWaiting = useCallback(() => {
    step({ kind: 'show-waiting' })
    setBeginnings((before) => before + 1)
  }, [])
  return {
    rows: {
      question: String(beginnings),
      total: events === null ? null : count + (more ? 1 : 0),
      rowAt: (index) => events?.[index],
      onRange,
      error,
      tryAgain: () => void fetchNewest(new AbortController().signal),
    },
    waiting: waiting.length,
    joined,
    showWaiting,
  }
}

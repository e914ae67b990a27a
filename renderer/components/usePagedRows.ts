import { type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** One page of an answer, with how many rows there are in all. */
export interface RowPage<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** Rows of a long answer, for a VirtualTable that says which of them it shows. */
export interface PagedRows<Row> {
  /** Names the question whose rows these are. */
  readonly question: string
  /** Null until the first answer has come. */
  readonly total: number | null
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly onRange: (first: number, last: number) => void
  readonly error: Error | null
  readonly tryAgain: () => void
}

const pageSize = 100
/** How far beyond what is seen rows are fetched before they are asked for. */
const margin = 100

/**
 * Fetches the rows that are seen, and some around them, page by page. While the first page of another question is on its
 * way, the rows of the last one stay, so that nothing jumps.
 * @param key names the question: route, kind, search, order
 */
export function usePagedRows<Row>(
  key: QueryKey,
  ask: (offset: number, limit: number, signal: AbortSignal) => Promise<RowPage<Row>>,
): PagedRows<Row> {
  const queries = useQueryClient()
  const question = JSON.stringify(key)
  const [seen, setSeen] = useState({ question, first: 0, last: 0 })
  const [shown, setShown] = useState({ question, key })

  const pages = seen.question === question ? pagesAround(seen.first, seen.last) : [0]
  const asked = useQueries({
    queries: pages.map((page) => ({
      queryKey: pageKey(key, page),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask(page * pageSize, pageSize, signal),
    })),
  })
  const answered = asked.find(({ data }) => data !== undefined)
  if (answered && shown.question !== question) setShown({ question, key })

  const held = (page: number) => queries.getQueryData<RowPage<Row>>(pageKey(shown.key, page))
  const total = (shown.question === question ? answered?.data?.total : held(0)?.total) ?? held(0)?.total ?? null
  const failed = asked.find(({ error }) => error !== null)
  const isShown = shown.question === question
  const onRange = useCallback(
    (first: number, last: number) => {
      // What is seen meanwhile are rows of the last question: the first page of this one is on its way.
      if (!isShown) return
      setSeen((before) => {
        const isSame =
          before.question === question && `${pagesAround(before.first, before.last)}` === `${pagesAround(first, last)}`
        return isSame ? before : { question, first, last }
      })
    },
    [question, isShown],
  )
  return {
    question: shown.question,
    total,
    rowAt: (index) => held(Math.floor(index / pageSize))?.rows[index % pageSize],
    onRange,
    error: failed?.error ?? null,
    tryAgain: () => void failed?.refetch(),
  }
}

function pageKey(key: QueryKey, page: number): QueryKey {
  return [...key, { page }]
}

function pagesAround(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first - margin) / pageSize)
  const to = Math.floor((last + margin) / pageSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

import type { EventQuery } from '../../app/api/events/eventQuery.ts'

/** Which events are shown; all of it stands in the address. */
export type EventFilter = Pick<EventQuery, 'level' | 'side' | 'runId' | 'search'>

const levels = ['error', 'warning', 'info', 'debug'] as const
const sides = ['settings', 'directory', 'connector', 'store'] as const

export const noFilter: EventFilter = { level: 'info', side: null, runId: null, search: '' }

/** Reads `level=error&side=store&run=12&search=text`; what is missing, or is none of these, filters nothing. */
export function eventFilterOf(query: URLSearchParams): EventFilter {
  const run = Number(query.get('run'))
  return {
    level: levels.find((level) => level === query.get('level')) ?? noFilter.level,
    side: sides.find((side) => side === query.get('side')) ?? null,
    runId: Number.isSafeInteger(run) && run > 0 ? run : null,
    search: query.get('search') ?? '',
  }
}

/** The opposite of `eventFilterOf`; empty when nothing is filtered. */
export function queryOfFilter({ level, side, runId, search }: EventFilter): string {
  const query = new URLSearchParams()
  if (level !== noFilter.level) query.set('level', level)
  if (side !== null) query.set('side', side)
  if (runId !== null) query.set('run', String(runId))
  if (search !== '') query.set('search', search)
  return query.toString()
}

/** The address of the page with a filter. */
export function eventsAddress(filter: Partial<EventFilter> = {}): string {
  const query = queryOfFilter({ ...noFilter, ...filter })
  return query === '' ? '/events' : `/events?${query}`
}

/** Where the same events are to be had as a file. */
export function exportAddress(filter: EventFilter, format: 'csv' | 'json'): string {
  const query = new URLSearchParams(queryOfFilter(filter))
  query.set('level', filter.level)
  return `/api-report/events.${format}?${query}`
}

export function isFiltered(filter: EventFilter): boolean {
  return queryOfFilter(filter) !== ''
}

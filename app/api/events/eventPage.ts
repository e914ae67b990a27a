import type { State } from '../../state/state.ts'
import type { EventPage, EventQuery } from './eventQuery.ts'

/** One page of the event log, newest first. */
export function eventPage({ events }: Pick<State, 'events'>, query: EventQuery): EventPage {
  const found = events.search({ ...query, search: query.search.trim(), limit: query.limit + 1 })
  return { events: found.slice(0, query.limit), more: found.length > query.limit }
}

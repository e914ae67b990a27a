import type { Connector } from '../../app/api/connector.ts'
import type { EventQuery } from '../../app/api/events/eventQuery.ts'
import type { Event } from '../../app/model/event.ts'

const pageLength = 500

/** The newest events of a query, newest first, however many pages that takes. */
export function newestEvents(
  { eventPage }: Pick<Connector, 'eventPage'>,
  query: Omit<EventQuery, 'limit'>,
  wanted: number,
): Event[] {
  const found: Event[] = []
  let before = query.before
  while (found.length < wanted) {
    const { events, more } = eventPage({ ...query, before, limit: Math.min(pageLength, wanted - found.length) })
    found.push(...events)
    if (!more) break
    before = events.at(-1)?.id ?? null
  }
  return found
}

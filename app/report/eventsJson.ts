import type { Event } from '../model/event.ts'

/** Events for programs, as the pieces of one JSON document, one event a line: `{ format, version, events: Event[] }`. */
export function* eventsJson(events: Iterable<Event>): Generator<string> {
  yield '{"format":"directory-connector/events","version":1,\n"events":['
  let separator = '\n'
  for (const event of events) {
    yield separator + JSON.stringify(event)
    separator = ',\n'
  }
  yield ']}\n'
}

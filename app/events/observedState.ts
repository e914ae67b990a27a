import type { FreshEvent } from '../api/service.ts'
import type { State } from '../state/state.ts'

/** The same state; `observe` sees each event while it is recorded, and must not throw. */
export function observedState(state: State, observe: (event: FreshEvent) => void): State {
  return { ...state, events: { ...state.events, add: (events) => state.events.add(observed(events, observe)) } }
}

function* observed(events: Iterable<FreshEvent>, observe: (event: FreshEvent) => void): Generator<FreshEvent> {
  for (const event of events) {
    observe(event)
    yield event
  }
}

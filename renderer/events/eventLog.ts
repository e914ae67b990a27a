import type { EventPage } from '../../app/api/events/eventQuery.ts'
import type { Event } from '../../app/model/event.ts'
import { assertNever } from '../assertNever.ts'

/** The part of the event log that a page has, newest first. */
export interface EventLog {
  /** Null until the first answer has come. */
  readonly events: readonly Event[] | null
  /** Whether there are older ones. */
  readonly more: boolean
  /** What has happened since, and is not shown yet, so that what is being read stays where it is; newest first. */
  readonly waiting: readonly Event[]
  /** `gap`: there are more new ones than were fetched; to show them is to begin anew. */
  readonly joined: 'whole' | 'gap'
}

export type EventLogStep =
  /** The newest events of another question. */
  | { readonly kind: 'begin'; readonly page: EventPage }
  | { readonly kind: 'older'; readonly page: EventPage }
  /** The newest events, asked for again. `at-once` when nobody's reading is disturbed by it. */
  | { readonly kind: 'newest'; readonly page: EventPage; readonly show: 'at-once' | 'when-asked' }
  | { readonly kind: 'show-waiting' }
  /** Another question was not answered: what answered the last one is not left standing under it. */
  | { readonly kind: 'unanswered' }

export const emptyLog: EventLog = { events: null, more: false, waiting: [], joined: 'whole' }

/** What the page has after a step. */
export function nextLog(log: EventLog, step: EventLogStep): EventLog {
  switch (step.kind) {
    case 'begin':
      return { ...emptyLog, events: step.page.events, more: step.page.more }
    case 'older': {
      const known = log.events ?? []
      const oldest = known.at(-1)?.id ?? Number.POSITIVE_INFINITY
      const older = step.page.events.filter(({ id }) => id < oldest)
      return { ...log, events: [...known, ...older], more: step.page.more }
    }
    case 'newest': {
      const newest = log.events?.[0]?.id ?? 0
      const waiting = step.page.events.filter(({ id }) => id > newest)
      const isGap = waiting.length === step.page.events.length && step.page.more && newest > 0
      const next: EventLog = { ...log, waiting, joined: isGap ? 'gap' : 'whole' }
      return step.show === 'at-once' ? withWaiting(next) : next
    }
    case 'show-waiting':
      return withWaiting(log)
    case 'unanswered':
      return emptyLog
    default:
      return assertNever(step)
  }
}

function withWaiting(log: EventLog): EventLog {
  const { events, waiting, joined } = log
  if (waiting.length === 0) return log
  if (joined === 'gap') return { ...emptyLog, events: waiting, more: true }
  return { ...log, events: [...waiting, ...(events ?? [])], waiting: [] }
}

import type { Settings } from '../settings/schema.ts'
import { dueTimes } from './dueTimes.ts'
import type { Lane } from './lane.ts'
import { machineTimeZone } from './timeZone.ts'

export type Schedule = Settings['schedule']

/** A time at which the schedule wants something to run. */
export interface Due {
  readonly lane: Lane
  readonly at: Date
}

/** The first time after a moment at which each lane is due; null for one that is off. */
export interface Awaited {
  readonly incremental: Date | null
  readonly full: Date | null
}

export function awaited(schedule: Schedule, after: Date): Awaited {
  const first = (expression: string | null) =>
    expression === null ? null : dueTimes(expression, timeZoneOf(schedule), after).next().value
  return { incremental: first(schedule.incremental), full: first(schedule.full) }
}

/**
 * The first of what is awaited; null for an empty schedule. Where both lanes are due at the same time it is the full sync
 * alone: it covers the incremental one.
 */
export function firstAwaited({ incremental, full }: Awaited): Due | null {
  if (full !== null && (incremental === null || full <= incremental)) return { lane: 'full', at: full }
  return incremental === null ? null : { lane: 'incremental', at: incremental }
}

/**
 * What is to be run for all that was awaited and has come by `now`, however often (DC-50): one full sync if one has, else
 * one incremental sync, else nothing. `at` is when it was due first.
 */
export function dueBy({ incremental, full }: Awaited, now: Date): Due | null {
  if (full !== null && full <= now) return { lane: 'full', at: full }
  return incremental !== null && incremental <= now ? { lane: 'incremental', at: incremental } : null
}

/** What is due next after a moment; null for an empty schedule. */
export function nextDue(schedule: Schedule, after: Date): Due | null {
  return firstAwaited(awaited(schedule, after))
}

/** The next `count` times after a moment, ascending; as many as there are. */
export function upcoming(schedule: Schedule, after: Date, count: number): readonly Due[] {
  const due: Due[] = []
  for (let next = nextDue(schedule, after); next !== null && due.length < count; next = nextDue(schedule, next.at))
    due.push(next)
  return due
}

/** The time zone of a schedule: the machine's where none is set. */
export function timeZoneOf(schedule: Schedule): string {
  return schedule.timeZone ?? machineTimeZone()
}

import type { Clock } from '../../app/model/clock.ts'

/** A clock on which every sleep is over at once; it moves on by as much. */
export interface LeapingClock extends Clock {
  /** How long each sleep was to be, in milliseconds. */
  readonly sleeps: readonly number[]
  advance(milliseconds: number): void
}

export function leapingClock(start = new Date('2026-01-01T00:00:00Z')): LeapingClock {
  let now = start.getTime()
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => new Date(now),
    advance(milliseconds) {
      now += milliseconds
    },
    async sleep(milliseconds) {
      sleeps.push(milliseconds)
      now += milliseconds
    },
  }
}

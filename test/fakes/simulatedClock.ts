import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../app/model/clock.ts'

/**
 * A clock whose time passes only in a test. As on a real machine, sleeps follow the time that passes while the machine
 * is awake; `jump` moves the clock on the wall alone: the machine slept, or somebody set its clock.
 */
export interface SimulatedClock extends Clock {
  /** Lets time pass, and everything happen that was to happen in it. */
  pass(milliseconds: number): Promise<void>
  /** Lets time pass until the clock on the wall shows `time`. */
  passUntil(time: string): Promise<void>
  /** Moves the clock on the wall, forwards or backwards. */
  jump(milliseconds: number): void
}

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

export function simulatedClock(start: string): SimulatedClock {
  let awake = 0
  let wall = Date.parse(start)
  const sleepers = new Set<Sleeper>()

  const pass = async (milliseconds: number): Promise<void> => {
    const end = awake + milliseconds
    for (;;) {
      await setImmediate()
      const next = first(sleepers)
      const moment = Math.min(end, next?.until ?? end)
      wall += moment - awake
      awake = moment
      if (next === null || next.until > end) return
      next.wake()
    }
  }

  return {
    pass,
    passUntil: (time) => pass(Date.parse(time) - wall),
    jump(milliseconds) {
      wall += milliseconds
    },
    now: () => new Date(wall),
    sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', onAbort)
          settle()
        }
        const sleeper: Sleeper = { until: awake + milliseconds, wake: end(resolve) }
        const onAbort = end(() => reject(signal?.reason))
        sleepers.add(sleeper)
        signal?.addEventListener('abort', onAbort)
      })
    },
  }
}

function first(sleepers: Iterable<Sleeper>): Sleeper | null {
  let first: Sleeper | null = null
  for (const sleeper of sleepers) if (first === null || sleeper.until < first.until) first = sleeper
  return first
}

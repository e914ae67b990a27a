import type { Faults } from '../../app/demo/store/faults/faults.ts'
import { type LeapingClock, leapingClock } from '../fakes/leapingClock.ts'
import type { Random } from './randomFrom.ts'

/** What a store does wrong on a bad day: it fails requests, and drops connections before and after it has done the work. */
export function beBad(faults: Faults, random: Random): void {
  faults.dropAfterWork = { every: random.between(4, 15) }
  faults.dropBeforeWork = { every: random.between(7, 20) }
  faults.serverErrors = { every: random.between(15, 25), status: random.oneOf([500, 502, 503, 504]) }
}

/** The same, and it throttles. */
export function throttle(faults: Faults, random: Random): void {
  beBad(faults, random)
  faults.tooManyRequests = { every: random.between(4, 12), retryAfterSeconds: 7 }
}

export function beGood(faults: Faults): void {
  delete faults.dropAfterWork
  delete faults.dropBeforeWork
  delete faults.serverErrors
  delete faults.tooManyRequests
}

/** After each wait the store misbehaves in another rhythm: else the same request could be struck at each of its attempts. */
export function clockWithRhythm(faults: Faults, misbehave: (faults: Faults) => void): LeapingClock {
  const clock = leapingClock(new Date())
  return {
    ...clock,
    sleep(milliseconds) {
      if (faults.dropAfterWork) misbehave(faults)
      return clock.sleep(milliseconds)
    },
  }
}

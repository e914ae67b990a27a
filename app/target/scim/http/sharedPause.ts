import type { Clock } from '../../../model/clock.ts'

/** Holds all requests back while the store asks for a pause, so that none of them burns its attempts meanwhile. */
export interface SharedPause {
  /** Nothing is sent for that long, from now on. */
  extend(milliseconds: number): void
  /** Resolves at once when there is no pause. */
  over(): Promise<void>
}

export function sharedPause(clock: Clock): SharedPause {
  let until = 0
  return {
    extend(milliseconds) {
      until = Math.max(until, clock.now().getTime() + milliseconds)
    },
    async over() {
      if (until === 0) return
      const remaining = until - clock.now().getTime()
      if (remaining > 0) await clock.sleep(remaining)
      else until = 0
    },
  }
}

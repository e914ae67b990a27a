import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../app/model/clock.ts'

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal && { signal }),
}

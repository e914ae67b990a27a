import type { Strike } from './faults.ts'

/** Counts requests for every strike; a new strike object begins at nothing. */
export class StrikeCounter {
  readonly #seen = new WeakMap<Strike, number>()

  /** Whether this request is struck. */
  strikes(strike: Strike | undefined, method: string): boolean {
    if (strike === undefined || strike.methods?.includes(method) === false) return false
    const seen = (this.#seen.get(strike) ?? 0) + 1
    this.#seen.set(strike, seen)
    return seen % strike.every === 0 && seen / strike.every <= (strike.times ?? Number.POSITIVE_INFINITY)
  }
}

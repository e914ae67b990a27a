/** How often and how long a request is tried. Times in milliseconds. */
export interface RetryPolicy {
  /** Sends at most, the first one included. */
  readonly attempts: number
  readonly firstDelay: number
  readonly longestDelay: number
  /** From the first send to the last: no send begins later. */
  readonly totalTime: number
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 8,
  firstDelay: 250,
  longestDelay: 30_000,
  totalTime: 300_000,
}

/** Sends at most to a store that has never answered yet: a wrong address should not cost half a minute. */
export const firstContactAttempts = 3

/** For `check`: a person is waiting. */
export const impatientRetryPolicy: RetryPolicy = { ...defaultRetryPolicy, attempts: 2, totalTime: 10_000 }

/**
 * The wait before send number `attempt` + 1: exponential with full jitter, and never less than the store asked for.
 *
 * @param random uniform in [0, 1)
 */
export function retryDelay(
  policy: RetryPolicy,
  attempt: number,
  random: () => number,
  retryAfter: number | null,
): number {
  const ceiling = Math.min(policy.longestDelay, policy.firstDelay * 2 ** (attempt - 1))
  const jitter = Math.round(random() * ceiling)
  return retryAfter === null ? jitter : retryAfter + Math.round(random() * policy.firstDelay)
}

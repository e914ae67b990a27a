/** Time as something that is passed in, so that tests and pure code decide what "now" is. */
export interface Clock {
  now(): Date
  /** Resolves after `milliseconds`, rejects when `signal` aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

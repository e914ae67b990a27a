import type { Side } from './error.ts'

/** One line of `check`, or a warning that a read or a plan carries: something an administrator should know. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'error'
  readonly side: Side
  /** What was looked at: `name`, `TLS`, `bind`, `base DC=corp,…`. */
  readonly subject: string
  readonly message: string
  /** Empty only when the level is `ok`. */
  readonly remedy: string
}

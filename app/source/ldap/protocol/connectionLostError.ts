/**
 * - `closed`: the server ended or reset the connection, or the network did
 * - `timeout`: a request took longer than the settings allow
 * - `not-ldap`: the server sent bytes that are not LDAP
 */
export type LossReason = 'closed' | 'timeout' | 'not-ldap'

/** A connection that cannot be used any more; every request that was under way ends with it. */
export class ConnectionLostError extends Error {
  readonly reason: LossReason
  /** What happened, as the middle of a sentence: `the server closed the connection`. */
  readonly detail: string

  constructor(reason: LossReason, detail: string, cause?: unknown) {
    super(`Connection lost: ${detail}.`, { cause })
    this.name = 'ConnectionLostError'
    this.reason = reason
    this.detail = detail
  }
}

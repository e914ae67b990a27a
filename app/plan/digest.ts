import { createHash, type Hash } from 'node:crypto'
import type { UnplacedChange } from './planItem.ts'

/**
 * The digest of a plan: SHA-256 over its changes in order. Two plans with the same digest do the same things to the
 * same resources, whoever computed them and when. A resource's version and the position are left out: they say
 * nothing about what is done.
 */
export class PlanDigest {
  readonly #hash: Hash = createHash('sha256')

  add(change: UnplacedChange): void {
    const { kind, objectKind, anchor, resourceId, before, after, members, reason } = change
    this.#hash.update(JSON.stringify([kind, objectKind, anchor, resourceId, before, after, members ?? null, reason]))
    this.#hash.update('\n')
  }

  /** Hexadecimal. Ends the digest: nothing can be added after it. */
  value(): string {
    return this.#hash.digest('hex')
  }
}

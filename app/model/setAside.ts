import type { Anchor } from './anchor.ts'
import type { ChangeKind } from './change.ts'
import type { ObjectKind } from './objectKind.ts'

/** An object whose change keeps failing, and when it is tried again (DC-56). Times are ISO 8601. */
export interface SetAside {
  readonly objectKind: ObjectKind
  /** The anchor of its entry, or the id of its resource when no entry belongs to it. */
  readonly key: Anchor | string
  readonly name: string
  readonly change: ChangeKind
  /**
   * Of what the change wants (`changeDigest`), and for a creation of all that the object should be: when something else is
   * wanted, it is tried at once.
   */
  readonly digest: string
  readonly code: string
  readonly message: string
  readonly remedy: string
  /** How often it has failed in a row. */
  readonly attempts: number
  readonly firstFailedAt: string
  readonly nextTryAt: string
}

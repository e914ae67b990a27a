import type { Anchor } from './anchor.ts'
import type { EntryKind } from './entry.ts'

/** The tie between an entry and the resource that stands for it in the store (DC-30). */
export interface Link {
  readonly anchor: Anchor
  readonly kind: EntryKind
  readonly resourceId: string
  /** The last known uid or group name, for messages about entries that are gone. */
  readonly name: string
  readonly dn: string
  readonly baseDn: string
  /** ISO 8601. When the entry left the directory or the selection and its resource was made inactive; null while it is in. */
  readonly vanishedAt: string | null
}

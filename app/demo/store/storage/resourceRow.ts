import type { Pictures } from '../pictures/pictureItems.ts'
import type { ResourceKind } from '../schema/resourceType.ts'

/** A resource as it is kept. */
export interface ResourceRow {
  /** Rising with creation; the order of lists. */
  readonly row: number
  readonly kind: ResourceKind
  readonly id: string
  readonly version: number
  /** ISO 8601. */
  readonly created: string
  /** ISO 8601. */
  readonly modified: string
  /**
   * JSON text that begins with `{"schemas":`; without id, meta, groups and members, and with references instead of
   * pictures in `photos`, which is the last key.
   */
  readonly body: string
}

/** What is written of a resource: its text, and the keys that indexes are made of. */
export interface ResourceRecord {
  readonly nameKey: string
  readonly externalId: string | null
  readonly managerId: string | null
  readonly emailKeys: readonly string[]
  readonly body: string
  /** What the references in the body stand for. */
  readonly pictures: Pictures
}

import type { ObjectKind } from '../../model/objectKind.ts'

/** Somebody or something that this connector has in the store, found by a part of its name. */
export interface KnownObject {
  readonly kind: ObjectKind
  /** uid, group or contact name. */
  readonly name: string
  /** Null when only its name is kept. */
  readonly displayName: string | null
  readonly dn: string
}

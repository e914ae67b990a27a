import type { ValueAttribute } from '../../../model/resource.ts'
import type { Place } from './place.ts'

/** How the values of one kind of resource lie in the store's JSON. */
export interface Layout {
  /** Where each attribute lands, in the order in which it is written. */
  readonly places: ReadonlyMap<ValueAttribute, Place>
  /** The value path of the primary work e-mail that the store is known to match. */
  readonly primaryEmailPath: string
  /** The userType of everybody who has no other; null where none is needed. */
  readonly userType: string | null
}

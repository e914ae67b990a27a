import type { ValueAttribute } from '../../../model/resource.ts'
import type { Layout } from './layout.ts'

/** A kind of SCIM resource that carries values. */
export interface Collection {
  /** Its end point, below the service's address: `/Users`. */
  readonly path: string
  readonly schema: string
  readonly layout: Layout
  /** Attributes that the store has a place for. */
  readonly attributes: ReadonlySet<ValueAttribute>
  /** The attribute without which an answer does not show the resource. */
  readonly shownBy: 'userName' | 'id'
  /** Whether two resources can have the same name. */
  readonly names: 'unique' | 'shared'
}

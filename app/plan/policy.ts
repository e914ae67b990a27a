import type { ObjectKind } from '../model/objectKind.ts'
import type { Organization } from '../model/organization.ts'
import type { ValueAttribute } from '../model/resource.ts'
import type { SetAside } from '../model/setAside.ts'

export interface ContactPolicy {
  /** The attributes that are mapped and that the store has a place for. */
  readonly managed: readonly ValueAttribute[]
  /** How many contacts the store holds at most, and how many it holds now, whoever created them; null without a cap. */
  readonly cap: { readonly atMost: number; readonly held: number } | null
}

/** Everything that planning depends on besides the gathered facts. */
export interface PlanPolicy {
  /** The attributes that are mapped and that the store has a place for, in the order of the table (DC-20). */
  readonly managed: readonly ValueAttribute[]
  /** False when the directory could not be read whole: then nothing is taken away (DC-14). */
  readonly complete: boolean
  /** Null when no contacts are selected, or the store keeps none. */
  readonly contacts: ContactPolicy | null
  readonly pictures: 'bytes' | 'links' | 'none'
  readonly mismatched: 'retain' | 'delete'
  readonly organization: Organization
  readonly softDeleteDays: number
  /** The time of the run. */
  readonly now: Date
  /** Whether a uid or DN stands in the list of protected users (DC-55). */
  isProtected(user: { readonly uid: string | null; readonly dn: string | null }): boolean
  /** What has failed before and is not to be tried now (DC-56), by the anchor or else the resource id; null for nothing. */
  waiting(kind: ObjectKind, key: string): SetAside | null
}

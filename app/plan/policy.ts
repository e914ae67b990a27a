import type { EntryKind } from '../model/entry.ts'
import type { Organization } from '../model/organization.ts'
import type { ValueAttribute } from '../model/resource.ts'
import type { SetAside } from '../model/setAside.ts'

/** Everything that planning depends on besides the gathered facts. */
export interface PlanPolicy {
  /** The attributes that are mapped and that the store has a place for, in the order of the table (DC-20). */
  readonly managed: readonly ValueAttribute[]
  /** False when the directory could not be read whole: then nothing is taken away (DC-14). */
  readonly complete: boolean
  readonly mismatched: 'retain' | 'delete'
  readonly organization: Organization
  readonly softDeleteDays: number
  /** The time of the run. */
  readonly now: Date
  /** Whether a uid or DN stands in the list of protected users (DC-55). */
  isProtected(user: { readonly uid: string | null; readonly dn: string | null }): boolean
  /** What has failed before and is not to be tried now (DC-56), by the anchor or else the resource id; null for nothing. */
  waiting(kind: EntryKind, key: string): SetAside | null
}

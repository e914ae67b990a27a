import type { Anchor } from './anchor.ts'
import type { EntryKind } from './entry.ts'
import type { ObjectKind } from './objectKind.ts'
import type { Photo } from './photo.ts'
import type { UserValues, ValueAttribute } from './resource.ts'

export const changeKinds = ['create', 'update', 'deactivate', 'reactivate', 'delete'] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * What a change says about a resource before or after. `active` is there for users and rooms, `displayName` for groups,
 * `photo` for avatars. A `manager` value is the manager's resource id, or `entry:ANCHOR` while that resource does not exist
 * yet (DC-36).
 */
export interface ResourceState {
  readonly active?: boolean
  readonly values?: UserValues
  readonly displayName?: string
  readonly photo?: Photo | null
}

/** What can be a member of a group. */
export type MemberKind = Exclude<EntryKind, 'contact'>

/** A member to add or remove: its resource id when it has one, else its entry, which an earlier change creates. */
export interface MemberReference {
  readonly resourceId: string | null
  readonly anchor: Anchor | null
  readonly kind: MemberKind
  /** uid or group name, for the report. */
  readonly name: string
}

/** Why a change is planned; the text for people is made by the report. */
export type ChangeReason =
  | { readonly kind: 'new-in-selection'; readonly baseDn: string }
  | { readonly kind: 'resource-missing'; readonly resourceId: string }
  | { readonly kind: 'differs'; readonly attributes: readonly (ValueAttribute | 'displayName' | 'members')[] }
  | { readonly kind: 'account-disabled' }
  | { readonly kind: 'account-enabled' }
  | { readonly kind: 'back-in-selection'; readonly vanishedAt: string }
  | { readonly kind: 'vanished'; readonly lastDn: string }
  | { readonly kind: 'vanished-long-enough'; readonly vanishedAt: string; readonly days: number }
  | { readonly kind: 'mismatched' }
  /** Avatars: no picture was sent yet; another one was; the store does not have it any more; the source has none any more. */
  | { readonly kind: 'picture-new' | 'picture-differs' | 'picture-missing' | 'picture-gone' }
  /** Takes back a change of an earlier run (DC-58); `wait` says what becomes of the wait for deletion (DC-33). */
  | {
      readonly kind: 'undo'
      readonly runId: number
      readonly of: ChangeKind
      readonly wait: 'begins' | 'ends' | 'unchanged'
    }

/** One thing to do to one resource. A plan is a list of them (DC-31). */
export interface Change {
  /** 1-based place in the plan; the order is stable for equal inputs. */
  readonly position: number
  readonly kind: ChangeKind
  readonly objectKind: ObjectKind
  /** The uid of a user (of an avatar: its user's), the name of a group or contact, as the administrator knows it. */
  readonly name: string
  readonly dn: string | null
  readonly baseDn: string | null
  readonly anchor: Anchor | null
  readonly resourceId: string | null
  /** The store's version of the resource when it was read, for If-Match; not part of the plan's digest. */
  readonly version: string | null
  /** Only the attributes that change (all that are known, for a deletion); null for a create. */
  readonly before: ResourceState | null
  /** Only the attributes that change; null for a delete. */
  readonly after: ResourceState | null
  /** The uids behind the `manager` values, for the report; not part of the plan's digest. */
  readonly managerNames?: { readonly before: string | null; readonly after: string | null }
  /** Groups only. */
  readonly members?: { readonly add: readonly MemberReference[]; readonly remove: readonly MemberReference[] }
  readonly reason: ChangeReason
}

/** What became of one change. `ignored` names attributes that the store accepted but did not keep. */
export type Outcome =
  | { readonly kind: 'done'; readonly resourceId: string; readonly ignored: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly remedy: string }

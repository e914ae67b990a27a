import type { Anchor } from '../model/anchor.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { Provenance } from '../model/organization.ts'
import type { ObjectReason } from '../model/plan.ts'
import type { CurrentGroup, CurrentUser, DesiredGroup, DesiredUser, ValueAttribute } from '../model/resource.ts'

/**
 * To whom a resource belongs already: to nobody; to an entry that is mapped in this run, and is therefore about to
 * get another name; to an entry that is selected but held back; to an entry that was not read.
 */
export type Owner =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'mapped-entry' | 'held-entry' | 'vanished-entry'; readonly dn: string }

export interface JoinCandidate {
  readonly resourceId: string
  readonly owner: Owner
}

export interface EmailCandidate {
  readonly resourceId: string
  /** Another entry without a resource whose uid is among the addresses too; null when there is none. */
  readonly rivalDn: string | null
}

/** What is known about one desired object before its resource is found. */
export interface JoinFacts {
  readonly anchor: Anchor
  readonly name: string
  readonly link: { readonly resourceId: string; readonly present: boolean } | null
  /** Other mapped entries with the same uid, e-mail or group name (DC-25). */
  readonly conflict: { readonly value: string; readonly otherDns: readonly string[] } | null
  /** The resource with the same uid or group name, compared without case. */
  readonly sameName: JoinCandidate | null
  /** Resources nobody owns that carry the uid as one of their e-mail addresses, and no desired user's uid as theirs. */
  readonly sameEmail: readonly EmailCandidate[]
}

/** Where a reference points: to a resource, to an entry whose resource this plan creates, or out of the selection. */
export type Reference =
  | { readonly kind: 'none' }
  | { readonly kind: 'resource'; readonly resourceId: string }
  | { readonly kind: 'entry'; readonly anchor: Anchor }
  | { readonly kind: 'outside' }

/** A desired user beside the resource that was found for it. */
export interface UserPair {
  readonly desired: DesiredUser
  readonly link: Link | null
  readonly current: CurrentUser | null
  readonly manager: Reference
  /** Values that the store accepted earlier and did not keep. */
  readonly ignored: Readonly<Partial<Record<ValueAttribute, string>>>
  /** True when all values but the manager are known to be equal; `values` then hold no more than uid and manager. */
  readonly sameText: boolean
}

export interface DesiredMember {
  readonly anchor: Anchor
  readonly kind: EntryKind
  readonly name: string
  /** Null while this plan has yet to create it. */
  readonly resourceId: string | null
}

export interface GroupPair {
  readonly desired: DesiredGroup
  readonly link: Link | null
  readonly current: CurrentGroup | null
  readonly members: readonly DesiredMember[]
  readonly currentMembers: readonly { readonly resourceId: string; readonly name: string; readonly kind: EntryKind }[]
  /** The mark that the store accepted earlier and did not keep. */
  readonly ignored: { readonly connectorDomain?: string }
}

/** A linked resource whose entry is neither desired nor held back. */
export interface VanishedUser {
  readonly link: Link
  readonly current: CurrentUser | null
}

export interface VanishedGroup {
  readonly link: Link
  readonly current: CurrentGroup | null
}

/** A resource that no link and no join accounts for. */
export interface UnaccountedUser {
  readonly current: CurrentUser
  /** ISO 8601. When an earlier run made it inactive as mismatched. */
  readonly inactiveSince: string | null
}

/** An entry that is selected but not planned for, with the reason. */
export interface HeldEntry {
  readonly outcome: 'conflict' | 'skipped'
  readonly anchor: Anchor
  readonly kind: EntryKind
  readonly name: string
  readonly dn: string
  readonly reason: ObjectReason
}

/** What became of the search for a resource. */
export type Join =
  | { readonly kind: 'joined'; readonly resourceId: string; readonly by: 'link' | 'name' | 'email' | 'takeover' }
  | { readonly kind: 'create'; readonly because: 'new' | 'resource-missing' }
  | { readonly kind: 'held'; readonly outcome: 'conflict' | 'skipped'; readonly reason: ObjectReason }

/**
 * The gathered facts in the order in which planning asks for them. Every sequence is ordered the same way for equal
 * inputs. `saveJoins` for a kind comes before its pairs, and users come before groups.
 */
export interface PlanningData {
  joinFacts(kind: EntryKind): Iterable<readonly JoinFacts[]>
  /** A digest of all that a desired object should be, its references apart. */
  wantedDigest(kind: EntryKind, anchor: Anchor): string
  saveJoins(kind: EntryKind, joins: ReadonlyArray<{ readonly anchor: Anchor; readonly join: Join }>): void
  userPairs(): Iterable<readonly UserPair[]>
  vanishedUsers(): Iterable<readonly VanishedUser[]>
  unaccountedUsers(): Iterable<readonly UnaccountedUser[]>
  /** The uid behind a `manager` value (a resource id, or `entry:ANCHOR`); null when nobody knows it. */
  nameOfManager(value: string): string | null
  /** Whose a resource may be; null when it was not read in this run, and no link knows it. */
  provenance(kind: EntryKind, resourceId: string): Provenance | null
  groupPairs(): Iterable<readonly GroupPair[]>
  /** Who is in a group in the store now. */
  membersOf(groupId: string): GroupPair['currentMembers']
  vanishedGroups(): Iterable<readonly VanishedGroup[]>
  unaccountedGroups(): Iterable<readonly CurrentGroup[]>
  /** Entries held back by the mapping or by their join. */
  heldEntries(kind: EntryKind): Iterable<readonly HeldEntry[]>
}

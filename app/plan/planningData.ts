import type { Anchor } from '../model/anchor.ts'
import type { MemberKind } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { Provenance } from '../model/organization.ts'
import type { Photo } from '../model/photo.ts'
import type { ObjectReason } from '../model/plan.ts'
import type {
  CurrentContact,
  CurrentGroup,
  CurrentUser,
  DesiredContact,
  DesiredGroup,
  DesiredUser,
  FoundPhoto,
  ValueAttribute,
} from '../model/resource.ts'

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

/** What is known about one desired user or group before its resource is found. */
export interface JoinFacts {
  readonly anchor: Anchor
  readonly objectKind: ObjectKind
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
  readonly kind: MemberKind
  readonly name: string
  /** Null while this plan has yet to create it. */
  readonly resourceId: string | null
}

export interface GroupPair {
  readonly desired: DesiredGroup
  readonly link: Link | null
  readonly current: CurrentGroup | null
  readonly members: readonly DesiredMember[]
  readonly currentMembers: readonly { readonly resourceId: string; readonly name: string; readonly kind: MemberKind }[]
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

/** What is known about one desired contact before its resource is found. */
export interface ContactFacts {
  readonly anchor: Anchor
  readonly name: string
  readonly link: { readonly resourceId: string; readonly present: boolean } | null
  /** A contact of the store that no entry is linked to, and that stands for the same address, or else has the same name. */
  readonly foreign: string | null
}

export interface ContactPair {
  readonly desired: DesiredContact
  readonly link: Link | null
  readonly current: CurrentContact | null
  /** Values that the store accepted earlier and did not keep. */
  readonly ignored: Readonly<Partial<Record<ValueAttribute, string>>>
}

export interface VanishedContact {
  readonly link: Link
  readonly current: CurrentContact | null
}

/** A user with a resource, or one that this plan creates, beside what is known of the picture. */
export interface AvatarPair {
  readonly anchor: Anchor
  readonly name: string
  readonly dn: string
  readonly baseDn: string
  /** Null while this plan has yet to create the user. */
  readonly resourceId: string | null
  readonly wanted: WantedPhoto
  /** The picture that the store has confirmed last; null when none was sent. */
  readonly sent: Photo | null
  /** Whether the store may have another one than that: whether the last try was done is not known. */
  readonly isUnconfirmed?: true
  /** What the store shows now. */
  readonly found: FoundPhoto
}

export type WantedPhoto =
  | { readonly kind: 'photo'; readonly photo: Photo }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly code: string; readonly problem: string; readonly remedy: string }

/** A group that is a member of another one. */
export interface Nesting {
  readonly group: Anchor
  readonly member: Anchor
}

/** `known` is a group that this run does not plan for, by the name that its link remembers. */
export interface NamedGroup {
  readonly name: string
  readonly dn: string
  readonly standing: 'planned' | 'known'
}

/** An entry that is selected but not planned for, with the reason. */
export interface HeldEntry {
  readonly outcome: 'conflict' | 'skipped'
  readonly anchor: Anchor
  readonly kind: EntryKind
  /** What it would be: a room, if it is identified as one. */
  readonly objectKind: ObjectKind
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
  joinFacts(kind: 'user' | 'group'): Iterable<readonly JoinFacts[]>
  /** A digest of all that a desired object should be, its references apart. */
  wantedDigest(kind: ObjectKind, anchor: Anchor): string
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
  contactFacts(): Iterable<readonly ContactFacts[]>
  contactPairs(): Iterable<readonly ContactPair[]>
  vanishedContacts(): Iterable<readonly VanishedContact[]>
  /** Contacts of the store that no link and no join accounts for. */
  unaccountedContacts(): Iterable<readonly CurrentContact[]>
  avatarPairs(): Iterable<readonly AvatarPair[]>
  /** Selected groups that are members of selected groups. */
  nestings(): Iterable<Nesting>
  /** What a group is called; null for one that is neither planned for nor linked. */
  groupNamed(anchor: Anchor): NamedGroup | null
  /** Entries held back by the mapping or by their join. */
  heldEntries(kind: EntryKind): Iterable<readonly HeldEntry[]>
}

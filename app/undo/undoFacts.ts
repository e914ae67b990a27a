import type { Anchor } from '../model/anchor.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { Photo } from '../model/photo.ts'
import type { CurrentContact, CurrentGroup, CurrentUser } from '../model/resource.ts'
import type { PlanPolicy } from '../plan/policy.ts'

/** What the store was read to hold, asked for one by one. */
export interface CurrentResources {
  user(id: string): CurrentUser | null
  /** Everybody who has the name as uid or as one of the e-mail addresses, compared without case. */
  usersNamed(name: string): readonly CurrentUser[]
  group(id: string): CurrentGroup | null
  /** Compared without case. */
  groupsNamed(displayName: string): readonly CurrentGroup[]
  /** Resource ids. */
  members(groupId: string): ReadonlySet<string>
  contact(id: string): CurrentContact | null
  /** Every contact that has the name as an e-mail address or as its display name, compared without case. */
  contactsNamed(name: string): readonly CurrentContact[]
}

/** Store and links as they are now, as far as the run that is taken back touched them. */
export interface UndoFacts {
  readonly current: CurrentResources
  link(anchor: Anchor): Link | null
  linkOfResource(kind: EntryKind, resourceId: string): Link | null
  /** The picture that was sent last for a user; null when none was, or it was taken away. */
  photoOf(resourceId: string): Photo | null
}

/** Everything else that planning an undo depends on. */
export interface UndoPolicy extends Pick<PlanPolicy, 'softDeleteDays' | 'isProtected' | 'organization'> {
  /** The run that is taken back. */
  readonly runId: number
}

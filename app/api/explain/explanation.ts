import type { PictureProblem } from '../../avatar/pictureProblem.ts'
import type { RowTrace } from '../../mapping/traceRows.ts'
import type { Change, Outcome } from '../../model/change.ts'
import type { EntryKind } from '../../model/entry.ts'
import type { Finding } from '../../model/finding.ts'
import type { Link } from '../../model/link.ts'
import type { Photo } from '../../model/photo.ts'
import type { CurrentContact, CurrentGroup, CurrentUser } from '../../model/resource.ts'
import type { Difference } from '../../plan/diff.ts'
import type { Join } from '../../plan/planningData.ts'
import type { DescribedOutcome } from '../../report/describeOutcome.ts'
import type { OutcomeWord } from '../../report/outcomeWord.ts'
import type { IdentifyingMark } from '../../selection/identifyingMark.ts'
import type { Decision } from '../../selection/selectEntry.ts'
import type { TargetCapabilities } from '../../target/target.ts'

/** A change that was planned for the object, and what became of it. */
export interface PastChange {
  readonly planId: number
  readonly runId: number
  readonly change: Change
  readonly outcome: Outcome | null
  /** The same in words: what was planned, why, and what became of it (`result` is empty before it was tried). */
  readonly told: Pick<OutcomeWord, 'sign' | 'word' | 'tone'> & DescribedOutcome & { readonly reason: string }
}

/** The resource that stands, or would stand, for an entry. */
export interface ExplainedResource {
  readonly user: CurrentUser
  readonly by: 'link' | 'uid or e-mail'
  /** The other domain to which it belongs: then it is never changed by this connector (DC-32); null otherwise. */
  readonly otherDomain: string | null
}

export interface ExplainedContact {
  /** The contact of the store that this connector created for the entry (DC-34); null when there is none. */
  readonly resource: CurrentContact | null
  /** What comes of looking for it, as in a run; null when the entry is not planned for. */
  readonly join: Join | null
  /** When it is held: why, in one line. */
  readonly held: string | null
}

export interface ExplainedGroup {
  /** Null when the entry has no name that can be used. */
  readonly name: string | null
  /**
   * How many members the directory gave; how many of them had a resource and how many were groups at the last sync, null
   * before the first one.
   */
  readonly members: { readonly read: number; readonly linked: number | null; readonly groups: number | null }
  /** Whether the store keeps groups in groups; `flat` gives a group the users of the groups in it. */
  readonly nesting: TargetCapabilities['groups']
  /** The other groups through which it is a member of itself; none when it is so directly. Null when it is not. */
  readonly memberOfItself: { readonly through: readonly string[] } | null
  readonly resource: {
    readonly group: CurrentGroup
    /** How many members it has in the store. */
    readonly members: number
    readonly by: 'link' | 'name'
    /** See ExplainedResource. */
    readonly otherDomain: string | null
  } | null
  /** What a run would change of the name; null when nothing, and when there is no resource to change. */
  readonly rename: { readonly before: string; readonly after: string } | null
}

/** The picture of a user or room. */
export type ExplainedPicture =
  /** Pictures are switched on, and why none are sent. */
  | { readonly kind: 'not-sent'; readonly finding: Finding }
  | {
      readonly kind: 'looked-at'
      /** The attribute, or the address where redirects led. */
      readonly place: string
      readonly found:
        | { readonly kind: 'photo'; readonly photo: Photo }
        | { readonly kind: 'none' | 'refused'; readonly problem: PictureProblem }
      /** The picture that the store confirmed last; null when none was sent. */
      readonly sent: Photo | null
      /** What a run would do with it; null for nothing. */
      readonly change: Pick<Change, 'kind' | 'objectKind' | 'reason' | 'after'> | null
      /** What was found, what was sent and the change in words; null where there is none. */
      readonly told: { readonly found: string | null; readonly sent: string | null; readonly change: string | null }
    }

/** The way of one entry through every decision. */
export interface ExplainedEntry {
  readonly kind: EntryKind
  readonly dn: string
  readonly anchor: string
  /** Entries of this kind are synchronized, or switched off in the settings, or not kept by the store. */
  readonly kindIs: 'synchronized' | 'switched-off' | 'not-kept'
  readonly decision: Decision
  /** By what a user entry is identified as a room (DC-11); null for everybody else, and while rooms are switched off. */
  readonly room: IdentifyingMark | null
  /** What goes into each cloud attribute and what comes out; none of groups. */
  readonly rows: readonly RowTrace[]
  /** Why nothing is decided about the entry, when its mapping already says so; null otherwise. */
  readonly skipped: string | null
  /**
   * DNs of other selected users that would have the same uid: while there are any, none of them is touched (DC-25). Empty
   * of groups and contacts.
   */
  readonly rivals: readonly string[]
  /**
   * What a run would change on the resource of a user or contact now, managers aside; null when the entry is not selected,
   * is skipped, has rivals, or has no resource yet, or only one of another domain. `active` is null for contacts.
   */
  readonly pending:
    | (Difference & { readonly active: { readonly before: boolean; readonly after: boolean } | null })
    | null
  readonly isProtected: boolean
  readonly link: Link | null
  /** Users and rooms only. */
  readonly resource: ExplainedResource | null
  /** Contacts only. */
  readonly contact: ExplainedContact | null
  /** Groups only. */
  readonly group: ExplainedGroup | null
  /** Users and rooms that are planned for, while pictures are switched on; null otherwise. */
  readonly picture: ExplainedPicture | null
  /** Newest first. */
  readonly history: readonly PastChange[]
}

export interface Explanation {
  readonly who: string
  /** Entries that the directory has for it, selected or not. */
  readonly entries: readonly ExplainedEntry[]
  /** When the directory has none: the link of the user or contact below, if it has one. */
  readonly link: Link | null
  /** When the directory has none: the user that the store has under that name. */
  readonly resource: ExplainedResource | null
  /** When neither is there: the contact that the store has under that name, whoever created it. */
  readonly contact: CurrentContact | null
  /** What was planned under that name, newest first. */
  readonly history: readonly PastChange[]
}

import type { RowTrace } from '../mapping/traceUser.ts'
import type { Change, Outcome } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { CurrentUser } from '../model/resource.ts'
import type { Difference } from '../plan/diff.ts'
import type { Decision } from '../selection/selectEntry.ts'

/** A change that was planned for the object, and what became of it. */
export interface PastChange {
  readonly planId: number
  readonly runId: number
  readonly change: Change
  readonly outcome: Outcome | null
}

/** The resource that stands, or would stand, for an entry. */
export interface ExplainedResource {
  readonly user: CurrentUser
  readonly by: 'link' | 'uid or e-mail'
  /** The other domain to which it belongs: then it is never changed by this connector (DC-32); null otherwise. */
  readonly otherDomain: string | null
}

/** The way of one entry through every decision. */
export interface ExplainedEntry {
  readonly kind: EntryKind
  readonly dn: string
  readonly anchor: string
  readonly decision: Decision
  /** What goes into each cloud attribute and what comes out; users only. */
  readonly rows: readonly RowTrace[]
  /** Why nothing is decided about the entry, when its mapping already says so; null otherwise. */
  readonly skipped: string | null
  /**
   * What a run would change on the resource now, managers aside; null when the entry is not selected, is skipped, or has
   * no resource yet, or only one of another domain.
   */
  readonly pending: (Difference & { readonly active: { readonly before: boolean; readonly after: boolean } }) | null
  readonly isProtected: boolean
  readonly link: Link | null
  readonly resource: ExplainedResource | null
  /** Newest first. */
  readonly history: readonly PastChange[]
}

export interface Explanation {
  readonly who: string
  /** Entries that the directory has for it, selected or not. */
  readonly entries: readonly ExplainedEntry[]
  /** When the directory has none: the link of the user below, if it has one. */
  readonly link: Link | null
  /** When the directory has none: the user that the store has under that name. */
  readonly resource: ExplainedResource | null
  /** What was planned under that name, newest first. */
  readonly history: readonly PastChange[]
}

import type { Anchor } from './anchor.ts'
import type { ChangeKind } from './change.ts'
import type { Finding } from './finding.ts'
import type { Gap } from './gap.ts'
import type { ObjectKind, plural } from './objectKind.ts'
import type { TrackingMethod } from './watermark.ts'

/** Why an object that was looked at is not changed. */
export type ObjectReason =
  | { readonly kind: 'equal' }
  | { readonly kind: 'no-entry' }
  | { readonly kind: 'invalid'; readonly attribute: string; readonly problem: string }
  | { readonly kind: 'same-value'; readonly value: string; readonly otherDns: readonly string[] }
  | { readonly kind: 'resource-taken'; readonly resourceId: string; readonly ownerDn: string }
  /** `resourceId` is null for an entry whose name is another domain's, where no resource was found. */
  | { readonly kind: 'other-domain'; readonly domain: string; readonly resourceId: string | null }
  | { readonly kind: 'no-mark'; readonly domain: string }
  | { readonly kind: 'several-resources'; readonly value: string; readonly resourceIds: readonly string[] }
  | { readonly kind: 'not-seen'; readonly lastDn: string }
  | { readonly kind: 'protected'; readonly withheld: 'deactivate' | 'delete' }
  | { readonly kind: 'administrator'; readonly withheld: 'deactivate' | 'delete' }
  | { readonly kind: 'waiting-for-deletion'; readonly vanishedAt: string; readonly deletedAfter: string }
  | { readonly kind: 'set-aside'; readonly change: ChangeKind; readonly problem: string; readonly nextTry: string }
  | { readonly kind: 'changed-since'; readonly attributes: readonly string[] }
  | { readonly kind: 'as-before' }
  | { readonly kind: 'gone-since' }
  | { readonly kind: 'replaced-since'; readonly resourceId: string }
  /** A contact of the store that this connector has not created: it is never touched (DC-34). */
  | { readonly kind: 'not-created-here'; readonly resourceId: string }
  /** The store holds no more of the kind than `cap`. */
  | { readonly kind: 'over-cap'; readonly cap: number }
  /** There is no picture to send, and why (DC-72); `code` is a PictureProblemCode. */
  | { readonly kind: 'picture-refused'; readonly code: string; readonly problem: string; readonly remedy: string }

export const objectOutcomes = ['matched', 'mismatched', 'skipped', 'conflict'] as const
export type ObjectOutcome = (typeof objectOutcomes)[number]

/** An object that the plan accounts for without changing it. */
export interface PlanObject {
  readonly outcome: ObjectOutcome
  readonly objectKind: ObjectKind
  readonly name: string
  readonly dn: string | null
  readonly anchor: Anchor | null
  readonly resourceId: string | null
  readonly reason: ObjectReason
}

/** Something about one object that does not decide its fate: an attribute left out, a value the store will not keep. */
export interface PlanNote {
  readonly objectKind: ObjectKind
  readonly name: string
  readonly dn: string | null
  readonly attribute: string
  readonly problem: string
}

/** The numbers of one kind of object in a run; the contract of `--json`. */
export interface KindCounts {
  readonly read: number
  readonly selected: number
  readonly matched: number
  readonly create: number
  readonly update: number
  readonly deactivate: number
  readonly reactivate: number
  readonly delete: number
  readonly mismatched: number
  readonly skipped: number
  readonly conflicts: number
  readonly failed: number
}

/** `avatars` counts pictures: `selected` those that somebody has, `skipped` those that were refused. */
export type Counts = Readonly<Record<(typeof plural)[ObjectKind], KindCounts>>

/** One reason for which a guard refuses a plan. */
export interface HaltReason {
  /** The name to give to `--approve`, such as `deletions-users`. */
  readonly name: string
  readonly message: string
  /** How many objects are concerned. */
  readonly count: number
}

export type PlanStatus = 'pending' | 'halted' | 'applied' | 'partly-applied'

/**
 * What a plan was computed from:
 *
 * - `full`: everything was read on both sides;
 * - `changes`: what the directory told since the watermark (`read` entries by `method`), or, by `comparison`, what
 *   differs from the snapshot after the directory was read whole; the store was asked for the objects concerned alone;
 * - `snapshot`: the snapshot, brought up to date by changes, with the whole store;
 * - `only`: what both sides hold of one entry, and of whom that concerns; nobody else is changed;
 * - `undo`: what an earlier run recorded.
 */
export type PlanBasis =
  | { readonly kind: 'full' }
  | { readonly kind: 'changes'; readonly method: TrackingMethod | 'comparison'; readonly read: number }
  | { readonly kind: 'snapshot'; readonly method: TrackingMethod | 'comparison'; readonly read: number }
  | { readonly kind: 'only'; readonly dn: string }
  | { readonly kind: 'undo'; readonly runId: number }

/** A stored plan without its changes. */
export interface PlanHeader {
  readonly basis: PlanBasis
  readonly id: number
  readonly runId: number
  /** ISO 8601. */
  readonly createdAt: string
  readonly status: PlanStatus
  /** Hexadecimal SHA-256 over all changes in order. */
  readonly digest: string
  /** SHA-256 of the settings that matter to a plan. */
  readonly settingsDigest: string
  /** False when the directory could not be read whole: then nothing is taken away (DC-14). */
  readonly complete: boolean
  readonly gaps: readonly Gap[]
  readonly warnings: readonly Finding[]
  readonly halted: readonly HaltReason[]
  readonly counts: Counts
  /** Group members that lie outside the selection; counted, not invented. */
  readonly membersOutside: number
}

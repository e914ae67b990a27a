import type { Anchor } from '../model/anchor.ts'
import type { Change, ChangeKind, Outcome } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Side } from '../model/error.ts'
import type { Event, EventLevel } from '../model/event.ts'
import type { Link } from '../model/link.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { Photo } from '../model/photo.ts'
import type { ObjectOutcome, PlanHeader, PlanNote, PlanObject, PlanStatus } from '../model/plan.ts'
import type { ValueAttribute } from '../model/resource.ts'
import type { Run } from '../model/run.ts'
import type { SetAside } from '../model/setAside.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { Nesting } from '../plan/planningData.ts'
import type { Workspace, WorkspaceOptions } from './workspace.ts'

/** A change beside what became of it; `outcome` is null until it was tried. */
export interface RecordedChange {
  readonly change: Change
  readonly outcome: Outcome | null
}

/** What an outcome does to the links; saved in the same transaction as the outcome (DC-57). */
export type LinkEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'link'; readonly link: Link }
  /** The entry of a linked user is gone, and the user was made inactive. */
  | { readonly kind: 'vanished'; readonly resourceId: string }
  /** A user that no entry accounts for was made inactive. */
  | { readonly kind: 'doomed'; readonly resourceId: string }
  /** A user no longer waits for its deletion. */
  | { readonly kind: 'back'; readonly resourceId: string }
  | { readonly kind: 'unlink'; readonly resourceId: string }
  /** The picture of a user was set, or taken away. */
  | { readonly kind: 'photo'; readonly resourceId: string; readonly photo: Photo | null }

export interface RecordedOutcome {
  readonly position: number
  readonly objectKind: ObjectKind
  readonly outcome: Outcome
  readonly effect: LinkEffect
  /** Values that the store accepted and did not keep. */
  readonly ignored: ReadonlyArray<{ readonly resourceId: string; readonly attribute: string; readonly value: string }>
}

export interface ChangeFilter {
  readonly objectKinds: readonly ObjectKind[]
  readonly kinds: readonly ChangeKind[]
}

/** Stands in no name. */
export const nameEnd = '\u0001'

/** A linked object as a person looks for it. */
export interface LinkedObject {
  readonly kind: Exclude<ObjectKind, 'avatar'>
  readonly name: string
  /** As the directory has it; null where nothing is held of its entry, or it has none. */
  readonly displayName: string | null
  readonly dn: string
}

/** A part of a plan that is looked at by itself. */
export type PlanPart =
  | { readonly kind: 'changes'; readonly kinds: readonly ChangeKind[] }
  /** Changes that were tried and are not done. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'objects'; readonly outcome: ObjectOutcome }
  | { readonly kind: 'notes' }

export interface PlanDifference {
  /** Names of up to five objects whose changes are only in the later plan, or differ there, and how many there are. */
  readonly added: { readonly count: number; readonly names: readonly string[] }
  /** The same for changes of the earlier plan that the later one has no more, or has differently. */
  readonly gone: { readonly count: number; readonly names: readonly string[] }
}

export interface EventFilter {
  /** The given level and everything more severe. */
  readonly level?: EventLevel
  readonly runId?: number
}

export interface EventSearch extends Required<Pick<EventFilter, 'level'>> {
  /** Null for those of every side, run and age. */
  readonly side: Side | null
  readonly runId: number | null
  /** Only events with a smaller id. */
  readonly before: number | null
  /** Looked for in message, code and object without case; empty for everything. */
  readonly search: string
  readonly limit: number
}

/**
 * The mode of a connector, and what its schedule has to remember over restarts (DC-50, DC-51). Times are ISO 8601.
 */
export interface Control {
  /** `automatic`: the schedule runs. */
  readonly mode: 'manual' | 'automatic'
  /** When somebody paused the schedule; null while it is not paused. */
  readonly pausedAt: string | null
  /** Until when the schedule has been attended to: what was due later is still to be run, or to be made up for. */
  readonly attendedUntil: string | null
}

/**
 * Everything the connector remembers. One process writes; others may read meanwhile.
 *
 * Every method that writes is one transaction: it is there whole after a crash, or not at all. A full disk is a
 * ConnectorError (`disk-full`, side connector) and leaves what was there before.
 */
export interface State {
  readonly runs: {
    start(kind: Run['kind'], at: Date): Run
    /** Notes the plan that a run works on, so that it is known however the run ends. */
    setPlan(id: number, planId: number): void
    /** Ends a run and returns it. */
    end(id: number, end: Pick<Run, 'status' | 'counts' | 'error'>, at: Date): Run
    get(id: number): Run | null
    /** Newest first; the newest `limit` when it is given. */
    list(limit?: number): readonly Run[]
    /** Marks runs that a killed process left open as interrupted, and returns how many there were. */
    closeInterrupted(at: Date): number
  }
  readonly plans: {
    /**
     * Stores a plan: takes the items one by one while they are computed, then the header that could only be known at
     * the end.
     * @returns the plan's id
     */
    save(runId: number, items: Iterable<PlanItem>, header: () => Omit<PlanHeader, 'id' | 'runId'>): number
    get(id: number): PlanHeader | null
    /** Newest first; the newest `limit` when it is given. */
    list(limit?: number): readonly PlanHeader[]
    setStatus(id: number, status: PlanStatus): void
    /** Forgets a plan that turned out to be the same as an earlier one. */
    discard(id: number): void
    /** Compares two plans change by change. */
    difference(before: number, after: number): PlanDifference
    /** In the order of their positions. */
    changes(id: number, filter?: ChangeFilter): Iterable<RecordedChange>
    /**
     * Creations of which it is not known whether the store carried them out: of the plan that was applied last, and of
     * those that took it back.
     */
    openCreations(): ReadonlyArray<{ readonly planId: number; readonly change: Change }>
    /**
     * When the run that applied a plan last did not live to settle it (DC-57): anchors of the objects that it may have left
     * half done, those that refer to what it created among them. Null when it was settled.
     */
    unsettled(): readonly Anchor[] | null
    /**
     * Anchors of the objects that were changed beside the snapshot since it was settled last: by syncs of one entry, and after
     * reads with gaps. When such an object is again as the snapshot says, the store is not.
     */
    changedBeside(): readonly Anchor[]
    objects(id: number, outcome?: ObjectOutcome): Iterable<PlanObject>
    notes(id: number): Iterable<PlanNote>
    /** The newest changes of one object, by anchor or by name, newest first. */
    historyOf(who: string): ReadonlyArray<RecordedChange & { readonly planId: number; readonly runId: number }>
    /** Saves outcomes with what they do to the links. */
    saveOutcomes(id: number, outcomes: readonly RecordedOutcome[], at: Date): void
  }
  /**
   * The rows of a plan one by one, for somebody who looks at a page of them. A key stands for a row of its part as long as
   * there is one: lists of matched objects are forgotten some plans later, and what fails is known when it was tried.
   */
  readonly planRows: {
    count(planId: number, objectKind: ObjectKind, part: PlanPart): number
    /** In the order of the plan. */
    keys(planId: number, objectKind: ObjectKind, part: PlanPart): Float64Array
    /** What the same rows are known by, in the same order: each name with its DN behind it, between them `nameEnd`. */
    names(planId: number, objectKind: ObjectKind, part: PlanPart): readonly string[]
    /** The key of a change is its position. */
    change(planId: number, position: number): RecordedChange | null
    object(planId: number, key: number): PlanObject | null
    note(planId: number, key: number): PlanNote | null
    notesOf(planId: number, object: Pick<PlanNote, 'objectKind' | 'name' | 'dn'>): readonly PlanNote[]
    /** How many changes of a kind the store has confirmed. */
    countDone(planId: number, objectKind: ObjectKind, kind: ChangeKind): number
  }
  readonly links: {
    get(anchor: string): Link | null
    /** An entry that has become another kind of object has a link of each kind until the first one is done with. */
    ofEntry(kind: EntryKind, anchor: string): Link | null
    ofResource(kind: EntryKind, resourceId: string): Link | null
    /** Linked objects of a kind whose entry was there after the last run; of avatars, pictures that were sent. */
    count(kind: ObjectKind): number
    /** Linked objects whose name, display name or DN holds a text, without case; those that begin with it first. */
    search(text: string, limit: number): readonly LinkedObject[]
    /** The picture that was sent last for a user; null when none was. */
    photoOf(resourceId: string): Photo | null
    /** Values that the store accepted for a resource and did not keep, by attribute. */
    ignoredOf(kind: EntryKind, resourceId: string): Readonly<Partial<Record<ValueAttribute, string>>>
  }
  /** What the snapshot holds of groups; nothing before the first full sync. */
  readonly groups: {
    /** How many of the entries with these DNs have a resource, and how many are groups. */
    countMembers(dns: readonly string[]): { readonly linked: number; readonly groups: number }
    /**
     * Which group is a member of which, as far as it is reached from one with these members: its own, and those of the
     * groups among them. A member is called by its name, or by its DN while it has no resource.
     */
    nestings(anchor: Anchor, memberDns: readonly string[]): ReadonlyArray<Nesting & { readonly name: string }>
  }
  /** Objects whose change has failed and waits for its next try (DC-56). */
  readonly setAside: {
    /** The next to be tried first. */
    list(): readonly SetAside[]
    /** Makes them due now: those of one name, or all; returns how many. */
    retry(name: string | 'all', at: Date): number
  }
  /** What is held of the directory since the last run that was applied; null before the first full sync. */
  snapshot(): SnapshotHeader | null
  readonly control: {
    get(): Control
    save(changes: Partial<Control>): void
  }
  readonly events: {
    /** @returns how many there were */
    add(events: Iterable<Omit<Event, 'id'>>): number
    /** Newest last. */
    list(filter: EventFilter): Iterable<Event>
    /** Newest first, not more than `limit` of them. */
    search(query: EventSearch): readonly Event[]
    /** Errors and warnings that were recorded after the events of a run, or since a time. */
    countTroubles(since: { readonly runId: number } | { readonly at: Date }): number
  }
  /** The place where one run gathers what it reads. Disposing of it forgets all of it; one is open at a time. */
  openWorkspace(options: WorkspaceOptions): Workspace
  close(): void
}

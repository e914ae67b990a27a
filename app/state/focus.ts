import type { Anchor } from '../model/anchor.ts'
import type { Entry, EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { Location } from '../source/tracking.ts'

/** Where a changed entry is now: in the bases and in no exclusion, or elsewhere. */
export interface ToldLocation extends Location {
  readonly place: 'inside' | 'outside'
}

/**
 * The objects that an incremental sync is about, by the anchors of their entries: all that could be planned differently
 * than before, and nobody else. First the directory's side: what it told, and whom that concerns; every entry in the
 * focus is read again. Then the store's side: whoever competes with them, or refers to them, comes in with the entry that
 * the snapshot holds.
 */
export interface Focus {
  /** How many objects are in the focus. */
  size(): number
  addTold(locations: readonly ToldLocation[]): void
  addDeleted(anchors: readonly Anchor[]): void
  /** How many entries the directory told as changed or deleted. */
  told(): number
  /** All that were told are in the focus, and all below a container that is no more where it was. */
  focusOnTold(): void
  /** Known containers that are inside now and were somewhere else before. */
  movedContainers(): readonly Location[]
  /** Entries that were told, are inside, and are neither selected nor known as containers: containers may be among them. */
  unknownTold(): Iterable<readonly Anchor[]>
  /** Entries that were told and are selected now as before. */
  knownTold(): Iterable<readonly Anchor[]>
  /** An entry of the selection that is there, for the comparison of anchors. */
  addPresent(locations: readonly Location[]): void
  /** Everybody who is not where the snapshot says, or not at all, or new. */
  focusOnAbsent(): void
  /**
   * Lets go of those that were read and are as the snapshot says, and of those that are of no concern: told again, or
   * changed in what is not read of them. Objects whose last write failed are due by the clock.
   */
  dropUnchanged(): void
  /** Objects that are due by the clock: set aside, waiting for deletion, or left open by a run that was killed. */
  focusOnDue(at: Date, vanishedBefore: Date, open: readonly Anchor[]): void
  /**
   * After a run that did not live to settle what it did: the objects that it may have left half done, and who has a resource
   * without being in the snapshot, for nobody may tell that such an entry is gone again.
   */
  focusOnUnsettled(anchors: readonly Anchor[]): void
  /** Mapped entries of a kind that have no resource, in the order of their names, up to a number. */
  focusOnUnlinked(kind: EntryKind, atMost: number): void
  /** Everybody who refers, as manager or member, to a place where somebody else is now than before. */
  focusOnReferrers(): void
  /** Everybody of whom the snapshot says that they refer to one of these DNs. */
  focusOnReferrersTo(dns: readonly string[]): void
  /** DNs to which entries of the focus refer, as manager or member, and at which the snapshot and this run know nobody. */
  unknownReferences(): readonly string[]
  /** Entries that have these DNs. */
  focusOnDns(dns: readonly string[]): void
  /** Entries that are there now and were not in the snapshot; each is given once. */
  takeAppeared(): Iterable<readonly Anchor[]>
  /** Anchors that were not given yet; each is given once, and its entry added when it is selected. */
  takeUnread(): Iterable<readonly Anchor[]>
  /** The entries of a whole read, reduced to those that differ from the snapshot; returns how many. */
  focusOnDifferences(): number
  /** Gives entries that were not read the form that the snapshot holds. */
  takeFromSnapshot(): void
  /**
   * Takes all the rest from the snapshot as well: from here on the workspace reaches everything.
   * @param baseOf the base under which an entry is selected now, or null when it is not
   */
  widenToEverything(baseOf: (entry: Entry) => string | null): void
  /** Whoever has, had or would get the same name or address as somebody in the focus. */
  focusOnNames(): void
  /** Whoever owns a resource that was found by its name or address, or would be found so as well. */
  focusOnOwners(): void
  /** Whoever refers to somebody that has no resource yet; and, where groups are flat, all groups above. */
  focusOnDependents(): void
  /** Links of the focus whose resource was not asked for yet; each is given once. */
  takeUnaskedLinks(): Iterable<readonly Link[]>
  /** Names of mapped objects without a link to a resource that is there; each is given once. */
  takeUnsoughtNames(kind: EntryKind): readonly string[]
  /** Selected entries of a kind in the whole directory, after this run; of those outside the focus, one is counted. */
  selectedInAll(kind: EntryKind): number
}

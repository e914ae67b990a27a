import type { Entry, EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { PlanNote } from '../model/plan.ts'
import type {
  CurrentContact,
  CurrentUser,
  DesiredContact,
  DesiredGroup,
  DesiredUser,
  ValueAttribute,
} from '../model/resource.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { HeldEntry, PlanningData } from '../plan/planningData.ts'
import type { Location } from '../source/tracking.ts'
import type { GroupPage } from '../target/target.ts'
import type { CurrentResources } from '../undo/undoFacts.ts'
import type { Focus } from './focus.ts'
import type { Pictures } from './pictures.ts'

/** What the mapping made of a page of entries. */
export interface MappedPage {
  readonly users: readonly DesiredUser[]
  readonly groups: readonly DesiredGroup[]
  readonly contacts: readonly DesiredContact[]
  readonly held: readonly HeldEntry[]
  readonly notes: readonly PlanNote[]
}

/** What has to be known before anything is gathered. */
export interface WorkspaceOptions {
  readonly runId: number
  readonly kinds: readonly EntryKind[]
  /** The attributes that planning compares, in order. */
  readonly managed: readonly ValueAttribute[]
  /** The same of contacts. */
  readonly managedOfContacts: readonly ValueAttribute[]
  /** Whether the store keeps groups in groups; `flat` gives a group the users of the groups in it. */
  readonly groups: 'flat' | 'nested'
  /** `focus`: planned is who is in the focus; what has to be known of others is what the snapshot and the links say. */
  readonly reach: 'everything' | 'focus'
  /** Null while no pictures are sent. */
  readonly pictures: PictureOptions | null
}

export interface PictureOptions {
  /** Of the settings that say where pictures are found (`pictureSettingsDigest`). */
  readonly source: string
  /** Where a change of a picture shows: `entry`, in the mark of the entry; `nowhere`, so that each one is asked for again. */
  readonly changesShow: 'entry' | 'nowhere'
  readonly sentAs: 'bytes' | 'links'
  /** `drop`: nothing will be sent. */
  readonly bytes: 'keep' | 'drop'
}

/** What is to be recorded of an applied plan, all at once (DC-57). */
export interface Settlement {
  readonly planId: number
  readonly at: Date
  readonly read: 'complete' | 'incomplete'
  /** Null when the directory was not read whole: changes are asked for from the old watermark again. */
  readonly header: SnapshotHeader | null
}

/**
 * What one run reads, kept on disk so that neither the directory nor the cloud has to fit into memory. Use it in
 * order: entries, users and groups in; `finishReading`; entries out, mapped pages in; `finishMapping`; then plan. With
 * a focus, entries are mapped and users and groups come in by turns, until nobody else is concerned.
 */
export interface Workspace extends PlanningData, Disposable {
  /** Adds selected entries. An entry that comes twice counts once, the last one wins. */
  addEntries(entries: readonly Entry[]): void
  addUsers(users: readonly CurrentUser[]): void
  addGroups(page: GroupPage): void
  addContacts(contacts: readonly CurrentContact[]): void
  /** Links of users and contacts that the store did not list: asked for one by one before they count as gone. */
  unlistedLinks(kind: 'user' | 'contact'): Iterable<readonly Link[]>
  finishReading(): void
  /** The resources of a name, compared without case, to which no entry is linked; of contacts, of an address too. */
  unlinkedResources(kind: EntryKind, name: string): readonly string[]
  /** The selected entries without their members, page by page; each is given once. */
  takeUnmapped(kind: EntryKind): Iterable<readonly Entry[]>
  addMapped(page: MappedPage): void
  /** Works out conflicts, references and members. */
  finishMapping(): void
  notes(): Iterable<readonly PlanNote[]>
  /** Selected entries; those that are identified as rooms are counted apart from the others. */
  selected(kind: EntryKind | 'room'): number
  /** How many of the rooms the directory gave in this run; the others come from the snapshot. */
  roomsRead(): number
  /** Members of selected groups that are not selected themselves. */
  membersOutside(): number
  /** Bases that gave nothing, though linked objects of the selected kinds come from them and were found nowhere else. */
  emptiedBases(baseDns: readonly string[]): ReadonlyArray<{ readonly baseDn: string; readonly linked: number }>
  /** The version under which a resource was read, for If-Match. */
  version(kind: EntryKind, resourceId: string): string | null
  /**
   * Records what needs no request: links of all objects that were joined, with their present names and DNs, and the
   * end of links whose entry and resource are both gone. An incomplete read ends no link.
   */
  adoptJoins(at: Date, read: 'complete' | 'incomplete'): void
  /**
   * In one transaction: sets aside what failed and, after a complete read, makes the snapshot equal to the entries of this
   * run and moves the watermark.
   */
  settle(settlement: Settlement): void
  /** DNs of the containers between the bases and the entries that were added, as far as they are not known yet. */
  unknownContainers(): readonly string[]
  addContainers(containers: readonly Location[]): void
  readonly focus: Focus
  readonly pictures: Pictures
  /** What `addUsers` and `addGroups` have brought in, one by one. */
  readonly current: CurrentResources
}

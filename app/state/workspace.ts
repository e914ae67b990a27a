import type { Entry, EntryKind } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import type { PlanNote } from '../model/plan.ts'
import type { CurrentUser, DesiredGroup, DesiredUser, ValueAttribute } from '../model/resource.ts'
import type { HeldEntry, PlanningData } from '../plan/planningData.ts'
import type { GroupPage } from '../target/target.ts'

/** What the mapping made of a page of entries. */
export interface MappedPage {
  readonly users: readonly DesiredUser[]
  readonly groups: readonly DesiredGroup[]
  readonly held: readonly HeldEntry[]
  readonly notes: readonly PlanNote[]
}

/** What has to be known before anything is gathered. */
export interface WorkspaceOptions {
  readonly runId: number
  readonly kinds: readonly EntryKind[]
  /** The attributes that planning compares, in order. */
  readonly managed: readonly ValueAttribute[]
  /** Whether the store keeps groups in groups; `flat` gives a group the users of the groups in it. */
  readonly groups: 'flat' | 'nested'
}

/**
 * What one run reads, kept on disk so that neither the directory nor the cloud has to fit into memory. Use it in
 * order: entries, users and groups in; `finishReading`; entries out, mapped pages in; `finishMapping`; then plan.
 */
export interface Workspace extends PlanningData, Disposable {
  /** Adds selected entries. An entry that comes twice counts once, the last one wins. */
  addEntries(entries: readonly Entry[]): void
  addUsers(users: readonly CurrentUser[]): void
  addGroups(page: GroupPage): void
  /** Links of users that the store did not list: asked for one by one before they count as gone. */
  unlistedLinks(): Iterable<readonly Link[]>
  finishReading(): void
  /** The resource of a name, compared without case, to which no entry is linked; null when there is none. */
  unlinkedResource(kind: EntryKind, name: string): string | null
  /** The selected entries without their members, page by page. */
  entries(kind: EntryKind): Iterable<readonly Entry[]>
  addMapped(page: MappedPage): void
  /** Works out conflicts, references and members. */
  finishMapping(): void
  notes(): Iterable<readonly PlanNote[]>
  selected(kind: EntryKind): number
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
  /** Makes the snapshot equal to the entries of this run; entries that a read with gaps did not see stay in it. */
  saveSnapshot(read: 'complete' | 'incomplete'): void
}

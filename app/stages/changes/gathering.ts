import type { EntryKind } from '../../model/entry.ts'
import type { Gap } from '../../model/gap.ts'
import type { SnapshotHeader } from '../../model/snapshotHeader.ts'
import type { CompiledSelection } from '../../selection/compileSelection.ts'
import type { ReadEvent, ReadRequest } from '../../source/source.ts'
import type { Workspace } from '../../state/workspace.ts'
import { marksFor } from '../gatherDirectory.ts'
import { keepSelected } from '../keepSelected.ts'
import type { Scope } from '../scope.ts'
import type { SyncParts } from '../syncParts.ts'

/** What stays the same while changes are gathered. */
export interface Gathering {
  readonly parts: SyncParts
  readonly held: SnapshotHeader
  /** The selection under which the snapshot was made. */
  readonly selection: CompiledSelection
  readonly workspace: Workspace
  readonly gaps: Gap[]
  readonly read: Record<EntryKind, number>
  /** In which form pictures are sent. */
  readonly pictures: Scope['pictures']
}

/** The requests for all selected entries, as the snapshot was read. */
export function requests({ parts, held, selection, pictures }: Gathering): readonly ReadRequest[] {
  const baseDns = selection.bases.map(({ dn }) => dn)
  return held.kinds.map((kind) => ({
    kind,
    baseDns,
    filter: held.filters[kind],
    attributes: held.attributes[kind],
    ...marksFor(kind, parts.settings, pictures),
  }))
}

/** Takes what a request gave. */
export function keep({ selection, workspace, gaps, read }: Gathering, { kind }: ReadRequest, event: ReadEvent): void {
  read[kind] += keepSelected(event, selection, workspace, gaps)
}

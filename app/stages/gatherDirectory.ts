import type { EntryKind } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import type { PlanBasis } from '../model/plan.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { ReadEvent, ReadRequest } from '../source/source.ts'
import type { Workspace } from '../state/workspace.ts'
import { confirmedPosition } from './confirmedPosition.ts'
import { keepSelected } from './keepSelected.ts'
import { presentPosition } from './presentPosition.ts'
import type { Scope } from './scope.ts'
import { attributesToRead, snapshotHeader } from './snapshotHeader.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'

export interface GatheredDirectory {
  readonly basis: Exclude<PlanBasis, { readonly kind: 'undo' }>
  /** Entries that the directory gave, of each kind, before exclusions. */
  readonly read: Readonly<Record<EntryKind, number>>
  /** Pictures that were looked at. */
  readonly picturesRead: number
  readonly gaps: readonly Gap[]
  /** What the snapshot will be of, once this is applied. */
  readonly header: SnapshotHeader
}

/**
 * Reads the selected entries of every kind into the workspace, and every way in which that stayed incomplete. The
 * watermark is taken before, so that what changes during the read is told again.
 * @param purpose a plan that is only looked at needs no watermark
 */
export async function gatherDirectory(
  parts: SyncParts,
  scope: Scope,
  workspace: Workspace,
  record: EventRecorder,
  purpose: 'look' | 'apply',
): Promise<GatheredDirectory> {
  const { source, progress, now } = parts
  const readAt = now()
  const baseDns = scope.selection.bases.map(({ dn }) => dn)
  const position = purpose === 'apply' ? await presentPosition(parts, baseDns, record) : null
  const servers = new Set<string>()
  const read = { user: 0, group: 0, contact: 0 }
  const gaps: Gap[] = []
  let done = 0
  for (const kind of scope.kinds) {
    for await (const event of source.read(readRequest(kind, parts, scope))) {
      parts.signal.throwIfAborted()
      if (event.kind === 'page') servers.add(event.server)
      read[kind] += keepSelected(event, scope.selection, workspace, gaps)
      done += entriesIn(event)
      progress({ phase: 'read-directory', done })
    }
  }
  const watermark = position && (await confirmedPosition(parts, baseDns, position, servers, workspace, record))
  const header = snapshotHeader(parts, scope, readAt, watermark)
  return { basis: { kind: 'full' }, read, picturesRead: 0, gaps, header }
}

function readRequest(kind: EntryKind, { settings }: SyncParts, scope: Scope): ReadRequest {
  return {
    kind,
    baseDns: scope.selection.bases.map(({ dn }) => dn),
    filter: scope.selection.filters[kind].text,
    attributes: attributesToRead(kind, scope),
    ...marksFor(kind, settings, scope.pictures),
  }
}

/** Where pictures stand in the directory, the marks of entries tell which have to be read. */
export function marksFor(
  kind: EntryKind,
  { avatar }: Pick<SyncParts['settings'], 'avatar'>,
  pictures: Scope['pictures'],
): Pick<ReadRequest, 'marks'> {
  return kind === 'user' && pictures !== 'none' && avatar?.source === 'attribute' ? { marks: 'wanted' } : {}
}

function entriesIn(event: ReadEvent): number {
  return event.kind === 'page' ? event.entries.length : 0
}

import type { EntryKind } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import type { PlanBasis } from '../model/plan.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import type { ReadEvent, ReadRequest } from '../source/source.ts'
import type { Tracking } from '../source/tracking.ts'
import type { Workspace } from '../state/workspace.ts'
import { keepSelected } from './keepSelected.ts'
import type { Scope } from './scope.ts'
import { snapshotHeader } from './snapshotHeader.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'
import { trackChanges } from './trackChanges.ts'

export interface GatheredDirectory {
  readonly basis: Exclude<PlanBasis, { readonly kind: 'undo' }>
  /** Entries that the directory gave, of each kind, before exclusions. */
  readonly read: Readonly<Record<EntryKind, number>>
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
  const watermark = purpose === 'apply' ? await presentPosition(parts, scope) : null
  const servers = new Set<string>()
  const read = { user: 0, group: 0 }
  const gaps: Gap[] = []
  let done = 0
  for (const kind of scope.kinds) {
    for await (const event of source.read(readRequest(kind, scope))) {
      parts.signal.throwIfAborted()
      if (event.kind === 'page') servers.add(event.server)
      read[kind] += keepSelected(event, scope.selection, workspace, gaps)
      done += entriesIn(event)
      progress({ phase: 'read-directory', done })
    }
  }
  if (purpose === 'apply') {
    await using tracking = await trackChanges(parts, scope.selection)
    if (tracking !== null) await gatherContainers(tracking, workspace)
  }
  const others = watermark === null ? [] : [...servers].filter((server) => server !== watermark.server)
  if (watermark !== null && others.length > 0) {
    const message = `The directory was read from ${others.join(', ')} after ${watermark.server} had failed: the next incremental sync compares the directory whole.`
    record([{ level: 'warning', side: 'directory', code: 'server-changed', message }])
  }
  const header = snapshotHeader(parts, scope, readAt, others.length > 0 ? null : watermark)
  return { basis: { kind: 'full' }, read, gaps, header }
}

/** The request for all selected entries of a kind. */
export function readRequest(
  kind: EntryKind,
  { selection, mapping }: Pick<Scope, 'selection' | 'mapping'>,
): ReadRequest {
  return {
    kind,
    baseDns: selection.bases.map(({ dn }) => dn),
    filter: selection.filters[kind].text,
    attributes: requiredAttributes(kind, mapping, selection),
  }
}

/** Remembers the containers of the entries that were read: when one of them moves, nobody below it is told as changed. */
export async function gatherContainers(tracking: Tracking, workspace: Workspace): Promise<void> {
  const unknown = workspace.unknownContainers()
  if (unknown.length === 0) return
  for await (const locations of tracking.locate(unknown)) workspace.addContainers(locations)
}

async function presentPosition(parts: SyncParts, { selection }: Scope): Promise<SnapshotHeader['watermark']> {
  await using tracking = await trackChanges(parts, selection)
  return tracking === null ? null : await tracking.position()
}

function entriesIn(event: ReadEvent): number {
  return event.kind === 'page' ? event.entries.length : 0
}

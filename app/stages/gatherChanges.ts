import type { PlanBasis } from '../model/plan.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { TrackingMethod } from '../model/watermark.ts'
import { compileSelection } from '../selection/compileSelection.ts'
import type { Workspace } from '../state/workspace.ts'
import { compareWhole } from './changes/compareWhole.ts'
import { focusOnChanges } from './changes/focusOnChanges.ts'
import { focusOnDue } from './changes/focusOnDue.ts'
import { followReferences } from './changes/followReferences.ts'
import type { Gathering } from './changes/gathering.ts'
import { tellChanges } from './changes/tellChanges.ts'
import { distinctGaps } from './distinctGaps.ts'
import { gatherContainers } from './gatherContainers.ts'
import type { GatheredDirectory } from './gatherDirectory.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'
import { trackChanges } from './trackChanges.ts'

export interface GatheredChanges extends GatheredDirectory {
  readonly basis: Extract<PlanBasis, { readonly kind: 'changes' }>
}

/**
 * Brings into the workspace who is concerned by what changed in the directory since the snapshot (DC-50, DC-52): those
 * that were told, those below containers that moved, those who refer to places where somebody else is now, those who
 * are due by the clock. Each entry is read again by its anchor under the snapshot's own selection, so that what it is
 * now, and whether it is still selected, is what the directory says. Where no changes are told, the directory is read
 * whole and compared with the snapshot.
 */
export async function gatherChanges(
  parts: SyncParts,
  workspace: Workspace,
  held: SnapshotHeader,
  record: EventRecorder,
): Promise<GatheredChanges> {
  const { settings } = parts
  const selection = compileSelection(
    {
      baseDns: [...held.baseDns],
      excludeDns: [...held.excludeDns],
      users: { enabled: true, filter: held.ownFilters.user },
      groups: { enabled: true, filter: held.ownFilters.group },
    },
    settings.directory.type,
  )
  const gathering: Gathering = { parts, held, selection, workspace, gaps: [], read: { user: 0, group: 0 } }
  await using tracking = await trackChanges(
    parts,
    selection.bases.map(({ dn }) => dn),
  )
  const told = tracking && held.watermark ? await tellChanges(gathering, tracking, held.watermark) : null
  let method: TrackingMethod | 'comparison'
  let watermark: SnapshotHeader['watermark']
  let read: number
  if (tracking !== null && told?.kind === 'told') {
    method = tracking.method
    watermark = told.watermark
    read = workspace.focus.told()
    await focusOnChanges(gathering, tracking, told.deletions)
  } else {
    method = 'comparison'
    const why = told?.kind === 'lost' ? told.message : 'There is no watermark to ask for changes from.'
    const message = `${why} The directory is read whole and compared with what is held.`
    record([{ level: tracking === null ? 'info' : 'warning', side: 'directory', code: 'compared-whole', message }])
    watermark = tracking && (await tracking.position())
    read = await compareWhole(gathering, tracking)
  }
  await focusOnDue(gathering, tracking)
  await followReferences(gathering, tracking)
  if (tracking !== null) await gatherContainers(tracking, workspace)
  const header = { ...held, watermark }
  return { basis: { kind: 'changes', method, read }, read: gathering.read, gaps: distinctGaps(gathering.gaps), header }
}

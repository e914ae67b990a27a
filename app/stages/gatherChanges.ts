import type { Gap } from '../model/gap.ts'
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
import { lookAtPictures } from './lookAtPictures.ts'
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
  const { baseDns, excludeDns } = held
  const places = { ...settings.selection, baseDns: [...baseDns], excludeDns: [...excludeDns] }
  const selection = compileSelection(places, settings.directory.type)
  const gaps: Gap[] = []
  const read = { user: 0, group: 0, contact: 0 }
  const gathering: Gathering = { parts, held, selection, workspace, gaps, read, pictures: held.pictures }
  await using tracking = await trackChanges(
    parts,
    selection.bases.map(({ dn }) => dn),
  )
  const told = tracking && held.watermark ? await tellChanges(gathering, tracking, held.watermark) : null
  let method: TrackingMethod | 'comparison'
  let watermark: SnapshotHeader['watermark']
  let changed: number
  let picturesRead: number
  if (tracking !== null && told?.kind === 'told') {
    method = tracking.method
    watermark = told.watermark
    changed = workspace.focus.told()
    picturesRead = await focusOnChanges(gathering, tracking, told.deletions)
  } else {
    method = 'comparison'
    const why = told?.kind === 'lost' ? told.message : 'There is no watermark to ask for changes from.'
    const message = `${why} The directory is read whole and compared with what is held.`
    record([{ level: tracking === null ? 'info' : 'warning', side: 'directory', code: 'compared-whole', message }])
    watermark = tracking && (await tracking.position())
    ;({ changed, picturesRead } = await compareWhole(gathering, tracking))
  }
  await focusOnDue(gathering, tracking)
  await followReferences(gathering, tracking)
  picturesRead += await lookAtPictures(gathering, gathering, tracking ?? parts.source, 'entries')
  if (tracking !== null) await gatherContainers(tracking, workspace)
  const header = { ...held, watermark }
  const basis = { kind: 'changes' as const, method, read: changed }
  return { basis, read, picturesRead, gaps: distinctGaps(gaps), header }
}

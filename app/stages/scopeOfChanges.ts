import { compileMapping } from '../mapping/compileMapping.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { compileSelection } from '../selection/compileSelection.ts'
import { settingsWarnings } from '../settings/settingsWarnings.ts'
import { pictureAttributes, type Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * What an incremental sync is about: the same as the run that made the snapshot, under the same settings. Neither side is
 * asked what it is: while nothing changes, nothing is asked but that.
 */
export function scopeOfChanges(
  parts: SyncParts,
  { kinds, managed, groups, contacts, pictures, organization }: SnapshotHeader,
): Scope {
  const { settings } = parts
  const selection = compileSelection(settings.selection, settings.directory.type)
  const mapping = compileMapping(settings.mapping, settings.directory.type, null, settings.organization)
  const warnings = [...settingsWarnings(settings), ...selection.findings]
  const sent = { pictures, pictureAttributes: pictureAttributes(parts) }
  return { groups, kinds, selection, mapping, managed, contacts, ...sent, organization, warnings }
}

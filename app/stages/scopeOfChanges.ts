import { compileMapping } from '../mapping/compileMapping.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { compileSelection } from '../selection/compileSelection.ts'
import { settingsWarnings } from '../settings/settingsWarnings.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * What an incremental sync is about: the same as the run that made the snapshot, under the same settings. Neither side is
 * asked what it is: while nothing changes, nothing is asked but that.
 */
export function scopeOfChanges(
  { settings }: SyncParts,
  { kinds, managed, groups, organization }: SnapshotHeader,
): Scope {
  const selection = compileSelection(settings.selection, settings.directory.type)
  const mapping = compileMapping(settings.mapping, settings.directory.type, null)
  const warnings = [...settingsWarnings(settings), ...selection.findings]
  return { groups, kinds, selection, mapping, managed, organization, warnings }
}

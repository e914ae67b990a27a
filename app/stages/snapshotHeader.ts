import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/** Describes a snapshot that is made with the present settings. */
export function snapshotHeader(
  { settings }: SyncParts,
  { kinds, selection, mapping, managed, groups, organization }: Scope,
  readAt: Date,
  watermark: SnapshotHeader['watermark'],
): SnapshotHeader {
  const { users, groups: groupSettings } = settings.selection
  return {
    readAt: readAt.toISOString(),
    settingsDigest: planSettingsDigest(settings),
    kinds,
    baseDns: settings.selection.baseDns,
    excludeDns: settings.selection.excludeDns,
    filters: { user: selection.filters.user.text, group: selection.filters.group.text },
    ownFilters: { user: users.filter, group: groupSettings.filter },
    attributes: {
      user: requiredAttributes('user', mapping, selection),
      group: requiredAttributes('group', mapping, selection),
    },
    managed,
    groups,
    organization,
    watermark,
  }
}

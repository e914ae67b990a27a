import { ConnectorError } from '../model/error.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { lackingInSnapshot } from '../selection/lackingInSnapshot.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The snapshot, when it holds all that these settings need (DC-53).
 * @throws ConnectorError (side connector) `no-full-sync`, `snapshot-lacks`
 */
export function requireCoverage({ state, settings }: SyncParts, { kinds, selection, mapping }: Scope): SnapshotHeader {
  const header = state.snapshot()
  if (header === null) {
    throw new ConnectorError({
      side: 'connector',
      code: 'no-full-sync',
      message: 'Nothing is held of the directory yet: no full sync has been completed.',
      remedy: 'Make a dry run that reads the directory.',
    })
  }
  const lacking = lackingInSnapshot(header, {
    kinds,
    baseDns: selection.bases.map(({ dn }) => dn),
    excludeDns: settings.selection.excludeDns,
    ownFilters: { user: settings.selection.users.filter, group: settings.selection.groups.filter },
    attributes: {
      user: requiredAttributes('user', mapping, selection),
      group: requiredAttributes('group', mapping, selection),
    },
  })
  if (lacking.length === 0) return header
  throw new ConnectorError({
    side: 'connector',
    code: 'snapshot-lacks',
    message: `These settings need more of the directory than is held: ${lacking.join('; ')}.`,
    remedy: 'Make a dry run that reads the directory.',
  })
}

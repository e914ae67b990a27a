import { ConnectorError } from '../model/error.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { lackingInSnapshot } from '../selection/lackingInSnapshot.ts'
import type { Scope } from './scope.ts'
import { readWith } from './snapshotHeader.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The snapshot, when it holds all that these settings need (DC-53).
 * @throws ConnectorError (side connector) `no-full-sync`, `snapshot-lacks`
 */
export function requireCoverage({ state, settings }: SyncParts, scope: Scope): SnapshotHeader {
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
    kinds: scope.kinds,
    baseDns: scope.selection.bases.map(({ dn }) => dn),
    excludeDns: settings.selection.excludeDns,
    ...readWith(settings, scope),
  })
  if (lacking.length === 0) return header
  throw new ConnectorError({
    side: 'connector',
    code: 'snapshot-lacks',
    message: `These settings need more of the directory than is held: ${lacking.join('; ')}.`,
    remedy: 'Make a dry run that reads the directory.',
  })
}

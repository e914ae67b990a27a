import { ConnectorError } from '../model/error.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The snapshot from which an incremental sync goes on (DC-50).
 * @throws ConnectorError (side connector) `no-full-sync`, or (side settings) `settings-changed` (DC-42, DC-53)
 */
export function requireSnapshot({ state, settings }: Pick<SyncParts, 'state' | 'settings'>): SnapshotHeader {
  const header = state.snapshot()
  if (header === null) {
    throw new ConnectorError({
      side: 'connector',
      code: 'no-full-sync',
      message: 'An incremental sync needs a full sync before it, and none has been completed yet.',
      remedy: 'Make a dry run, review it, and apply it; or run sync --full.',
    })
  }
  if (header.settingsDigest === planSettingsDigest(settings)) return header
  throw new ConnectorError({
    side: 'settings',
    code: 'settings-changed',
    message: 'The settings have changed since the last full sync in a way that matters to everybody.',
    remedy: 'Make a dry run with the present settings (dry-run --from-snapshot is quick), review it, and apply it.',
  })
}

import { ConnectorError } from '../model/error.ts'
import type { SyncParts } from './syncParts.ts'

/** @throws ConnectorError `paused` (side connector) */
export function checkNotPaused({ state }: Pick<SyncParts, 'state'>): void {
  const { pausedAt } = state.control.get()
  if (pausedAt === null) return
  throw new ConnectorError({
    side: 'connector',
    code: 'paused',
    message: `Incremental syncs are paused since ${pausedAt}.`,
    remedy: 'End the pause with `resume`.',
  })
}

import type { CompiledSelection } from '../selection/compileSelection.ts'
import type { Tracking } from '../source/tracking.ts'
import type { SyncParts } from './syncParts.ts'

/** Begins to track changes of the selected bases; null when the directory tells none. Disposing of it closes it. */
export async function trackChanges(
  { source, settings }: SyncParts,
  { bases }: Pick<CompiledSelection, 'bases'>,
): Promise<(Tracking & AsyncDisposable) | null> {
  const { changeTracking } = settings.directory
  const tracking = await source.track({
    baseDns: bases.map(({ dn }) => dn),
    ...(changeTracking !== 'automatic' && { method: changeTracking }),
  })
  return tracking && Object.assign(tracking, { [Symbol.asyncDispose]: () => tracking.close() })
}

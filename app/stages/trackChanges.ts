import type { Settings } from '../settings/schema.ts'
import type { Source } from '../source/source.ts'
import type { Tracking } from '../source/tracking.ts'

/** Begins to track changes below the bases; null when the directory tells none. Disposing of it closes it. */
export async function trackChanges(
  { source, settings }: { readonly source: Source; readonly settings: Pick<Settings, 'directory'> },
  baseDns: readonly string[],
): Promise<(Tracking & AsyncDisposable) | null> {
  const { changeTracking } = settings.directory
  const tracking = await source.track({
    baseDns,
    ...(changeTracking !== 'automatic' && { method: changeTracking }),
  })
  return tracking && Object.assign(tracking, { [Symbol.asyncDispose]: () => tracking.close() })
}

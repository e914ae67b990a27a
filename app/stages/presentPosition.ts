import { ConnectorError } from '../model/error.ts'
import type { Watermark } from '../model/watermark.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'
import { trackChanges } from './trackChanges.ts'

/**
 * The position before a whole read, and an event that tells how changes will be found. A directory that tells no changes,
 * or not now, is read all the same; null then.
 * @throws ConnectorError of side settings when another way of tracking is asked for than there is
 */
export async function presentPosition(
  parts: SyncParts,
  baseDns: readonly string[],
  record: EventRecorder,
): Promise<Watermark | null> {
  return orCompareNextTime(record, async () => {
    await using tracking = await trackChanges(parts, baseDns)
    const message = tracking?.explanation ?? 'The directory tells no changes: incremental syncs compare it whole.'
    record([{ level: 'info', side: 'directory', code: 'change-tracking', message }])
    return tracking === null ? null : await tracking.position()
  })
}

/** Runs a part of a full sync that only the next incremental one depends on: what fails there costs a comparison. */
export async function orCompareNextTime<Result>(
  record: EventRecorder,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.side !== 'directory') throw error
    const message = `The next incremental sync compares the directory whole. ${error.message}`
    record([{ level: 'warning', side: 'directory', code: error.code, message, remedy: error.remedy }])
    return null
  }
}

import type { Watermark } from '../model/watermark.ts'
import type { Workspace } from '../state/workspace.ts'
import { gatherContainers } from './gatherContainers.ts'
import { ofOneServer } from './ofOneServer.ts'
import { orCompareNextTime } from './presentPosition.ts'
import type { EventRecorder, SyncParts } from './syncParts.ts'
import { trackChanges } from './trackChanges.ts'

/**
 * The position as the watermark of a whole read, once it is certain that the read came from the same server, so that
 * nothing in it is older, and that the containers of the entries are known. Null when changes cannot be relied on.
 */
export async function confirmedPosition(
  parts: SyncParts,
  baseDns: readonly string[],
  position: Watermark,
  servers: ReadonlySet<string>,
  workspace: Workspace,
  record: EventRecorder,
): Promise<Watermark | null> {
  if (ofOneServer(position, servers, record) === null) return null
  return orCompareNextTime(record, async () => {
    await using tracking = await trackChanges(parts, baseDns)
    if (tracking === null) return null
    await gatherContainers(tracking, workspace)
    return position
  })
}

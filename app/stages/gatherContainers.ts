import type { Tracking } from '../source/tracking.ts'
import type { Workspace } from '../state/workspace.ts'

/** Remembers the containers of the entries that were read: when one of them moves, nobody below it is told as changed. */
export async function gatherContainers(tracking: Tracking, workspace: Workspace): Promise<void> {
  const unknown = workspace.unknownContainers()
  if (unknown.length === 0) return
  for await (const locations of tracking.locate(unknown)) workspace.addContainers(locations)
}

import type { Tracking } from '../../source/tracking.ts'
import { type Gathering, keep, requests } from './gathering.ts'

/**
 * Reads again every entry of the focus that was not read yet; without tracking, what the snapshot holds is taken.
 * @returns how many anchors were asked for
 */
export async function readUnread(gathering: Gathering, tracking: Tracking | null): Promise<number> {
  const { parts, workspace } = gathering
  if (tracking === null) {
    workspace.focus.takeFromSnapshot()
    return 0
  }
  let asked = 0
  for (const anchors of workspace.focus.takeUnread()) {
    asked += anchors.length
    for (const request of requests(gathering)) {
      for await (const event of tracking.readAnchors(request, anchors)) {
        parts.signal.throwIfAborted()
        keep(gathering, request, event)
      }
    }
  }
  return asked
}

import type { Watermark } from '../../model/watermark.ts'
import type { Location, Tracking } from '../../source/tracking.ts'
import type { Gathering } from './gathering.ts'
import { placeOf } from './placeOf.ts'

export type Told =
  | { readonly kind: 'told'; readonly watermark: Watermark; readonly deletions: 'told' | 'untold' }
  | { readonly kind: 'lost'; readonly message: string }

/** Takes into the workspace what the directory tells since a watermark. */
export async function tellChanges(
  { parts, selection, workspace, gaps }: Gathering,
  tracking: Tracking,
  since: Watermark,
): Promise<Told> {
  const placed = (location: Location) => ({ ...location, place: placeOf(location.dn, selection) })
  for await (const event of tracking.changesSince(since)) {
    parts.signal.throwIfAborted()
    switch (event.kind) {
      case 'changed':
        workspace.focus.addTold(event.entries.map(placed))
        break
      case 'deleted':
        workspace.focus.addDeleted(event.anchors)
        break
      case 'gap':
        gaps.push(event.gap)
        break
      case 'end':
        return { kind: 'told', watermark: event.watermark, deletions: event.deletions }
      case 'lost':
        return event
    }
    parts.progress({ phase: 'read-directory', done: workspace.focus.told() })
  }
  throw new Error('The changes ended without an end')
}

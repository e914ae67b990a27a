import type { Tracking } from '../../source/tracking.ts'
import { type Gathering, requests } from './gathering.ts'
import { placeOf } from './placeOf.ts'

/** Finds who is gone, new or elsewhere by listing who is there. Read as people, groups come without their members. */
export async function compareAnchors(gathering: Gathering, tracking: Tracking): Promise<void> {
  const { parts, workspace, gaps, selection } = gathering
  for (const request of requests(gathering)) {
    for await (const event of tracking.read({ ...request, kind: 'user', attributes: [] })) {
      parts.signal.throwIfAborted()
      if (event.kind === 'gap') gaps.push(event.gap)
      else workspace.focus.addPresent(event.entries.filter(({ dn }) => placeOf(dn, selection) === 'inside'))
    }
  }
  workspace.focus.focusOnAbsent()
}

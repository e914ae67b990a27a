import { backLinks } from '../../selection/backLinks.ts'
import type { Tracking } from '../../source/tracking.ts'
import { lookAtOthers, lookAtPictures } from '../lookAtPictures.ts'
import { compareAnchors } from './compareAnchors.ts'
import { focusOnRestored } from './focusOnRestored.ts'
import { type Gathering, keep, requests } from './gathering.ts'
import { newContainers } from './newContainers.ts'
import { readUnread } from './readUnread.ts'

/**
 * Reads again whom the told changes concern: themselves, who moved with a container, who is gone without a word, who has
 * another picture. Whoever is as before is let go.
 * @returns how many pictures were looked at
 */
export async function focusOnChanges(
  gathering: Gathering,
  tracking: Tracking,
  deletions: 'told' | 'untold',
): Promise<number> {
  const { held, workspace } = gathering
  const { focus } = workspace
  focus.focusOnTold()
  await readUnread(gathering, tracking)
  for (const { dn } of [...focus.movedContainers(), ...(await newContainers(gathering, tracking))]) {
    await readBelow(gathering, tracking, dn)
  }
  await focusOnRestored(gathering, tracking)
  const computed = held.kinds.some((kind) => backLinks(held.filters[kind]).length > 0)
  if (deletions === 'untold' || (computed && focus.told() > 0)) await compareAnchors(gathering, tracking)
  await readUnread(gathering, tracking)
  const ofThese = await lookAtPictures(gathering, gathering, tracking, 'entries')
  const ofOthers = await lookAtOthers(gathering, gathering)
  focus.dropUnchanged()
  return ofThese + ofOthers
}

async function readBelow(gathering: Gathering, tracking: Tracking, dn: string): Promise<void> {
  for (const request of requests(gathering)) {
    for await (const event of tracking.read({ ...request, baseDns: [dn] })) keep(gathering, request, event)
  }
}

import type { Tracking } from '../../source/tracking.ts'
import { lookAtPictures } from '../lookAtPictures.ts'
import { type Gathering, keep, requests } from './gathering.ts'

/**
 * Reads everybody and keeps those who differ from the snapshot.
 * @returns how many they are, and how many pictures were looked at
 */
export async function compareWhole(
  gathering: Gathering,
  tracking: Tracking | null,
): Promise<{ readonly changed: number; readonly picturesRead: number }> {
  const { parts, workspace } = gathering
  for (const request of requests(gathering)) {
    for await (const event of (tracking ?? parts.source).read(request)) {
      parts.signal.throwIfAborted()
      keep(gathering, request, event)
      parts.progress({ phase: 'read-directory', done: entriesIn(gathering) })
    }
  }
  const picturesRead = await lookAtPictures(gathering, gathering, tracking ?? parts.source, 'entries')
  return { changed: workspace.focus.focusOnDifferences(), picturesRead }
}

function entriesIn({ read }: Gathering): number {
  return read.user + read.group + read.contact
}

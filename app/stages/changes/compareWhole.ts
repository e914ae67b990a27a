import type { Tracking } from '../../source/tracking.ts'
import { type Gathering, keep, requests } from './gathering.ts'

/**
 * Reads everybody and keeps those who differ from the snapshot.
 * @returns how many they are
 */
export async function compareWhole(gathering: Gathering, tracking: Tracking | null): Promise<number> {
  const { parts, workspace } = gathering
  for (const request of requests(gathering)) {
    for await (const event of (tracking ?? parts.source).read(request)) {
      parts.signal.throwIfAborted()
      keep(gathering, request, event)
      parts.progress({ phase: 'read-directory', done: gathering.read.user + gathering.read.group })
    }
  }
  return workspace.focus.focusOnDifferences()
}

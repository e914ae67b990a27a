import type { Anchor } from '../../../../model/anchor.ts'
import { andFilters } from '../../../../selection/filter/andFilters.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { anchorChunks, anchorFilter } from '../reading/anchorFilter.ts'
import { searchPages } from '../searchPages.ts'
import { changeNames, sortChanges } from '../sortChanges.ts'
import { isTombstone, showTombstones } from '../tombstones.ts'
import type { TrackedServer } from '../trackedServer.ts'

/**
 * Those of `anchors` whose tombstones the account is shown: where DirSync tells only what the account may read, an entry
 * that it may not read any more can look deleted (DC-14).
 */
export async function confirmTombstones(
  server: TrackedServer,
  contextDn: string,
  anchors: readonly Anchor[],
): Promise<readonly Anchor[]> {
  const { profile } = server
  const decoder = new EntryDecoder(changeNames(profile, ['isDeleted']))
  const attributes = [...profile.anchorAttributes, 'isDeleted']
  const confirmed: Anchor[] = []
  for (const chunk of anchorChunks(anchors)) {
    const filter = andFilters(anchorFilter(profile.anchorAttributes, chunk), isTombstone)
    const controls = showTombstones(profile)
    for await (const answer of searchPages(
      server,
      { baseDn: contextDn, scope: 'sub', filter, attributes, controls },
      decoder,
    )) {
      confirmed.push(...sortChanges(profile, answer.entries).deleted)
    }
  }
  return confirmed
}

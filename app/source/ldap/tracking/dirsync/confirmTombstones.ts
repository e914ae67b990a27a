import type { Anchor } from '../../../../model/anchor.ts'
import { andFilters } from '../../../../selection/filter/andFilters.ts'
import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { anchorFilter, anchorPortions } from '../../reading/anchorFilter.ts'
import { searchPages } from '../searchPages.ts'
import { changeNames, sortChanges } from '../sortChanges.ts'
import { isTombstone, showTombstones } from '../tombstones.ts'

/**
 * Those of `anchors` whose tombstones the account is shown: where DirSync tells only what the account may read, an entry
 * that it may not read any more can look deleted (DC-14).
 */
export async function confirmTombstones(
  server: AskedServer,
  contextDn: string,
  anchors: readonly Anchor[],
): Promise<readonly Anchor[]> {
  const { profile } = server
  const decoder = new EntryDecoder(changeNames(profile, ['isDeleted']))
  const attributes = [...profile.anchorAttributes, 'isDeleted']
  const confirmed: Anchor[] = []
  for (const portion of anchorPortions(anchors, server.pageSize)) {
    const filter = andFilters(anchorFilter(profile.anchorAttributes, portion), isTombstone)
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

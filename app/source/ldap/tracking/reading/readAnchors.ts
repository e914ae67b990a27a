import type { Anchor } from '../../../../model/anchor.ts'
import type { Entry } from '../../../../model/entry.ts'
import { andFilters } from '../../../../selection/filter/andFilters.ts'
import { parseFilter } from '../../../../selection/filter/parseFilter.ts'
import type { ReadEvent, ReadRequest } from '../../../source.ts'
import { ServerBusyError } from '../../protocol/serverBusyError.ts'
import { entryMaker } from '../../reading/entryMaker.ts'
import { hiddenBaseGap } from '../../reading/hiddenBaseGap.ts'
import { lossGap } from '../../reading/lossGap.ts'
import { readBelow } from '../../reading/readBase.ts'
import { topBases } from '../../reading/topBases.ts'
import type { TrackedServer } from '../trackedServer.ts'
import { anchorChunks, anchorFilter } from './anchorFilter.ts'

/**
 * Whole entries of those among `anchors` that the request selects; the directory itself judges its filter. Each base is
 * looked at first, as in every read: below one that is missing or hidden everybody would look gone (DC-14). Rejects with
 * ConnectionLostError.
 */
export async function* readAnchors(
  server: TrackedServer,
  request: ReadRequest,
  anchors: readonly Anchor[],
): AsyncGenerator<ReadEvent, void, void> {
  const { connection, profile, pageSize } = server
  const selected = parseFilter(request.filter)
  const maker = entryMaker(profile, request.kind, request.attributes)
  const seen = new Set<Anchor>()
  for (const baseDn of topBases(request.baseDns)) {
    const hidden = await hiddenBaseGap(connection, baseDn)
    if (hidden !== undefined) yield { kind: 'gap', gap: hidden }
    for (const chunk of anchorChunks(anchors)) {
      const filter = andFilters(anchorFilter(profile.anchorAttributes, chunk), selected)
      const base = { baseDn, server: server.name, filter, maker, pageSize }
      try {
        for await (const event of readBelow(connection, profile, base, hidden)) {
          const fresh = event.kind === 'page' ? { ...event, entries: unseen(event.entries, seen) } : event
          if (fresh.kind === 'gap' || fresh.entries.length > 0) yield fresh
        }
      } catch (error) {
        if (!(error instanceof ServerBusyError)) throw error
        yield { kind: 'gap', gap: lossGap(baseDn, error, 1) }
      }
    }
  }
}

/** An entry that moved from one base into another meanwhile would come twice. */
function unseen(entries: readonly Entry[], seen: Set<Anchor>): readonly Entry[] {
  const fresh = entries.filter(({ anchor }) => !seen.has(anchor))
  for (const { anchor } of fresh) seen.add(anchor)
  return fresh
}

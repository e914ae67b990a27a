import type { Anchor } from '../../../model/anchor.ts'
import { andFilters } from '../../../selection/filter/andFilters.ts'
import { parseFilter } from '../../../selection/filter/parseFilter.ts'
import type { ReadEvent, ReadRequest } from '../../source.ts'
import { marksFor } from '../marks/marksFor.ts'
import { anchorFilter, anchorPortions } from './anchorFilter.ts'
import type { PrepareReader } from './baseReader.ts'
import { entryMaker } from './entryMaker.ts'
import { hiddenBaseGap } from './hiddenBaseGap.ts'
import { pageSizeFor } from './pageSizeFor.ts'
import { readBelow } from './readBase.ts'

/**
 * Reads those among `anchors` whom a request selects, each once, whichever base and server answers; the directory itself
 * judges its filter. Each base is looked at first, as in every read: below one that is missing or hidden everybody would
 * look gone (DC-14). A page asks for no more anchors than it may hold entries.
 */
export function anchorReader(request: ReadRequest, anchors: readonly Anchor[]): PrepareReader {
  const selected = parseFilter(request.filter)
  const left = new Set(anchors.map((anchor) => anchor.toLowerCase()))
  return async (server) => {
    const { connection, profile, name } = server
    const maker = entryMaker(profile, request.kind, request.attributes, await marksFor(server, request))
    const pageSize = pageSizeFor(request, server)
    return async function* (baseDn) {
      if (left.size === 0) return
      const hidden = await hiddenBaseGap(connection, baseDn)
      if (hidden !== undefined) yield { kind: 'gap', gap: hidden }
      for (const portion of anchorPortions(left, pageSize)) {
        const filter = andFilters(anchorFilter(profile.anchorAttributes, portion), selected)
        for await (const event of readBelow(
          connection,
          profile,
          { baseDn, server: name, filter, maker, pageSize },
          hidden,
        )) {
          const fresh = withoutAnswered(event, left)
          if (fresh.kind === 'gap' || fresh.entries.length > 0) yield fresh
        }
      }
    }
  }
}

/** The event without entries that came already, as one that moved meanwhile does; what is left has come now. */
function withoutAnswered(event: ReadEvent, left: Set<Anchor>): ReadEvent {
  return event.kind === 'gap' ? event : { ...event, entries: event.entries.filter(({ anchor }) => left.delete(anchor)) }
}

import { parseFilter } from '../../../../selection/filter/parseFilter.ts'
import type { ReadEvent, ReadRequest } from '../../../source.ts'
import { entryMaker } from '../../reading/entryMaker.ts'
import { isLoss, lossGap } from '../../reading/lossGap.ts'
import { readBase } from '../../reading/readBase.ts'
import { topBases } from '../../reading/topBases.ts'
import type { TrackedServer } from '../trackedServer.ts'

/** Reads all bases of a request from this server alone; a base that cannot be read to its end becomes a gap. */
export async function* readSelection(
  { connection, profile, name, pageSize }: TrackedServer,
  request: ReadRequest,
): AsyncGenerator<ReadEvent, void, void> {
  const filter = parseFilter(request.filter)
  const maker = entryMaker(profile, request.kind, request.attributes)
  for (const baseDn of topBases(request.baseDns)) {
    try {
      yield* readBase(connection, profile, { baseDn, server: name, filter, maker, pageSize })
    } catch (error) {
      if (!isLoss(error)) throw error
      yield { kind: 'gap', gap: lossGap(baseDn, error, 1) }
    }
  }
}

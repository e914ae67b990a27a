import type { Anchor } from '../../../../model/anchor.ts'
import type { ReadEvent, ReadRequest } from '../../../source.ts'
import type { AskedServer } from '../../askedServer.ts'
import { ServerBusyError } from '../../protocol/serverBusyError.ts'
import { anchorReader } from '../../reading/anchorReader.ts'
import type { BaseReader } from '../../reading/baseReader.ts'
import { lossGap } from '../../reading/lossGap.ts'
import { topBases } from '../../reading/topBases.ts'

/** Those among `anchors` whom a request selects, from this server alone. Rejects with ConnectionLostError. */
export async function* readAnchors(
  server: AskedServer,
  request: ReadRequest,
  anchors: readonly Anchor[],
): AsyncGenerator<ReadEvent, void, void> {
  const prepare = anchorReader(request, anchors)
  let read: BaseReader | undefined
  for (const baseDn of topBases(request.baseDns)) {
    try {
      read ??= await prepare(server)
      yield* read(baseDn)
    } catch (error) {
      if (!(error instanceof ServerBusyError)) throw error
      yield { kind: 'gap', gap: lossGap(baseDn, error, 1) }
    }
  }
}

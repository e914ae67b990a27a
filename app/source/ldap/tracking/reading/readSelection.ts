import type { ReadEvent, ReadRequest } from '../../../source.ts'
import type { AskedServer } from '../../askedServer.ts'
import type { BaseReader } from '../../reading/baseReader.ts'
import { isLoss, lossGap } from '../../reading/lossGap.ts'
import { selectionReader } from '../../reading/selectionReader.ts'
import { topBases } from '../../reading/topBases.ts'

/** Reads all bases of a request from this server alone; a base that cannot be read to its end becomes a gap. */
export async function* readSelection(server: AskedServer, request: ReadRequest): AsyncGenerator<ReadEvent, void, void> {
  const prepare = selectionReader(request)
  let read: BaseReader | undefined
  for (const baseDn of topBases(request.baseDns)) {
    try {
      read ??= await prepare(server)
      yield* read(baseDn)
    } catch (error) {
      if (!isLoss(error)) throw error
      yield { kind: 'gap', gap: lossGap(baseDn, error, 1) }
    }
  }
}

import { parseFilter } from '../../../selection/filter/parseFilter.ts'
import type { ReadEvent, ReadRequest } from '../../source.ts'
import type { SessionOpener } from '../openDirectory.ts'
import { serverName } from '../session/serverAddress.ts'
import { entryMaker } from './entryMaker.ts'
import { isLoss, lossGap } from './lossGap.ts'
import { readBase } from './readBase.ts'
import { topBases } from './topBases.ts'

const mostAttempts = 2

/**
 * Reads all bases of a request, one after the other. A base whose connection is lost, or whose server is too busy, is
 * read once more from its start on the next server; then it becomes a gap. Throws ConnectorError only before the first
 * base.
 */
export async function* readEntries(
  opener: SessionOpener,
  request: ReadRequest,
  pageSize: number,
): AsyncGenerator<ReadEvent, void, void> {
  const filter = parseFilter(request.filter)
  let current = await opener.open()
  try {
    for (const baseDn of topBases(request.baseDns)) {
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        try {
          if (attempt > 1 || current.session.connection.isLost) {
            current.session.connection.close()
            current = await opener.open()
          }
          const maker = entryMaker(current.profile, request.kind, request.attributes)
          const { connection, server: address } = current.session
          const server = serverName(address)
          yield* readBase(connection, current.profile, { baseDn, server, filter, maker, pageSize })
          break
        } catch (error) {
          if (!isLoss(error)) throw error
          if (attempt === mostAttempts) yield { kind: 'gap', gap: lossGap(baseDn, error, mostAttempts) }
        }
      }
    }
  } finally {
    current.session.connection.close()
  }
}

import { ConnectorError } from '../../../model/error.ts'
import type { Gap } from '../../../model/gap.ts'
import { parseFilter } from '../../../selection/filter/parseFilter.ts'
import type { ReadEvent, ReadRequest } from '../../source.ts'
import type { SessionOpener } from '../openDirectory.ts'
import { ConnectionLostError } from '../protocol/connectionLostError.ts'
import { ServerBusyError } from '../protocol/serverBusyError.ts'
import { entryMaker } from './entryMaker.ts'
import { readBase } from './readBase.ts'
import { resultGap } from './resultGap.ts'
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
          yield* readBase(current.session.connection, current.profile, { baseDn, filter, maker, pageSize })
          break
        } catch (error) {
          if (!isWorthAnotherServer(error)) throw error
          if (attempt === mostAttempts) yield { kind: 'gap', gap: lossGap(baseDn, error) }
        }
      }
    }
  } finally {
    current.session.connection.close()
  }
}

type Loss = ConnectionLostError | ServerBusyError | ConnectorError

function isWorthAnotherServer(error: unknown): error is Loss {
  return error instanceof ConnectionLostError || error instanceof ServerBusyError || error instanceof ConnectorError
}

function lossGap(baseDn: string, error: Loss): Gap {
  if (error instanceof ServerBusyError) return resultGap(baseDn, error.result, error.read)
  const detail = error instanceof ConnectionLostError ? `${error.detail}.` : error.message
  return {
    kind: 'connection-lost',
    baseDn,
    message: `${baseDn} could not be read to its end in ${mostAttempts} attempts: ${detail}`,
    remedy:
      error instanceof ConnectorError
        ? error.remedy
        : 'Run again when the server and the network are well; a second server under directory.servers helps.',
  }
}

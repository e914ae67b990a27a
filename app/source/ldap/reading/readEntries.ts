import type { ReadEvent } from '../../source.ts'
import type { SessionOpener } from '../openDirectory.ts'
import { serverName } from '../session/serverAddress.ts'
import type { BaseReader, PrepareReader } from './baseReader.ts'
import { isLoss, lossGap } from './lossGap.ts'
import { topBases } from './topBases.ts'

const mostAttempts = 2

/**
 * Reads all bases, one after the other. A base whose connection is lost, or whose server is too busy, is read once more
 * from its start on the next server; then it becomes a gap. Throws ConnectorError only before the first base.
 */
export async function* readEntries(
  opener: SessionOpener,
  baseDns: readonly string[],
  pageSize: number,
  prepare: PrepareReader,
): AsyncGenerator<ReadEvent, void, void> {
  let current = await opener.open()
  let read: BaseReader | undefined
  try {
    for (const baseDn of topBases(baseDns)) {
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        try {
          if (attempt > 1 || current.session.connection.isLost) {
            current.session.connection.close()
            read = undefined
            current = await opener.open()
          }
          const { session, profile } = current
          const { connection, server } = session
          read ??= await prepare({ connection, profile, name: serverName(server), pageSize })
          yield* read(baseDn)
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

import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { resultCode } from '../../protocol/resultCode.ts'
import { refusedPosition } from '../refusedPosition.ts'
import { searchPages } from '../searchPages.ts'
import { latestOf, modifiedSince } from './modifiedSince.ts'

const hour = 60 * 60 * 1000
const windows: readonly number[] = [hour, 24 * hour, 30 * 24 * hour, Number.POSITIVE_INFINITY]

/**
 * The newest modifyTimestamp in a naming context, in milliseconds: the server's own clock at its last change. This
 * machine's clock, `now`, only says where to begin to look: the windows have no upper end and grow until something is
 * found. Undefined when no entry shows one. Throws ConnectorError (directory) when the server does not let it be found.
 */
export async function newestTimestamp(
  server: AskedServer,
  contextDn: string,
  now: number,
): Promise<number | undefined> {
  for (const window of windows) {
    const filter = modifiedSince(now - window)
    const decoder = new EntryDecoder({ shown: new Set(['modifytimestamp']) })
    const parameters = { baseDn: contextDn, scope: 'sub', filter, attributes: ['modifyTimestamp'] } as const
    let newest: number | undefined
    for await (const { entries, result } of searchPages(server, parameters, decoder)) {
      newest = latestOf(entries, newest)
      // Of an answer that was cut short the newest is an old one at worst: more is told again, nothing is missed.
      if (result.code !== resultCode.success && newest === undefined) {
        throw refusedPosition(server, contextDn, result)
      }
    }
    if (newest !== undefined) return newest
  }
  return undefined
}

import { ConnectorError } from '../../../model/error.ts'
import type { AskedServer } from '../askedServer.ts'
import { contextsAround } from '../tracking/contextsAround.ts'
import { clockTolerance } from '../tracking/timestamps/clockTolerance.ts'
import { newestTimestamp } from '../tracking/timestamps/newestTimestamp.ts'

/**
 * A time by the server's clock, in milliseconds, from before which no change turns up any more: as far behind the newest
 * modifyTimestamp below these bases as changes can be late. The server's clock has been at the newest one already, so that
 * no clock of this machine is trusted, unless the server's ran ahead of it. Undefined when the server shows no times.
 */
export async function settledBefore(server: AskedServer, baseDns: readonly string[]): Promise<number | undefined> {
  const now = Date.now()
  let newest: number | undefined
  try {
    for (const baseDn of baseDns) {
      const time = await newestTimestamp(server, baseDn, now)
      if (time !== undefined && (newest === undefined || time > newest)) newest = time
    }
  } catch (error) {
    // A server that does not let the newest be found.
    if (error instanceof ConnectorError) return undefined
    throw error
  }
  if (newest === undefined) return undefined
  const contextDns = contextsAround(baseDns, server.profile.rootDse.namingContexts)
  return Math.min(newest, now) - (await clockTolerance(server, contextDns))
}

import { z } from 'zod'
import { dnKey, isAtOrBelow } from '../../../../model/dn.ts'
import type { AskedServer } from '../../askedServer.ts'
import { isActiveDirectory } from '../../facts/product.ts'
import { topBases } from '../../reading/topBases.ts'
import type { ChangeFeed } from '../changeFeed.ts'
import { contextFeed } from '../contextFeed.ts'
import { readOne } from '../readOne.ts'
import { clockTolerance } from './clockTolerance.ts'
import { settledTime } from './modifiedSince.ts'
import { newestTimestamp } from './newestTimestamp.ts'
import { type TimestampState, timestampChanges } from './timestampChanges.ts'

const stateSchema: z.ZodType<TimestampState> = z.strictObject({ newest: z.number() })

/**
 * modifyTimestamp (RFC 4512 3.4.4), which every change, addition and rename of an entry sets, in whole seconds of the
 * server's clock. The position is the newest time that an entry of the server showed, never a time of this machine;
 * what lies up to `clockTolerance` behind it is told again. A newest time that is still to come, by this machine's
 * clock, is taken for a clock that ran fast: the position stays at the present. Undefined where entries show none.
 */
export async function timestampFeed(
  server: AskedServer,
  namingContexts: readonly string[],
  baseDns: readonly string[],
): Promise<ChangeFeed | undefined> {
  // Active Directory makes it up while answering: no search finds an entry by it.
  if (isActiveDirectory(server.profile.product)) return undefined
  const contextDns = await shownRoots(server, namingContexts, baseDns)
  if (contextDns === undefined) return undefined
  const tolerance = await clockTolerance(server, contextDns)
  return contextFeed({
    method: 'timestamps',
    explanation: explain(server, tolerance),
    contextDns,
    stateSchema,
    async present(contextDn) {
      const begun = performance.now()
      const newest = (await newestTimestamp(server, contextDn, Date.now())) ?? 0
      return { newest: Math.max(0, settledTime(newest, performance.now() - begun)) }
    },
    changesSince: (contextDn, state) => timestampChanges(server, { contextDn, baseDns, tolerance }, state),
  })
}

/** The naming contexts where they show timestamps, else the bases in them; undefined where these do not either. */
async function shownRoots(
  server: AskedServer,
  namingContexts: readonly string[],
  baseDns: readonly string[],
): Promise<readonly string[] | undefined> {
  const roots: string[] = []
  for (const contextDn of namingContexts) {
    if (await showsTimestamps(server, contextDn)) {
      roots.push(contextDn)
      continue
    }
    for (const baseDn of topBases(baseDns).filter((each) => isAtOrBelow(dnKey(each), dnKey(contextDn)))) {
      if (!(await showsTimestamps(server, baseDn))) return undefined
      roots.push(baseDn)
    }
  }
  return roots
}

async function showsTimestamps({ connection }: AskedServer, dn: string): Promise<boolean> {
  const shown = await readOne(connection, { dn, attributes: ['modifyTimestamp'] })
  return shown?.modifytimestamp !== undefined
}

function explain({ name, profile }: AskedServer, tolerance: number): string {
  const found = `Changes are found by modifyTimestamp of ${name}, each time from ${tolerance / 60_000} minutes before the newest one known; deletions by comparing which entries are still there.`
  if (profile.product !== 'openldap') return found
  return `${found} The overlay syncprov, with a session log and with contextCSN readable for the account, would tell both.`
}

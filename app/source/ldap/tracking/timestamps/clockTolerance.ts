import type { AskedServer } from '../../askedServer.ts'
import { readOne } from '../readOne.ts'

const minute = 60_000
/** A change gets its time when it begins, and is seen when it is done: as long as any write may take, and a clock's corrections. */
const oneClock = 2 * minute
/** Changes that another server made arrive late, with that server's time. */
const severalClocks = 60 * minute

/**
 * How far back behind the newest timestamp changes may still turn up, in milliseconds. OpenLDAP says by contextCSN how
 * many servers its changes come from: none or one where it is the only one that takes writes. Others do not say.
 */
export async function clockTolerance(server: AskedServer, contextDns: readonly string[]): Promise<number> {
  if (server.profile.product !== 'openldap') return severalClocks
  for (const dn of contextDns) {
    const context = await readOne(server.connection, { dn, attributes: ['contextCSN'] })
    if ((context?.contextcsn?.length ?? 0) > 1) return severalClocks
  }
  return oneClock
}

import type { ReadRequest } from '../../source.ts'
import type { AskedServer } from '../askedServer.ts'
import { isActiveDirectory } from '../facts/product.ts'
import { type EntryMarks, noMarks } from '../reading/entryMarks.ts'
import { topBases } from '../reading/topBases.ts'
import { readOne } from '../tracking/readOne.ts'
import { readController } from '../tracking/usn/readController.ts'
import { settledBefore } from './settledBefore.ts'
import { timestampMarks } from './timestampMarks.ts'

/** What was found out about the servers of the present connections. */
const known = new WeakMap<AskedServer, Promise<EntryMarks>>()

/**
 * The marks that a server gives its entries, none unless the request wants them:
 *
 * - Active Directory: the database that answers, uSNChanged and whenChanged (MS-ADTS 3.1.1.1.9). Numbers hold for one
 *   domain controller; the time is for a database that was copied with its machine and gives the same numbers again.
 * - OpenLDAP: entryCSN, which no two changes share on any server.
 * - Others: modifyTimestamp, once it is settled.
 *
 * Found out once for each connection. Rejects with ConnectionLostError and ServerBusyError.
 */
export function marksFor(server: AskedServer, { marks, baseDns }: ReadRequest): Promise<EntryMarks> {
  if (marks === undefined) return Promise.resolve(noMarks)
  const found = known.get(server)
  if (found !== undefined) return found
  const choice = chooseMarks(server, topBases(baseDns))
  known.set(server, choice)
  choice.catch(() => known.delete(server))
  return choice
}

async function chooseMarks(server: AskedServer, baseDns: readonly string[]): Promise<EntryMarks> {
  const { connection, profile, name } = server
  if (isActiveDirectory(profile.product)) {
    return changeNumbers((await readController(connection))?.invocationId ?? name)
  }
  for (const dn of baseDns) {
    const base = await readOne(connection, { dn, attributes: ['entryCSN'] })
    if (base?.entrycsn !== undefined) return changeSequenceNumbers
  }
  const before = await settledBefore(server, baseDns)
  return before === undefined ? noMarks : timestampMarks(name, before)
}

function changeNumbers(database: string): EntryMarks {
  return {
    requested: ['uSNChanged', 'whenChanged'],
    of(aside) {
      const [number, time] = [aside.usnchanged?.[0], aside.whenchanged?.[0]]
      return number === undefined || time === undefined ? undefined : `${database} ${number} ${time}`
    },
  }
}

const changeSequenceNumbers: EntryMarks = {
  requested: ['entryCSN'],
  of: (aside) => aside.entrycsn?.[0],
}

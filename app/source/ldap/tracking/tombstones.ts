import { textAssertion } from '../../../selection/filter/assertionValue.ts'
import type { Filter } from '../../../selection/filter/filter.ts'
import type { AskedServer } from '../askedServer.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import type { RequestControl } from '../protocol/control.ts'
import { EntryDecoder } from '../protocol/entryDecoder.ts'
import { type SearchParameters, search } from '../protocol/search.ts'
import { refuseBusy } from '../protocol/serverBusyError.ts'
import { readOne } from './readOne.ts'

const showDeletedOid = '1.2.840.113556.1.4.417'
const showRecycledOid = '1.2.840.113556.1.4.2064'

/** `(isDeleted=TRUE)`. */
export const isTombstone: Filter = { kind: 'equality', attribute: 'isDeleted', value: textAssertion('TRUE') }

/** Why deletions are not told, for the administrator; the end of a sentence. */
export const tombstonesHidden =
  'no tombstone was shown to the account: there is none yet, or it lacks the rights List Contents and Read Property on CN=Deleted Objects'

/** Whether the server can show tombstones at all. */
export function canShowTombstones({ rootDse }: DirectoryProfile): boolean {
  return rootDse.supportedControls.includes(showDeletedOid)
}

/**
 * Makes a search see tombstones (MS-ADTS 3.1.1.3.4.1.14), and where the server can, those that were taken out of the
 * recycle bin too (3.1.1.3.4.1.25).
 */
export function showTombstones({ rootDse }: DirectoryProfile): readonly RequestControl[] {
  const oids = [showDeletedOid, showRecycledOid].filter((oid) => rootDse.supportedControls.includes(oid))
  return oids.map((oid) => ({ oid, criticality: 'critical' }))
}

/**
 * Whether the account sees the tombstones of every one of these naming contexts: it may read their container, and is
 * shown what is in it. A container in which nothing is shown proves nothing, so that the answer is no.
 */
export async function seesTombstones(server: AskedServer, contextDns: readonly string[]): Promise<boolean> {
  const { connection, profile } = server
  if (!canShowTombstones(profile)) return false
  const controls = showTombstones(profile)
  for (const contextDn of contextDns) {
    const dn = `CN=Deleted Objects,${contextDn}`
    const container = await readOne(connection, { dn, attributes: ['isDeleted'], controls })
    if (container?.isdeleted === undefined) return false
    const parameters: SearchParameters = {
      ...{ baseDn: dn, scope: 'one', filter: isTombstone, attributes: [], sizeLimit: 1, controls },
    }
    const { entries, result } = await search(connection, parameters, new EntryDecoder({ shown: new Set() }))
    refuseBusy(result)
    if (entries.length === 0) return false
  }
  return true
}

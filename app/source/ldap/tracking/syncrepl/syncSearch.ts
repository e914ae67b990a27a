import type { Anchor } from '../../../../model/anchor.ts'
import type { Location } from '../../../tracking.ts'
import { readControls } from '../../protocol/control.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import type { LdapConnection } from '../../protocol/ldapConnection.ts'
import type { LdapResult } from '../../protocol/ldapResult.ts'
import { anyEntry, searchRequest } from '../../protocol/search.ts'
import {
  parseSyncDone,
  parseSyncInfo,
  parseSyncState,
  type SyncDone,
  syncDoneOid,
  syncRequestControl,
  syncStateOid,
} from './syncValues.ts'

export interface SyncAnswer {
  readonly changed: readonly Location[]
  readonly deleted: readonly Anchor[]
  readonly references: readonly string[]
  readonly result: LdapResult
  /** Undefined when the server did not synchronize. */
  readonly done: SyncDone | undefined
}

/**
 * Asks what changed in a naming context since `cookie` (RFC 4533 refreshOnly). The filter lets every entry pass and the
 * base is the whole context, so that nothing is called deleted that only left a base or a selection. OpenLDAP names a
 * changed entry that the account may not see among the deleted ones; no read shows it either. Rejects with
 * ConnectionLostError.
 */
export async function syncSearch(connection: LdapConnection, contextDn: string, cookie: string): Promise<SyncAnswer> {
  const changed: Location[] = []
  const deleted: Anchor[] = []
  const references: string[] = []
  const decoder = new EntryDecoder({ shown: new Set() })
  const request = searchRequest({
    ...{ baseDn: contextDn, scope: 'sub', filter: anyEntry, attributes: [] },
    controls: [syncRequestControl(cookie)],
  })
  const result = await connection.request(request, {
    entry(buffer, start, end, messageEnd) {
      const control = readControls(buffer, end, messageEnd).find(({ oid }) => oid === syncStateOid)
      if (control === undefined) return
      const { state, anchor } = parseSyncState(control.value)
      if (state === 'delete') deleted.push(anchor)
      else if (state !== 'present') changed.push({ anchor, dn: decoder.decode(buffer, start, end).dn })
    },
    reference: (uris) => references.push(...uris),
    intermediate(buffer, start, end) {
      const info = parseSyncInfo(buffer, start, end)
      if (info.kind === 'ids' && info.refresh === 'deletes') deleted.push(...info.anchors)
    },
  })
  const control = result.controls.find(({ oid }) => oid === syncDoneOid)
  return {
    changed,
    deleted,
    references,
    result,
    done: control === undefined ? undefined : parseSyncDone(control.value),
  }
}

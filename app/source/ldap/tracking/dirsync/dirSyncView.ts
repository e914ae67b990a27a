import { assertionValue } from '../../../../selection/filter/assertionValue.ts'
import type { Filter } from '../../../../selection/filter/filter.ts'
import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { resultCode } from '../../protocol/resultCode.ts'
import { anyEntry } from '../../protocol/search.ts'
import { refuseBusy } from '../../protocol/serverBusyError.ts'
import { type DirSyncView, dirSyncOid } from './dirSyncControl.ts'
import { dirSyncPages } from './dirSyncPages.ts'

/** Found by its index to match nothing, so that only the cookie comes. */
export const noEntry: Filter = { kind: 'equality', attribute: 'objectGUID', value: assertionValue(new Uint8Array(16)) }

/** What the account may see by DirSync of every one of these naming contexts; undefined when it may not use it. */
export async function dirSyncView(
  server: AskedServer,
  contextDns: readonly string[],
): Promise<DirSyncView | undefined> {
  if (!server.profile.rootDse.supportedControls.includes(dirSyncOid)) return undefined
  for (const view of ['all', 'own'] as const) {
    const permitted = await Promise.all(contextDns.map((contextDn) => isPermitted(server, contextDn, view)))
    if (permitted.every((each) => each === 'yes')) return view
  }
  return undefined
}

/**
 * Samba answers at once when nothing can match. Windows goes through all changes from the first one to fill an answer,
 * and is stopped by the smallest one possible.
 */
async function isPermitted(server: AskedServer, contextDn: string, view: DirSyncView): Promise<'yes' | 'no'> {
  const filter = server.profile.product === 'samba-ad' ? noEntry : anyEntry
  const small = { filter, attributes: ['objectGUID'], sizeLimit: 1, mostBytes: 1 }
  const decoder = new EntryDecoder({ shown: new Set() })
  for await (const page of dirSyncPages(server, { contextDn, view, cookie: Buffer.alloc(0), ...small }, decoder)) {
    const { code } = page.result
    refuseBusy(page.result)
    return code === resultCode.sizeLimitExceeded || (code === resultCode.success && page.sync !== undefined)
      ? 'yes'
      : 'no'
  }
  return 'no'
}

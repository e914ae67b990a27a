import { z } from 'zod'
import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { resultCode } from '../../protocol/resultCode.ts'
import type { ChangeFeed } from '../changeFeed.ts'
import { contextFeed } from '../contextFeed.ts'
import { parseGeneralizedTime } from '../generalizedTime.ts'
import { readOne } from '../readOne.ts'
import { refusedPosition } from '../refusedPosition.ts'
import { seesTombstones, tombstonesHidden } from '../tombstones.ts'
import { type DirSyncState, dirSyncChanges } from './dirSyncChanges.ts'
import type { DirSyncView } from './dirSyncControl.ts'
import { dirSyncPages } from './dirSyncPages.ts'
import { dirSyncView, noEntry } from './dirSyncView.ts'

const stateSchema: z.ZodType<DirSyncState> = z.strictObject({ cookie: z.base64(), time: z.number().nullable() })

/**
 * Active Directory's DirSync (MS-ADTS 3.1.1.3.4.1.3). Its cookie names every domain controller's changes that are known,
 * so that it is good at each of them. Undefined where it cannot be used.
 */
export async function dirSyncFeed(
  server: AskedServer,
  contextDns: readonly string[],
  baseDns: readonly string[],
): Promise<ChangeFeed | undefined> {
  const view = await dirSyncView(server, contextDns)
  if (view === undefined) return undefined
  const deletions = (await tellsDeletions(server, contextDns, view)) ? 'told' : 'untold'
  return contextFeed({
    method: 'dirsync',
    explanation: explain(view, deletions),
    contextDns,
    stateSchema,
    async present(contextDn) {
      const time = await readTime(server)
      return { cookie: (await presentCookie(server, contextDn, view)).toString('base64'), time }
    },
    async *changesSince(contextDn, state) {
      const time = await readTime(server)
      yield* dirSyncChanges(server, { contextDn, baseDns, view, deletions, time }, state)
    },
  })
}

/** The right to replicate is a right to see tombstones on Windows, and none on Samba. */
async function tellsDeletions(server: AskedServer, contextDns: readonly string[], view: DirSyncView): Promise<boolean> {
  if (view === 'all' && server.profile.product !== 'samba-ad') return true
  return await seesTombstones(server, contextDns)
}

/** Goes through all changes without being told any: only the cookie comes. */
async function presentCookie(server: AskedServer, contextDn: string, view: DirSyncView): Promise<Buffer> {
  const decoder = new EntryDecoder({ shown: new Set() })
  const request = { contextDn, view, filter: noEntry, attributes: ['objectGUID'], cookie: Buffer.alloc(0) }
  let cookie: Buffer = request.cookie
  for await (const page of dirSyncPages(server, request, decoder)) {
    if (page.result.code !== resultCode.success || page.sync === undefined) {
      throw refusedPosition(server, contextDn, page.result)
    }
    cookie = page.sync.cookie
  }
  return cookie
}

/** The server's own clock in milliseconds; null when it does not say. */
async function readTime({ connection }: AskedServer): Promise<number | null> {
  const root = await readOne(connection, { dn: '', attributes: ['currentTime'] })
  return parseGeneralizedTime(root?.currenttime?.[0] ?? '') ?? null
}

function explain(view: DirSyncView, deletions: 'told' | 'untold'): string {
  const changes = 'are told by DirSync, whichever domain controller answers'
  const all = view === 'all' ? '' : ', of what the account may read'
  if (deletions === 'told') return `Changes and deletions ${changes}${all}.`
  const right = view === 'all' ? '' : ', and it may not replicate (Replicating Directory Changes on the domain)'
  return `Changes ${changes}${all}; deletions are found by comparing which entries are still there, because ${tombstonesHidden}${right}.`
}

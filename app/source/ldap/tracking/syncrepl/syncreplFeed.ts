import { z } from 'zod'
import type { AskedServer } from '../../askedServer.ts'
import { describeResultCode, resultCode } from '../../protocol/resultCode.ts'
import { refuseBusy } from '../../protocol/serverBusyError.ts'
import { resultGap } from '../../reading/resultGap.ts'
import type { ChangeFeed } from '../changeFeed.ts'
import { changeReferencesGap } from '../changeReferencesGap.ts'
import { type ContextEvent, contextFeed } from '../contextFeed.ts'
import { readOne } from '../readOne.ts'
import { refusedPosition } from '../refusedPosition.ts'
import { isSamePlace, syncCookie } from './syncCookie.ts'
import { syncSearch } from './syncSearch.ts'
import { syncRequestOid } from './syncValues.ts'

interface SyncreplState {
  readonly cookie: string
}

/** A server takes a cookie that it cannot read for none at all, and gives everything. */
const stateSchema: z.ZodType<SyncreplState> = z.strictObject({
  cookie: z.string().regex(/^rid=\d+,(?:[^,]*,)*csn=\d{14}(?:\.\d+)?Z#[^,]*$/),
})

/** Answers that have nothing to do with the cookie: asking again later can go well. */
const notForNow: readonly number[] = [
  resultCode.timeLimitExceeded,
  resultCode.insufficientAccessRights,
  resultCode.busy,
  resultCode.unavailable,
  resultCode.noSuchObject,
]

/**
 * Content synchronization (RFC 4533) as OpenLDAP's overlay syncprov offers it. The first position is contextCSN in the
 * form of a cookie, so that nothing has to be gone through. Undefined where the control is not known, contextCSN is not
 * shown, or the overlay is of another database.
 */
export async function syncreplFeed(
  server: AskedServer,
  contextDns: readonly string[],
  baseDns: readonly string[],
): Promise<ChangeFeed | undefined> {
  if (!server.profile.rootDse.supportedControls.includes(syncRequestOid)) return undefined
  for (const contextDn of contextDns) {
    const cookie = await presentCookie(server, contextDn)
    if (cookie === undefined) return undefined
    const { result, done } = await syncSearch(server.connection, contextDn, cookie)
    refuseBusy(result)
    if (result.code !== resultCode.success || done === undefined) return undefined
  }
  return contextFeed({
    method: 'syncrepl',
    explanation: `Changes and deletions are told by content synchronization (syncprov) of ${server.name}; after its restart, or when its session log (syncprov-sessionlog) is missing or too short, deletions are found by comparing which entries are still there.`,
    contextDns,
    stateSchema,
    async present(contextDn) {
      const cookie = await presentCookie(server, contextDn)
      if (cookie !== undefined) return { cookie }
      throw refusedPosition(server, contextDn, { code: resultCode.success, diagnostic: 'contextCSN is not shown' })
    },
    changesSince: (contextDn, { cookie }) => changesSince(server, contextDn, baseDns, cookie),
  })
}

async function* changesSince(
  server: AskedServer,
  contextDn: string,
  baseDns: readonly string[],
  cookie: string,
): AsyncGenerator<ContextEvent<SyncreplState>, void, void> {
  const { changed, deleted, references, result, done } = await syncSearch(server.connection, contextDn, cookie)
  if (result.code !== resultCode.success && !notForNow.includes(result.code)) {
    const words = result.diagnostic === '' ? '' : `: ${result.diagnostic}`
    const message = `${server.name} cannot go on from the position of the last sync (${describeResultCode(result.code)})${words}.`
    yield { kind: 'lost', message }
    return
  }
  if (changed.length > 0) yield { kind: 'changed', entries: changed }
  if (deleted.length > 0) yield { kind: 'deleted', anchors: deleted }
  const gap =
    result.code === resultCode.success
      ? changeReferencesGap(server, contextDn, references, baseDns)
      : resultGap(contextDn, result, changed.length)
  if (gap !== undefined) yield { kind: 'gap', gap }
  const next = done?.cookie ?? cookie
  const deletions = isSamePlace(next, cookie) || done?.refresh === 'deletes' ? 'told' : 'untold'
  yield { kind: 'reached', state: { cookie: next }, deletions }
}

async function presentCookie({ connection }: AskedServer, dn: string): Promise<string | undefined> {
  const context = await readOne(connection, { dn, attributes: ['contextCSN'] })
  return context?.contextcsn === undefined ? undefined : syncCookie(context.contextcsn)
}

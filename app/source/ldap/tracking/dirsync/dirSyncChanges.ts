import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { describeResultCode, resultCode } from '../../protocol/resultCode.ts'
import { anyEntry } from '../../protocol/search.ts'
import { resultGap } from '../../reading/resultGap.ts'
import { changeReferencesGap } from '../changeReferencesGap.ts'
import type { ContextEvent } from '../contextFeed.ts'
import { changeNames, sortChanges } from '../sortChanges.ts'
import { areTombstonesKept } from '../tombstoneAge.ts'
import { confirmTombstones } from './confirmTombstones.ts'
import type { DirSyncView } from './dirSyncControl.ts'
import { type DirSyncPage, dirSyncPages } from './dirSyncPages.ts'

export interface DirSyncState {
  /** In base64. */
  readonly cookie: string
  /** The server's own clock then, in milliseconds. */
  readonly time: number | null
}

export interface DirSyncRequest {
  readonly contextDn: string
  readonly baseDns: readonly string[]
  readonly view: DirSyncView
  /** Whether this account is told of deletions. */
  readonly deletions: 'told' | 'untold'
  /** The server's own clock now, in milliseconds. */
  readonly time: number | null
}

/** Answers that have nothing to do with the cookie: asking again later can go well. */
const notForNow: readonly number[] = [
  resultCode.timeLimitExceeded,
  resultCode.sizeLimitExceeded,
  resultCode.adminLimitExceeded,
  resultCode.insufficientAccessRights,
  resultCode.busy,
  resultCode.unavailable,
  resultCode.noSuchObject,
]

/**
 * Only entries come of which an attribute that is asked for changed: all are asked for, because a mapping may use any,
 * and only the anchor is looked at.
 */
const attributes = ['*', 'name', 'parentGUID', 'isDeleted', 'objectGUID']

/** The changes of one naming context since `state`. Rejects with ConnectionLostError. */
export async function* dirSyncChanges(
  server: AskedServer,
  { contextDn, baseDns, view, deletions, time }: DirSyncRequest,
  state: DirSyncState,
): AsyncGenerator<ContextEvent<DirSyncState>, void, void> {
  const decoder = new EntryDecoder(changeNames(server.profile, ['isDeleted']))
  const references: string[] = []
  let cookie: Buffer = Buffer.from(state.cookie, 'base64')
  let read = 0
  let unconfirmed = 0
  for await (const page of dirSyncPages(server, { contextDn, view, cookie, filter: anyEntry, attributes }, decoder)) {
    const { changed, deleted } = sortChanges(server.profile, page.entries)
    const certain = view === 'all' ? deleted : await confirmTombstones(server, contextDn, deleted)
    if (changed.length > 0) yield { kind: 'changed', entries: changed }
    if (certain.length > 0) yield { kind: 'deleted', anchors: certain }
    read += page.entries.length
    unconfirmed += deleted.length - certain.length
    references.push(...page.references)
    if (notForNow.includes(page.result.code)) {
      yield { kind: 'gap', gap: resultGap(contextDn, page.result, read) }
      return
    }
    if (page.result.code !== resultCode.success || page.sync === undefined) {
      yield { kind: 'lost', message: explainRefusal(server.name, page) }
      return
    }
    cookie = page.sync.cookie
  }
  const gap = changeReferencesGap(server, contextDn, references, baseDns)
  if (gap !== undefined) yield { kind: 'gap', gap }
  yield {
    kind: 'reached',
    state: { cookie: cookie.toString('base64'), time },
    deletions: unconfirmed === 0 && areTombstonesKept(state.time, time) ? deletions : 'untold',
  }
}

function explainRefusal(server: string, { result }: DirSyncPage): string {
  if (result.code === resultCode.success) return `${server} answered without a position for the next time.`
  const words = result.diagnostic === '' ? '' : `: ${result.diagnostic}`
  return `${server} refused the position of the last sync (${describeResultCode(result.code)})${words}.`
}

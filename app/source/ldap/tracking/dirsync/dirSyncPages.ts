import type { AskedServer } from '../../askedServer.ts'
import type { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { resultCode } from '../../protocol/resultCode.ts'
import { type SearchAnswer, type SearchParameters, search } from '../../protocol/search.ts'
import {
  type DirSyncAnswer,
  type DirSyncView,
  dirSyncControl,
  dirSyncOid,
  parseDirSyncAnswer,
} from './dirSyncControl.ts'

export interface DirSyncSearch extends Pick<SearchParameters, 'filter' | 'attributes' | 'sizeLimit'> {
  readonly contextDn: string
  readonly view: DirSyncView
  /** Empty for the beginning of time. */
  readonly cookie: Buffer
  readonly mostBytes?: number
}

/** One answer, and where to go on; `sync` is undefined when the server refused, or said nothing of it. */
export interface DirSyncPage extends SearchAnswer {
  readonly sync: DirSyncAnswer | undefined
}

const usualBytes = 10 * 1024 * 1024

/** Asks until there is no more; the last page is the first whose result is not success. */
export async function* dirSyncPages(
  { connection }: AskedServer,
  request: DirSyncSearch,
  decoder: EntryDecoder,
): AsyncGenerator<DirSyncPage, void, void> {
  const { contextDn, view, mostBytes = usualBytes, ...parameters } = request
  let { cookie } = request
  for (;;) {
    const controls = [dirSyncControl({ view, mostBytes, cookie })]
    const answer = await search(connection, { ...parameters, baseDn: contextDn, scope: 'sub', controls }, decoder)
    const control = answer.result.controls.find(({ oid }) => oid === dirSyncOid)
    const sync = control === undefined ? undefined : parseDirSyncAnswer(control.value)
    yield { ...answer, sync }
    if (answer.result.code !== resultCode.success || sync?.rest !== 'more') return
    // A server that neither gives anything nor moves on would be asked for ever.
    if (answer.entries.length === 0 && sync.cookie.equals(cookie)) return
    cookie = sync.cookie
  }
}

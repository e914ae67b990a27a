import type { AskedServer } from '../../askedServer.ts'
import { EntryDecoder } from '../../protocol/entryDecoder.ts'
import { resultCode } from '../../protocol/resultCode.ts'
import { hiddenBaseGap } from '../../reading/hiddenBaseGap.ts'
import { resultGap } from '../../reading/resultGap.ts'
import { changeReferencesGap } from '../changeReferencesGap.ts'
import type { ContextEvent } from '../contextFeed.ts'
import { searchPages } from '../searchPages.ts'
import { changeNames, sortChanges } from '../sortChanges.ts'
import { latestOf, modifiedSince, settledTime } from './modifiedSince.ts'

export interface TimestampState {
  /** The newest time that an entry showed, in milliseconds by the server's clock. */
  readonly newest: number
}

export interface TimestampRequest {
  readonly contextDn: string
  readonly baseDns: readonly string[]
  /** How far back behind the newest time changes may turn up late, in milliseconds. */
  readonly tolerance: number
}

/**
 * The changes of one naming context since `state`. Rejects with ConnectionLostError. The new position is not later than
 * the beginning of the search: what changed behind its back, while the pages came, is told next time.
 */
export async function* timestampChanges(
  server: AskedServer,
  { contextDn, baseDns, tolerance }: TimestampRequest,
  state: TimestampState,
): AsyncGenerator<ContextEvent<TimestampState>, void, void> {
  const { profile, connection } = server
  const begun = performance.now()
  const hidden = await hiddenBaseGap(connection, contextDn)
  if (hidden !== undefined) yield { kind: 'gap', gap: hidden }
  const decoder = new EntryDecoder(changeNames(profile, ['modifyTimestamp']))
  const filter = modifiedSince(state.newest - tolerance)
  const attributes = [...profile.anchorAttributes, 'modifyTimestamp']
  const references: string[] = []
  let latest = state.newest
  let read = 0
  for await (const answer of searchPages(server, { baseDn: contextDn, scope: 'sub', filter, attributes }, decoder)) {
    const { changed } = sortChanges(profile, answer.entries)
    if (changed.length > 0) yield { kind: 'changed', entries: changed }
    latest = latestOf(answer.entries, latest)
    references.push(...answer.references)
    read += answer.entries.length
    if (answer.result.code !== resultCode.success) {
      yield { kind: 'gap', gap: resultGap(contextDn, answer.result, read) }
    }
  }
  const gap = changeReferencesGap(server, contextDn, references, baseDns)
  if (gap !== undefined) yield { kind: 'gap', gap }
  const newest = Math.max(state.newest, settledTime(latest, performance.now() - begun))
  yield { kind: 'reached', state: { newest }, deletions: 'untold' }
}

import type { Entry } from '../../../model/entry.ts'
import type { Gap } from '../../../model/gap.ts'
import type { Filter } from '../../../selection/filter/filter.ts'
import type { ReadEvent } from '../../source.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import { EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { type SearchAnswer, type SearchParameters, search } from '../protocol/search.ts'
import { isBusy, ServerBusyError } from '../protocol/serverBusyError.ts'
import { anchorGap, partialEntryGap } from './entryGaps.ts'
import type { EntryMaker } from './entryMaker.ts'
import { hiddenBaseGap } from './hiddenBaseGap.ts'
import { pageOf } from './pageOf.ts'
import { type ReadFailure, readWhole, type WholeEntry } from './readWhole.ts'
import { referencesGap } from './references.ts'
import { resultGap } from './resultGap.ts'

export interface BaseRequest {
  readonly baseDn: string
  /** Who is asked, as the pages name it. */
  readonly server: string
  readonly filter: Filter
  readonly maker: EntryMaker
  readonly pageSize: number
}

const none: readonly ReadFailure[] = []

/**
 * Reads everything below one base, page by page; while a page is worked on, the next one is under way. Yields gaps for
 * what the server would not give. Rejects with ConnectionLostError, and with ServerBusyError when another attempt may do.
 */
export async function* readBase(
  connection: LdapConnection,
  profile: DirectoryProfile,
  request: BaseRequest,
): AsyncGenerator<ReadEvent, void, void> {
  const hidden = await hiddenBaseGap(connection, request.baseDn)
  if (hidden !== undefined) yield { kind: 'gap', gap: hidden }
  yield* readBelow(connection, profile, request, hidden)
}

/** The same for a base that was looked at already; `hidden` is what was found. */
export async function* readBelow(
  connection: LdapConnection,
  profile: DirectoryProfile,
  request: BaseRequest,
  hidden: Gap | undefined,
): AsyncGenerator<ReadEvent, void, void> {
  const { baseDn, maker, server } = request
  const decoder = new EntryDecoder(maker.names)
  const references = new Set<string>()
  const withoutAnchor = { count: 0, firstDn: '' }
  let read = 0
  let next: Promise<SearchAnswer> | undefined = requestPage(connection, profile, request, decoder, null)
  while (next !== undefined) {
    const answer: SearchAnswer = await next
    const { result } = answer
    if (isBusy(result)) throw new ServerBusyError(result, read)
    const isGood: boolean = result.code === resultCode.success
    next =
      isGood && result.cookie !== null ? requestPage(connection, profile, request, decoder, result.cookie) : undefined

    for (const url of answer.references) references.add(url)
    const entries: Entry[] = []
    for (const decoded of answer.entries) {
      const whole: WholeEntry =
        decoded.partial === undefined ? { ...decoded, failures: none } : await readWhole(connection, decoder, decoded)
      if (whole.failures.length > 0) yield { kind: 'gap', gap: partialEntryGap(baseDn, decoded.dn, whole.failures) }
      const entry = maker.make(decoded.dn, baseDn, whole)
      if (entry !== undefined) entries.push(entry)
      else {
        withoutAnchor.count += 1
        withoutAnchor.firstDn ||= decoded.dn
      }
    }
    read += answer.entries.length
    if (entries.length > 0) yield { kind: 'page', entries, server }
    if (!isGood && !(hidden !== undefined && result.code === resultCode.noSuchObject)) {
      yield { kind: 'gap', gap: resultGap(baseDn, result, read) }
    }
  }
  const missed = referencesGap([...references], baseDn, profile.product)
  if (missed !== undefined) yield { kind: 'gap', gap: missed }
  if (withoutAnchor.count > 0) yield { kind: 'gap', gap: anchorGap(baseDn, profile.anchorAttributes, withoutAnchor) }
}

function requestPage(
  connection: LdapConnection,
  profile: DirectoryProfile,
  request: BaseRequest,
  decoder: EntryDecoder,
  cookie: Buffer | null,
): Promise<SearchAnswer> {
  const parameters: SearchParameters = {
    baseDn: request.baseDn,
    scope: 'sub',
    filter: request.filter,
    attributes: request.maker.requested,
    ...pageOf(profile, request.pageSize, cookie),
  }
  const answer = search(connection, parameters, decoder)
  // Whoever awaits the page gets its failure; until then it must not count as unhandled.
  answer.catch(() => undefined)
  return answer
}

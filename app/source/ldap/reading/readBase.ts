import type { Entry } from '../../../model/entry.ts'
import type { Gap } from '../../../model/gap.ts'
import type { Filter } from '../../../selection/filter/filter.ts'
import type { ReadEvent } from '../../source.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import { EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import type { LdapResult } from '../protocol/ldapResult.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { anyEntry, type SearchAnswer, type SearchParameters, search } from '../protocol/search.ts'
import type { EntryMaker } from './entryMaker.ts'
import { readWhole, type WholeEntry } from './readWhole.ts'
import { referencesGap } from './references.ts'
import { resultGap } from './resultGap.ts'

export interface BaseRequest {
  readonly baseDn: string
  readonly filter: Filter
  readonly maker: EntryMaker
  readonly pageSize: number
}

/**
 * Reads everything below one base, page by page; while a page is worked on, the next one is under way. Yields gaps for
 * what the server would not give. Rejects with ConnectionLostError, and with ServerBusyError when another attempt may do.
 */
export async function* readBase(
  connection: LdapConnection,
  profile: DirectoryProfile,
  request: BaseRequest,
): AsyncGenerator<ReadEvent, void, void> {
  const { baseDn, maker } = request
  const hidden = await hiddenBaseGap(connection, baseDn)
  if (hidden !== undefined) yield { kind: 'gap', gap: hidden }

  const decoder = new EntryDecoder(maker.names)
  const references = new Set<string>()
  const withoutAnchor = { count: 0, firstDn: '' }
  let read = 0
  let next: Promise<SearchAnswer> | undefined = requestPage(connection, profile, request, decoder, null)
  while (next !== undefined) {
    const answer: SearchAnswer = await next
    const { result } = answer
    if (result.code === resultCode.busy || result.code === resultCode.unavailable)
      throw new ServerBusyError(result, read)
    const isGood: boolean = result.code === resultCode.success
    next =
      isGood && result.cookie !== null ? requestPage(connection, profile, request, decoder, result.cookie) : undefined

    for (const url of answer.references) references.add(url)
    const entries: Entry[] = []
    for (const decoded of answer.entries) {
      const whole: WholeEntry =
        decoded.partial === undefined ? { ...decoded, failures: [] } : await readWhole(connection, decoder, decoded)
      const gap = whole.failures.length === 0 ? undefined : partialGap(baseDn, decoded.dn, whole)
      if (gap !== undefined) yield { kind: 'gap', gap }
      const entry = maker.make(decoded.dn, baseDn, whole)
      if (entry !== undefined) entries.push(entry)
      else {
        withoutAnchor.count += 1
        withoutAnchor.firstDn ||= decoded.dn
      }
    }
    read += answer.entries.length
    if (entries.length > 0) yield { kind: 'page', entries }
    if (!isGood && !(hidden !== undefined && result.code === resultCode.noSuchObject)) {
      yield { kind: 'gap', gap: resultGap(baseDn, result, read) }
    }
  }
  const missed = referencesGap([...references], baseDn, profile.product)
  if (missed !== undefined) yield { kind: 'gap', gap: missed }
  if (withoutAnchor.count > 0) yield { kind: 'gap', gap: anchorGap(profile, baseDn, withoutAnchor) }
}

/** Entries that came without an anchor. */
interface Nameless {
  readonly count: number
  readonly firstDn: string
}

/** The server is up but has no time now. */
export class ServerBusyError extends Error {
  readonly result: LdapResult
  /** Entries that were read before. */
  readonly read: number

  constructor(result: LdapResult, read: number) {
    super(`The server is busy (result ${result.code}).`)
    this.name = 'ServerBusyError'
    this.result = result
    this.read = read
  }
}

function requestPage(
  connection: LdapConnection,
  profile: DirectoryProfile,
  request: BaseRequest,
  decoder: EntryDecoder,
  cookie: Buffer | null,
): Promise<SearchAnswer> {
  const criticality = profile.paging === 'supported' ? 'critical' : 'optional'
  const parameters: SearchParameters = {
    baseDn: request.baseDn,
    scope: 'sub',
    filter: request.filter,
    attributes: request.maker.requested,
    ...(profile.paging === 'unsupported' ? {} : { page: { size: request.pageSize, cookie, criticality } }),
  }
  const answer = search(connection, parameters, decoder)
  // Whoever awaits the page gets its failure; until then it must not count as unhandled.
  answer.catch(() => undefined)
  return answer
}

/** A base that is not shown itself: what lies below it may be hidden without any sign. */
async function hiddenBaseGap(connection: LdapConnection, baseDn: string): Promise<Gap | undefined> {
  if (baseDn === '') return undefined
  const parameters: SearchParameters = { baseDn, scope: 'base', filter: anyEntry, attributes: [] }
  const { entries, references, result } = await search(connection, parameters, new EntryDecoder({ shown: new Set() }))
  if (result.code !== resultCode.success) {
    return result.code === resultCode.noSuchObject ? resultGap(baseDn, result, 0) : undefined
  }
  if (entries.length > 0 || references.length > 0) return undefined
  return {
    kind: 'insufficient-rights',
    baseDn,
    message: `The server does not show the entry ${baseDn} itself: 1 of 1 base entries is hidden from the connector's account.`,
    remedy: 'Give the account of the connector the right to read the base and everything below it.',
  }
}

function partialGap(baseDn: string, dn: string, whole: WholeEntry): Gap {
  const parts = whole.failures.map((each) => `${each.attribute}: ${each.read} values, then ${each.reason}`)
  return {
    kind: 'members-not-read',
    baseDn,
    message: `${dn} could not be read whole (${parts.join('; ')}).`,
    remedy: 'Run again; if it happens again, look into the log of the directory server.',
  }
}

function anchorGap(profile: DirectoryProfile, baseDn: string, nameless: Nameless): Gap {
  return {
    kind: 'entry-without-anchor',
    baseDn,
    message: `${nameless.count} entries came without ${profile.anchorAttributes.join(' or ')} and were left out, the first: ${nameless.firstDn}.`,
    remedy: `Give the account of the connector the right to read ${profile.anchorAttributes.join(' and ')}.`,
  }
}

import { dnKey, isAtOrBelow } from '../../model/dn.ts'
import type { Entry, EntryKind } from '../../model/entry.ts'
import { ConnectorError } from '../../model/error.ts'
import { textAssertion } from '../../selection/filter/assertionValue.ts'
import type { Filter } from '../../selection/filter/filter.ts'
import type { FindRequest } from '../source.ts'
import type { SessionOpener } from './openDirectory.ts'
import { ConnectionLostError } from './protocol/connectionLostError.ts'
import { type DecodedEntry, EntryDecoder } from './protocol/entryDecoder.ts'
import { describeResultCode, resultCode } from './protocol/resultCode.ts'
import { anyEntry, type SearchParameters, search } from './protocol/search.ts'
import { entryMaker } from './reading/entryMaker.ts'
import { readWhole } from './reading/readWhole.ts'
import { topBases } from './reading/topBases.ts'
import { unansweredError } from './session/unansweredError.ts'

const mostEntries = 10
const groupClasses: ReadonlySet<string> = new Set(['group', 'groupofnames', 'groupofuniquenames', 'posixgroup'])
const looksLikeDn = /^[A-Za-z0-9.-]+\s*=.+/

/**
 * Finds at most 10 entries by DN or by e-mail address, whatever the selection says (DC-43). Nothing found is no error.
 * Throws ConnectorError (directory) when the directory cannot be asked.
 */
export async function findEntries(opener: SessionOpener, request: FindRequest): Promise<readonly Entry[]> {
  const { session, profile } = await opener.open()
  const { connection } = session
  try {
    const found: Entry[] = []
    for (const { foundUnder, ...parameters } of searches(request)) {
      const maker = {
        user: entryMaker(profile, 'user', request.attributes),
        group: entryMaker(profile, 'group', request.attributes),
        contact: entryMaker(profile, 'contact', request.attributes),
      }
      const names = { ...maker.group.names, aside: new Set([...(maker.group.names.aside ?? []), 'objectclass']) }
      const decoder = new EntryDecoder(names)
      const attributes = [...new Set([...maker.group.requested, 'objectClass'])]
      const { entries, result } = await search(
        connection,
        { ...parameters, attributes, sizeLimit: mostEntries },
        decoder,
      )
      refuseFailure(session.server.url, result.code, result.diagnostic)
      for (const decoded of entries) {
        const entry = maker[kindOf(decoded)].make(decoded.dn, foundUnder, await readWhole(connection, decoder, decoded))
        if (entry !== undefined && !found.some((each) => each.anchor === entry.anchor)) found.push(entry)
      }
    }
    return found.slice(0, mostEntries)
  } catch (error) {
    throw error instanceof ConnectionLostError ? unansweredError(session.server, error) : error
  } finally {
    connection.close()
  }
}

interface FindSearch extends Pick<SearchParameters, 'baseDn' | 'scope' | 'filter'> {
  /** What the entries say of their base: the chosen base above them, empty when there is none. */
  readonly foundUnder: string
}

function searches(request: FindRequest): readonly FindSearch[] {
  const who = request.who.trim()
  const bases = topBases(request.baseDns)
  if (!looksLikeDn.test(who)) {
    return bases.map((baseDn) => ({ baseDn, foundUnder: baseDn, scope: 'sub', filter: byAddress(who) }))
  }
  const foundUnder = bases.find((baseDn) => isAtOrBelow(dnKey(who), dnKey(baseDn))) ?? ''
  return [{ baseDn: who, foundUnder, scope: 'base', filter: anyEntry }]
}

function byAddress(address: string): Filter {
  // One comparison finds `SMTP:` and `smtp:`: the attribute ignores letter case.
  const values = { mail: address, userPrincipalName: address, proxyAddresses: `smtp:${address}` }
  const filters = Object.entries(values).map(
    ([attribute, value]): Filter => ({ kind: 'equality', attribute, value: textAssertion(value) }),
  )
  return { kind: 'or', filters }
}

function kindOf(entry: DecodedEntry): EntryKind {
  const classes = (entry.aside.objectclass ?? []).map((name) => name.toLowerCase())
  if (classes.some((name) => groupClasses.has(name))) return 'group'
  return classes.includes('contact') ? 'contact' : 'user'
}

/** What was not found, or is more than was wanted, is an answer too. */
function refuseFailure(place: string, code: number, diagnostic: string): void {
  const answers: readonly number[] = [
    resultCode.success,
    resultCode.noSuchObject,
    resultCode.sizeLimitExceeded,
    resultCode.referral,
  ]
  if (answers.includes(code)) return
  throw new ConnectorError({
    side: 'directory',
    code: 'search-refused',
    message: `The server refused the search (${describeResultCode(code)})${diagnostic === '' ? '.' : `: ${diagnostic}`}`,
    remedy: 'Give the account of the connector the right to search, and check that the DN is well formed.',
    place,
  })
}

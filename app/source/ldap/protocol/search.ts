import { PagedResultsControl, SearchRequest } from 'ldapts'
import type { Filter } from '../../../selection/filter/filter.ts'
import { EncodedControl, type RequestControl } from './control.ts'
import { EncodedFilter } from './encodedFilter.ts'
import type { DecodedEntry, EntryDecoder } from './entryDecoder.ts'
import type { LdapConnection } from './ldapConnection.ts'
import type { LdapResult } from './ldapResult.ts'

export interface SearchParameters {
  readonly baseDn: string
  readonly scope: 'base' | 'one' | 'sub'
  readonly filter: Filter
  /** None asks for no attribute at all. */
  readonly attributes: readonly string[]
  /** 0 asks for all. */
  readonly sizeLimit?: number
  /** Absent: the answer is not paged. `cookie` is null for the first page. */
  readonly page?: {
    readonly size: number
    readonly cookie: Buffer | null
    readonly criticality: 'critical' | 'optional'
  }
  /** Besides the one for pages. */
  readonly controls?: readonly RequestControl[]
}

/** What one search request brought, whether it ended well or not. */
export interface SearchAnswer {
  readonly entries: readonly DecodedEntry[]
  /** LDAP URLs of parts that other servers hold. */
  readonly references: readonly string[]
  readonly result: LdapResult
}

/** `(objectClass=*)`. */
export const anyEntry: Filter = { kind: 'present', attribute: 'objectClass' }

/** Sends one search request and collects its answer. Rejects with ConnectionLostError. */
export async function search(
  connection: LdapConnection,
  parameters: SearchParameters,
  decoder: EntryDecoder,
): Promise<SearchAnswer> {
  const entries: DecodedEntry[] = []
  const references: string[] = []
  const result = await connection.request(searchRequest(parameters), {
    entry: (buffer, start, end) => entries.push(decoder.decode(buffer, start, end)),
    reference: (uris) => references.push(...uris),
  })
  return { entries, references, result }
}

/** The request alone, for answers that are more than entries and references. */
export function searchRequest(parameters: SearchParameters): SearchRequest {
  const { page, controls = [] } = parameters
  return new SearchRequest({
    messageId: 0,
    baseDN: parameters.baseDn,
    scope: parameters.scope,
    filter: new EncodedFilter(parameters.filter),
    attributes: parameters.attributes.length === 0 ? ['1.1'] : [...parameters.attributes],
    sizeLimit: parameters.sizeLimit ?? 0,
    timeLimit: 0,
    controls: [
      ...(page === undefined ? [] : [pagedResults(page)]),
      ...controls.map((control) => new EncodedControl(control)),
    ],
  })
}

function pagedResults(page: NonNullable<SearchParameters['page']>): PagedResultsControl {
  return new PagedResultsControl({
    critical: page.criticality === 'critical',
    value: page.cookie === null ? { size: page.size } : { size: page.size, cookie: page.cookie },
  })
}

import { EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { anyEntry, type SearchParameters, search } from '../protocol/search.ts'
import { refuseBusy } from '../protocol/serverBusyError.ts'

export interface OneRequest {
  readonly dn: string
  readonly attributes: readonly string[]
  /** Lower-case names of those whose values are bytes; they come as base64. */
  readonly binary?: ReadonlySet<string>
  readonly controls?: SearchParameters['controls']
}

/**
 * The values of one entry by lower-case name; undefined when it is not there or not shown. Rejects with
 * ConnectionLostError and ServerBusyError.
 */
export async function readOne(
  connection: LdapConnection,
  { dn, attributes, binary = new Set(), controls = [] }: OneRequest,
): Promise<Readonly<Record<string, readonly string[]>> | undefined> {
  const decoder = new EntryDecoder({ shown: new Set(attributes.map((name) => name.toLowerCase())), binary })
  const parameters: SearchParameters = { baseDn: dn, scope: 'base', filter: anyEntry, attributes, controls }
  const { entries, result } = await search(connection, parameters, decoder)
  refuseBusy(result)
  return entries[0]?.attributes
}

import type { Gap } from '../../../model/gap.ts'
import { EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { anyEntry, type SearchParameters, search } from '../protocol/search.ts'
import { resultGap } from './resultGap.ts'

/**
 * The gap of a base that is missing, or whose own entry is not shown: what lies below it may be hidden without any sign
 * (DC-14). Undefined when the base is shown; other failures are left to the search below it.
 */
export async function hiddenBaseGap(connection: LdapConnection, baseDn: string): Promise<Gap | undefined> {
  if (baseDn === '') return undefined
  const parameters: SearchParameters = { baseDn, scope: 'base', filter: anyEntry, attributes: [] }
  const { entries, references, result } = await search(connection, parameters, new EntryDecoder({ shown: new Set() }))
  if (result.code === resultCode.noSuchObject) return resultGap(baseDn, result, 0)
  if (result.code !== resultCode.success || entries.length > 0 || references.length > 0) return undefined
  return {
    kind: 'insufficient-rights',
    baseDn,
    message: `The entry ${baseDn} itself is hidden from the account of the connector; entries below it can be hidden too.`,
    remedy: 'Give the account of the connector the right to read the base and everything below it.',
  }
}

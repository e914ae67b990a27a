import type { Finding } from '../../../model/finding.ts'
import type { LdapConnectionSettings } from '../connectionSettings.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import { isActiveDirectory } from '../facts/product.ts'
import { good, warning } from './finding.ts'

/** What root DSE and schema say, one finding each. */
export function checkProfile(profile: DirectoryProfile, settings: LdapConnectionSettings): readonly Finding[] {
  return [productFinding(profile, settings), pagingFinding(profile, settings), schemaFinding(profile)]
}

function productFinding(profile: DirectoryProfile, settings: LdapConnectionSettings): Finding {
  const contexts = profile.rootDse.namingContexts
  const message = `The directory is ${profile.product}, with ${contexts.length} naming ${contexts.length === 1 ? 'context' : 'contexts'}: ${contexts.join('; ')}.`
  const isExpected = (settings.type === 'ldap') !== isActiveDirectory(profile.product) || profile.product === 'unknown'
  if (contexts.length > 0 && isExpected) return good('root DSE', message)
  return warning(
    'root DSE',
    message,
    `Check directory.type, which is ${settings.type}, and the right to read the root DSE.`,
  )
}

function pagingFinding(profile: DirectoryProfile, settings: LdapConnectionSettings): Finding {
  if (profile.paging === 'supported') return good('paging', `The server gives pages of ${settings.pageSize} entries.`)
  const message =
    profile.paging === 'unsupported'
      ? 'The server does not offer paged results: everything comes in one answer, and a size limit cuts it short.'
      : 'The server does not say whether it offers paged results.'
  return warning(
    'paging',
    message,
    'Raise the size limit for the account of the connector, or let it read the root DSE.',
  )
}

function schemaFinding(profile: DirectoryProfile): Finding {
  const known = profile.knownAttributes
  if (known !== null) return good('schema', `The schema knows ${known.size} attribute names.`)
  return warning(
    'schema',
    'The schema cannot be read: names in mappings and filters are not checked.',
    'Let the account of the connector read the subschema entry.',
  )
}

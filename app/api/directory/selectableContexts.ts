import { dnKey } from '../../model/dn.ts'
import type { DirectoryFacts } from '../../source/source.ts'

/** Where Active Directory and AD LDS keep no people: their configuration, their schema, and the zones of their DNS. */
const system = /^(?:cn=configuration,|cn=schema,cn=configuration,|dc=(?:domain|forest)dnszones,)/

/** The naming contexts in which people can be looked for, the default one first. */
export function selectableContexts({
  product,
  namingContexts,
  defaultNamingContext,
}: DirectoryFacts): readonly string[] {
  const isMicrosofts = product === 'ad-ds' || product === 'ad-lds' || product === 'samba-ad'
  const shown = isMicrosofts ? namingContexts.filter((dn) => !system.test(dnKey(dn))) : namingContexts
  const first = defaultNamingContext === null ? null : dnKey(defaultNamingContext)
  return [...shown].sort((one, other) => Number(dnKey(other) === first) - Number(dnKey(one) === first))
}

import { parseFilter } from './filter/parseFilter.ts'
import { usedAttributes } from './filter/usedAttributes.ts'

/**
 * Attributes that a directory computes from other entries: they change without any change of the entry that has them
 * (MS-ADTS 3.1.1.1.6, memberOf and isMemberOf of other servers).
 */
const computed: ReadonlySet<string> = new Set([
  'memberof',
  'ismemberof',
  'directreports',
  'managedobjects',
  'tokengroups',
  'msds-memberoftransitive',
  'canonicalname',
  'distinguishedname',
  'parentguid',
])

/** The computed attributes that a filter asks about: when it names one, who is selected can change by others' changes. */
export function backLinks(filter: string): readonly string[] {
  return usedAttributes(parseFilter(filter)).filter((name) => computed.has(name))
}

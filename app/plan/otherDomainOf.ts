import type { EntryKind } from '../model/entry.ts'
import type { Organization, Provenance } from '../model/organization.ts'

/**
 * The other domain to which a resource belongs; null when it is this connector's or nobody's. The first line that fits
 * decides:
 *
 * ```
 *  organization   mark            name                            belongs to
 *  alone          any             any                             this connector, or nobody
 *  shared         this domain's   any                             this connector
 *  shared         another's       any                             the domain of the mark
 *  shared         none            of one of the other domains     that domain
 *  shared         none            otherwise                       this connector, or nobody
 * ```
 */
export function otherDomainOf(organization: Organization, kind: EntryKind, provenance: Provenance): string | null {
  // Whose a contact is, is told by who has created it (DC-34).
  if (organization.kind === 'alone' || kind === 'contact') return null
  const { name, domain } = provenance
  if (domain !== null) return domain.toLowerCase() === organization.domain ? null : domain
  const key = name.toLowerCase()
  const isNamedSo =
    kind === 'user'
      ? (ending: string) => key.endsWith(ending.toLowerCase())
      : (beginning: string) => key.startsWith(beginning.toLowerCase())
  const other = organization.otherDomains.find(({ uidEndings, groupBeginnings }) =>
    (kind === 'user' ? uidEndings : groupBeginnings).some(isNamedSo),
  )
  return other?.name ?? null
}

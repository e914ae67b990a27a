import { parseDn } from '../model/dn.ts'
import type { EntryKind } from '../model/entry.ts'
import { ConnectorError } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import type { Organization, SharedOrganization } from '../model/organization.ts'
import type { Settings } from '../settings/schema.ts'
import type { DirectoryFacts } from '../source/source.ts'
import type { TargetCapabilities } from '../target/target.ts'

/**
 * Whether this connector has the store for itself, and else how it tells its own resources from others' (DC-32).
 * @throws ConnectorError of side directory (`no-domain`) when a shared store needs the name of the domain and the
 *   directory does not tell it; of side settings (`own-domain`) when it stands among the other domains
 */
export function organizationOf(
  { organization: { shared, otherDomains } }: Pick<Settings, 'organization'>,
  { server, defaultNamingContext }: Pick<DirectoryFacts, 'server' | 'defaultNamingContext'>,
  { marks }: Pick<TargetCapabilities, 'marks'>,
): Organization {
  if (!shared) return { kind: 'alone' }
  const domain = domainOf(defaultNamingContext)
  if (domain === null) {
    throw new ConnectorError({
      side: 'directory',
      code: 'no-domain',
      message: `The directory names no domain as its default naming context (${defaultNamingContext ?? 'none'}), and organization.shared needs one to mark what belongs to it.`,
      remedy: 'Connect to a domain controller of Active Directory, or set organization.shared to false.',
      place: server,
    })
  }
  const own = otherDomains.findIndex(({ name }) => name.toLowerCase() === domain)
  if (own >= 0) {
    throw new ConnectorError({
      side: 'settings',
      code: 'own-domain',
      message: `organization.otherDomains names ${domain}, which is the domain of this connector: nothing of it could be written.`,
      remedy: 'Remove it from organization.otherDomains.',
      place: `organization.otherDomains[${own}]`,
    })
  }
  return { kind: 'shared', domain, marks, otherDomains }
}

/** Warns of kinds that nothing tells apart. */
export function organizationFindings(organization: Organization, kinds: readonly EntryKind[]): readonly Finding[] {
  if (organization.kind === 'alone') return []
  // Whose a contact is, is told by who has created it.
  const marked = kinds.filter((kind) => kind !== 'contact')
  return marked.filter((kind) => !isTold(organization, kind)).map((kind) => untold[kind])
}

function isTold({ marks, otherDomains }: SharedOrganization, kind: 'user' | 'group'): boolean {
  const list = kind === 'user' ? 'uidEndings' : 'groupBeginnings'
  return marks.includes(kind) || otherDomains.some((other) => other[list].length > 0)
}

const untold: Readonly<Record<'user' | 'group', Finding>> = {
  user: {
    level: 'warning',
    side: 'settings',
    subject: 'organization.otherDomains',
    message:
      'The store keeps no marks of domains, and no other domain has uidEndings: nothing tells users of other domains from those of this one.',
    remedy: 'Name the other domains with the endings of their uids, like "@emea.example.com".',
  },
  group: {
    level: 'warning',
    side: 'settings',
    subject: 'organization.otherDomains',
    message:
      'The store keeps no marks of domains on groups, and no other domain has groupBeginnings: nothing tells groups of other domains from those of this one.',
    remedy: 'Name the other domains with the beginnings of the names of their groups, like "EMEA ".',
  },
}

/** `DC=corp,DC=example` is the domain corp.example; null for a DN that is none. */
function domainOf(namingContext: string | null): string | null {
  if (namingContext === null || namingContext === '') return null
  const parts = parseDn(namingContext).map((rdn) => (rdn.length === 1 ? rdn[0] : undefined))
  const labels = parts.flatMap((part) => (part?.type.toLowerCase() === 'dc' ? [part.value.toLowerCase()] : []))
  return labels.length === parts.length ? labels.join('.') : null
}

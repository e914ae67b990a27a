import { ConnectorError } from '../../../model/error.ts'
import type { Filter } from '../../../selection/filter/filter.ts'
import { parseFilter } from '../../../selection/filter/parseFilter.ts'
import type { ContainerEntry, DirectoryView } from '../../directoryView.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import { isActiveDirectory } from '../facts/product.ts'
import type { DecodedEntry } from '../protocol/entryDecoder.ts'
import type { Session } from '../session/openSession.ts'
import { browsePages, findsAny } from './browsePages.ts'

const classes = ['organizationalUnit', 'container', 'domain', 'builtinDomain', 'organization', 'dcObject']
const anyClass = `(|${classes.map((name) => `(objectClass=${name})`).join('')})`
const containerFilter = parseFilter(anyClass)
/** What Active Directory keeps for itself is shown by its own tools only to who asks for advanced features. */
const shownFilter = parseFilter(
  `(&${anyClass}(|(!(showInAdvancedViewOnly=TRUE))(objectClass=organizationalUnit)(objectClass=domain)))`,
)

/** Active Directory counts entries of any kind below; OpenLDAP and others say whether there are any (RFC draft). */
const countAttribute = 'msDS-Approx-Immed-Subordinates'
const existAttribute = 'hasSubordinates'

/** Beyond these, whether there are containers below is left unknown: each costs a search. */
const mostLookedInto = 200

/** See `DirectoryView.containers`. */
export async function containersBelow(
  session: Session,
  profile: DirectoryProfile,
  parentDn: string,
  atMost: number,
): ReturnType<DirectoryView['containers']> {
  const filter = isActiveDirectory(profile.product) ? shownFilter : containerFilter
  const attributes = ['objectClass', countAttribute, existAttribute]
  const pageSize = Math.min(atMost + 1, 1000)
  const found: DecodedEntry[] = []
  for await (const page of browsePages(session, profile, {
    baseDn: parentDn,
    scope: 'one',
    filter,
    attributes,
    pageSize,
  })) {
    found.push(...page)
    if (found.length > atMost) break
  }
  const shown = found.slice(0, atMost)
  const children = await Promise.all(shown.map((entry, place) => childrenOf(session, filter, entry, place)))
  const containers = shown.map(
    (entry, place): ContainerEntry => ({ dn: entry.dn, kind: kindOf(entry), hasChildren: children[place] ?? null }),
  )
  return { containers, more: found.length > atMost }
}

async function childrenOf(
  session: Session,
  filter: Filter,
  { dn, attributes }: DecodedEntry,
  place: number,
): Promise<boolean | null> {
  const count = attributes[countAttribute.toLowerCase()]?.[0]
  const exist = attributes[existAttribute.toLowerCase()]?.[0]
  if (count === '0' || exist?.toUpperCase() === 'FALSE') return false
  if (place >= mostLookedInto) return null
  try {
    return await findsAny(session, { baseDn: dn, scope: 'one', filter })
  } catch (error) {
    // One that may not be looked into does not keep the others from being shown.
    if (error instanceof ConnectorError) return null
    throw error
  }
}

function kindOf({ attributes }: DecodedEntry): ContainerEntry['kind'] {
  const names = new Set((attributes.objectclass ?? []).map((name) => name.toLowerCase()))
  if (names.has('organizationalunit')) return 'unit'
  return ['domain', 'dcobject', 'organization'].some((name) => names.has(name)) ? 'domain' : 'container'
}

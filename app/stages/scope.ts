import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { compileMapping } from '../mapping/compileMapping.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type { Organization } from '../model/organization.ts'
import type { ValueAttribute } from '../model/resource.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { type CompiledSelection, compileSelection } from '../selection/compileSelection.ts'
import { unknownInFilters } from '../selection/unknownInFilters.ts'
import { unknownInRooms } from '../selection/unknownInRooms.ts'
import { unknownPictureAttribute } from '../selection/unknownPictureAttribute.ts'
import { settingsWarnings } from '../settings/settingsWarnings.ts'
import type { TargetCapabilities } from '../target/target.ts'
import { chosenKinds, isKept, notKeptFindings } from './notKeptFindings.ts'
import { organizationFindings, organizationOf } from './organizationOf.ts'
import { picturesOf } from './picturesOf.ts'
import type { SyncParts } from './syncParts.ts'

/** What this run is about: the settings, checked against what directory and store say of themselves. */
export interface Scope {
  readonly groups: TargetCapabilities['groups']
  readonly kinds: readonly EntryKind[]
  readonly selection: CompiledSelection
  readonly mapping: CompiledMapping
  /** The attributes that are mapped and that the store has a place for; room and mark of the domain are the last of them. */
  readonly managed: readonly ValueAttribute[]
  /** The same of contacts, and how many the store holds at most; null when none are selected. */
  readonly contacts: Pick<NonNullable<SnapshotHeader['contacts']>, 'managed' | 'atMost'> | null
  /** Attributes of users that lead to their pictures on a resource server. */
  readonly pictureAttributes: readonly string[]
  /** In which form pictures are sent; `none` while they are switched off, or the store cannot have them. */
  readonly pictures: TargetCapabilities['pictures']
  readonly organization: Organization
  readonly warnings: readonly Finding[]
}

/**
 * Connects to both sides and checks the settings against them.
 * @throws ConnectorError of side settings for a wrong filter, expression, attribute or base; of side directory or store
 *   when one of them cannot be reached
 */
export async function scope(parts: SyncParts): Promise<Scope> {
  const { settings, source, target } = parts
  const selection = compileSelection(settings.selection, settings.directory.type)
  // Wrong expressions are told before anything is connected to.
  compileMapping(settings.mapping, settings.directory.type, null, settings.organization)
  const facts = await source.discover()
  const known = facts.knownAttributes
  const mapping = compileMapping(settings.mapping, settings.directory.type, known, settings.organization)
  const capabilities = await target.discover()
  const organization = organizationOf(settings, facts, capabilities)
  const kinds = chosenKinds(settings.selection).filter((kind) => isKept(kind, capabilities))
  const warnings = [
    ...settingsWarnings(settings),
    ...selection.findings,
    ...unknownInFilters(selection, known),
    ...unknownInRooms(selection, known),
    ...unknownPictureAttribute(settings, known),
    ...mapping.findings,
    ...withoutPlace(mapping, capabilities),
    ...notKeptFindings(settings, capabilities),
    ...organizationFindings(organization, kinds),
  ]
  return {
    groups: capabilities.groups,
    kinds,
    selection,
    mapping,
    managed: managedOf(mapping, capabilities, organization),
    contacts: kinds.includes('contact') ? contactsOf(mapping, capabilities) : null,
    pictures: picturesOf(settings, capabilities).pictures,
    pictureAttributes: pictureAttributes(parts),
    organization,
    warnings,
  }
}

/** A picture that stands in the directory itself is not read with its entry: that would be too much for everybody. */
export function pictureAttributes({ settings: { avatar }, pictures }: Pick<SyncParts, 'settings' | 'pictures'>) {
  return avatar?.source === 'server' ? (pictures?.attributes ?? []) : []
}

function managedOf(
  { rows }: CompiledMapping,
  { attributes }: TargetCapabilities,
  organization: Organization,
): readonly ValueAttribute[] {
  const isMarked = organization.kind === 'shared' && organization.marks.includes('user')
  const mapped: readonly ValueAttribute[] = [...rows.map((row) => row.attribute), 'room']
  return [...mapped.filter((attribute) => attributes.has(attribute)), ...(isMarked ? ['connectorDomain' as const] : [])]
}

function contactsOf({ contactRows }: CompiledMapping, { contacts }: TargetCapabilities): Scope['contacts'] {
  if (contacts === null) return null
  const managed = contactRows.map((row) => row.attribute).filter((attribute) => contacts.attributes.has(attribute))
  return { managed, atMost: contacts.atMost }
}

/** One warning for all mapped attributes that the store has no place for. */
function withoutPlace({ rows }: CompiledMapping, { attributes }: TargetCapabilities): Finding[] {
  const homeless = rows.filter((row) => !attributes.has(row.attribute))
  if (homeless.length === 0) return []
  const names = homeless.map((row) => row.attribute).join(', ')
  return [
    {
      level: 'warning',
      side: 'store',
      subject: 'attributes',
      message: `The store has no place for ${homeless.length} mapped attributes: ${names}. They are not synchronized.`,
      remedy: 'Map them to null in the settings, or extend the schema of the store.',
    },
  ]
}

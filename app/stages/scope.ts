import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { compileMapping } from '../mapping/compileMapping.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type { Organization } from '../model/organization.ts'
import type { ValueAttribute } from '../model/resource.ts'
import { type CompiledSelection, compileSelection } from '../selection/compileSelection.ts'
import { unknownInFilters } from '../selection/unknownInFilters.ts'
import { settingsWarnings } from '../settings/settingsWarnings.ts'
import type { TargetCapabilities } from '../target/target.ts'
import { organizationFindings, organizationOf } from './organizationOf.ts'
import type { SyncParts } from './syncParts.ts'

/** What this run is about: the settings, checked against what directory and store say of themselves. */
export interface Scope {
  readonly groups: TargetCapabilities['groups']
  readonly kinds: readonly EntryKind[]
  readonly selection: CompiledSelection
  readonly mapping: CompiledMapping
  /** The attributes that are mapped and that the store has a place for; the mark of the domain is the last of them. */
  readonly managed: readonly ValueAttribute[]
  readonly organization: Organization
  readonly warnings: readonly Finding[]
}

/**
 * Connects to both sides and checks the settings against them.
 * @throws ConnectorError of side settings for a wrong filter, expression, attribute or base; of side directory or store
 *   when one of them cannot be reached
 */
export async function scope({ settings, source, target }: SyncParts): Promise<Scope> {
  const selection = compileSelection(settings.selection, settings.directory.type)
  // Wrong expressions are told before anything is connected to.
  compileMapping(settings.mapping, settings.directory.type, null)
  const facts = await source.discover()
  const mapping = compileMapping(settings.mapping, settings.directory.type, facts.knownAttributes)
  const capabilities = await target.discover()
  const mapped = mapping.rows.map((row) => row.attribute)
  const organization = organizationOf(settings, facts, capabilities)
  const marks: readonly ValueAttribute[] =
    organization.kind === 'shared' && organization.marks.includes('user') ? ['connectorDomain'] : []
  const managed = [...mapped.filter((attribute) => capabilities.attributes.has(attribute)), ...marks]
  const warnings = [
    ...settingsWarnings(settings),
    ...selection.findings,
    ...unknownInFilters(selection, facts.knownAttributes),
    ...mapping.findings,
    ...withoutPlace(mapping, capabilities),
  ]
  const kinds: EntryKind[] = settings.selection.users.enabled ? ['user'] : []
  if (settings.selection.groups.enabled) {
    if (capabilities.groups === 'none') warnings.push(noGroups)
    else kinds.push('group')
  }
  warnings.push(...organizationFindings(organization, kinds))
  return { groups: capabilities.groups, kinds, selection, mapping, managed, organization, warnings }
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

const noGroups: Finding = {
  level: 'warning',
  side: 'store',
  subject: 'groups',
  message: 'Groups are selected, but the store does not offer groups. They are not synchronized.',
  remedy: 'Switch selection.groups.enabled off, or use a store that keeps groups.',
}

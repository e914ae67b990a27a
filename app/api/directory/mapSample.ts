import type { CompiledMapping } from '../../mapping/compiledMapping.ts'
import { compileMapping } from '../../mapping/compileMapping.ts'
import { mapContact } from '../../mapping/mapContact.ts'
import { mapUser } from '../../mapping/mapUser.ts'
import { traceContact } from '../../mapping/traceContact.ts'
import { traceUser } from '../../mapping/traceUser.ts'
import { assertNever } from '../../model/assertNever.ts'
import type { Entry } from '../../model/entry.ts'
import { ConnectorError } from '../../model/error.ts'
import { firstSpellings } from '../../model/firstSpellings.ts'
import { identifyingMark } from '../../selection/identifyingMark.ts'
import { roomAttributes } from '../../selection/roomAttributes.ts'
import type { RoomSettings } from '../../settings/schema.ts'
import type { SeenEntry } from '../../source/directoryView.ts'
import { findUser } from '../explain/findUser.ts'
import type { DirectoryDraft, MappedSample, Sample } from './directoryBrowser.ts'
import type { PooledDirectory } from './directoryPool.ts'
import { firstNamePart } from './firstNamePart.ts'
import { selectableContexts } from './selectableContexts.ts'

export const sampleAttributes: readonly string[] = ['displayName', 'mail']

const noRooms: RoomSettings = { enabled: false, attributes: [] }

/** An entry as one of those from whom somebody chooses. */
export function sampleOf({ dn, attributes }: SeenEntry): Sample {
  return { dn, name: attributes.displayname?.[0] ?? firstNamePart(dn), mail: attributes.mail?.[0] ?? null }
}

/**
 * What the mapping of a draft makes of somebody (DC-23).
 * @throws ConnectorError as `compileMapping` and `findUser`, and `not-mapped` (side directory) for a group
 */
export async function mapSample(
  { directory, selection, mapping, organization }: DirectoryDraft,
  { source, view }: PooledDirectory,
  who: string,
): Promise<MappedSample> {
  const { facts } = view
  const compiled = compileMapping(mapping ?? {}, directory.type, facts.knownAttributes, organization ?? {})
  const rooms = selection?.rooms ?? noRooms
  const { knownAttributes } = facts
  const wanted = [...compiled.directoryAttributes, ...compiled.contactAttributes, ...sampleAttributes]
  const attributes = firstSpellings([...wanted, ...roomAttributes(rooms)]).filter(
    (name) => knownAttributes === null || knownAttributes.has(name.toLowerCase()),
  )
  const baseDns = selection?.baseDns ?? selectableContexts(facts)
  const entry = await findUser({ source, baseDns }, who, attributes, 'mapping')
  return { sample: sampleOf(entry), kind: entry.kind, ...traced(entry, compiled, rooms) }
}

function traced(entry: Entry, mapping: CompiledMapping, rooms: RoomSettings): Pick<MappedSample, 'rows' | 'skipped'> {
  switch (entry.kind) {
    case 'user': {
      const as = identifyingMark(entry.attributes, rooms) === null ? 'user' : 'room'
      const mapped = mapUser(entry, mapping, as)
      return { rows: traceUser(entry, mapping, as), skipped: mapped.kind === 'skipped' ? mapped.reason.message : null }
    }
    case 'contact': {
      const mapped = mapContact(entry, mapping)
      return { rows: traceContact(entry, mapping), skipped: mapped.kind === 'skipped' ? mapped.reason.message : null }
    }
    case 'group':
      throw new ConnectorError({
        side: 'directory',
        code: 'not-mapped',
        message: `${entry.dn} is a group: the mapping is for people, rooms and contacts.`,
        remedy: 'Choose a person.',
        place: entry.dn,
      })
    default:
      return assertNever(entry.kind)
  }
}

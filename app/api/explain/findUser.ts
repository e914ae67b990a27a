import type { Entry } from '../../model/entry.ts'
import { ConnectorError } from '../../model/error.ts'
import { compileSelection } from '../../selection/compileSelection.ts'
import type { Source } from '../../source/source.ts'
import type { SyncParts } from '../../stages/syncParts.ts'

/** Where somebody is looked for. */
export interface LookingPlace {
  readonly source: Source
  readonly baseDns: readonly string[]
}

/** Below the bases of saved settings. Throws as `compileSelection`. */
export function whereSelected({ source, settings }: Pick<SyncParts, 'source' | 'settings'>): LookingPlace {
  const { bases } = compileSelection(settings.selection, settings.directory.type)
  return { source, baseDns: bases.map(({ dn }) => dn) }
}

/**
 * The one entry below the base DNs that has an address or a DN, with the attributes that something needs; `place` says what
 * needs them.
 *
 * @throws ConnectorError (side settings) `unknown-attribute`, (side directory) `user-not-found` or `several-users`
 */
export async function findUser(
  { source, baseDns }: LookingPlace,
  who: string,
  attributes: readonly string[],
  place: string,
): Promise<Entry> {
  const { knownAttributes } = await source.discover()
  const unknown = attributes.filter((name) => knownAttributes && !knownAttributes.has(name.toLowerCase()))
  if (unknown.length > 0) {
    throw new ConnectorError({
      side: 'settings',
      code: 'unknown-attribute',
      message: `The directory does not know the attribute ${unknown.join(', ')}.`,
      remedy: 'Correct the spelling of the attribute.',
      place,
    })
  }
  const [entry, ...others] = await source.find({ who, baseDns, attributes })
  if (!entry || others.length > 0) throw notOneUser(who, entry ? others.length + 1 : 0)
  return entry
}

function notOneUser(who: string, count: number): ConnectorError {
  return new ConnectorError({
    side: 'directory',
    code: count === 0 ? 'user-not-found' : 'several-users',
    message:
      count === 0 ? `No entry below the base DNs has the address ${who}.` : `${count} entries have the address ${who}.`,
    remedy: 'Give the e-mail address or the DN of one entry below the chosen base DNs.',
    place: who,
  })
}

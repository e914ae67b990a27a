import type { Entry } from '../model/entry.ts'
import { ConnectorError } from '../model/error.ts'
import { compileSelection } from '../selection/compileSelection.ts'
import type { SyncParts } from '../stages/syncParts.ts'

/**
 * The one entry below the base DNs that has an address or a DN, with the attributes that something needs; `place` says what
 * needs them.
 *
 * @throws ConnectorError (side settings) `unknown-attribute`, (side directory) `user-not-found` or `several-users`
 */
export async function findUser(
  { settings, source }: Pick<SyncParts, 'settings' | 'source'>,
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
  const { bases } = compileSelection(settings.selection, settings.directory.type)
  const [entry, ...others] = await source.find({ who, baseDns: bases.map(({ dn }) => dn), attributes })
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

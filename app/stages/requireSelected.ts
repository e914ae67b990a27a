import { assertNever } from '../model/assertNever.ts'
import type { Entry } from '../model/entry.ts'
import { ConnectorError } from '../model/error.ts'
import { plural } from '../model/objectKind.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import { type Decision, selectEntry } from '../selection/selectEntry.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The one entry that somebody is, given by e-mail or DN, when it is selected.
 * @throws ConnectorError (side directory) `no-such-entry`, `several-entries`; (side settings) `not-selected`, with why
 */
export async function requireSelected(
  { source }: Pick<SyncParts, 'source'>,
  { selection, mapping, kinds }: Scope,
  who: string,
): Promise<Entry> {
  const { namingContexts } = await source.discover()
  const attributes = kinds.flatMap((kind) => requiredAttributes(kind, mapping, selection))
  const baseDns = namingContexts.length > 0 ? namingContexts : selection.bases.map(({ dn }) => dn)
  const [found, ...others] = await source.find({ who, baseDns, attributes })
  if (found === undefined) throw noSuchEntry(who)
  if (others.length > 0) throw severalEntries(who, [found, ...others])
  if (!kinds.includes(found.kind)) throw notSelected(found, `${plural[found.kind]} are not selected`)
  const decision = selectEntry(found, selection, 'unfiltered')
  if (decision.kind !== 'selected') throw notSelected(found, reasonOf(decision))
  return found
}

function noSuchEntry(who: string): ConnectorError {
  return new ConnectorError({
    side: 'directory',
    code: 'no-such-entry',
    message: `The directory shows no entry for ${who}. Nothing was read or written in the store.`,
    remedy: 'Check the address or DN. Who has left the directory is taken care of by an incremental sync.',
    place: who,
  })
}

function severalEntries(who: string, entries: readonly Entry[]): ConnectorError {
  const dns = entries.slice(0, 5).map(({ dn }) => dn)
  return new ConnectorError({
    side: 'directory',
    code: 'several-entries',
    message: `${entries.length} entries of the directory answer to ${who}: ${dns.join('; ')}.`,
    remedy: 'Give the DN of the one that is meant.',
    place: who,
  })
}

function notSelected({ dn }: Entry, why: string): ConnectorError {
  return new ConnectorError({
    side: 'settings',
    code: 'not-selected',
    message: `${dn} is not selected: ${why}. Nothing was changed.`,
    remedy: 'Change the selection in the settings, look at a dry run, and sync then; `explain` shows every decision.',
    place: dn,
  })
}

function reasonOf(decision: Exclude<Decision, { readonly kind: 'selected' }>): string {
  switch (decision.kind) {
    case 'outside-bases':
      return 'it lies below none of the base DNs'
    case 'excluded':
      return `${decision.excludeDn} is excluded`
    case 'filtered': {
      const whose = decision.by === 'default' ? 'the default filter of its kind' : "the administrator's filter"
      return decision.verdict === 'false' ? `${whose} leaves it out` : `${whose} cannot be decided for it here`
    }
    default:
      return assertNever(decision)
  }
}

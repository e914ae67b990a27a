import { mapUser } from '../../mapping/mapUser.ts'
import type { Anchor } from '../../model/anchor.ts'
import type { Entry } from '../../model/entry.ts'
import { uidKey } from '../../model/uidKey.ts'
import { identifyingMark } from '../../selection/identifyingMark.ts'
import { requiredAttributes } from '../../selection/requiredAttributes.ts'
import { selectEntry } from '../../selection/selectEntry.ts'
import type { Scope } from '../../stages/scope.ts'
import type { SyncParts } from '../../stages/syncParts.ts'

/** DNs of the other selected entries that would have the same uid, found by that address: a conflict (DC-25). */
export async function rivalsOf(
  { source }: Pick<SyncParts, 'source'>,
  what: Scope,
  uid: string,
  own: Anchor,
): Promise<readonly string[]> {
  if (!uid.includes('@')) return []
  const { selection, mapping } = what
  const attributes = requiredAttributes('user', mapping, selection)
  const found = await source.find({ who: uid, baseDns: selection.bases.map(({ dn }) => dn), attributes })
  return found.filter((entry) => entry.anchor !== own && wouldHave(entry, what, uid)).map(({ dn }) => dn)
}

function wouldHave(entry: Entry, { selection, mapping }: Scope, uid: string): boolean {
  if (entry.kind !== 'user' || selectEntry(entry, selection, 'unfiltered').kind !== 'selected') return false
  const room = identifyingMark(entry.attributes, selection.rooms)
  const mapped = mapUser(entry, mapping, room === null ? 'user' : 'room')
  return mapped.kind === 'mapped' && uidKey(mapped.user.values.uid ?? '') === uidKey(uid)
}

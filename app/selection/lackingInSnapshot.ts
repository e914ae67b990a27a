import { dnKey, isAtOrBelow } from '../model/dn.ts'
import type { EntryKind } from '../model/entry.ts'
import { plural } from '../model/objectKind.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { backLinks } from './backLinks.ts'
import { conjuncts } from './filter/conjuncts.ts'
import { parseFilter } from './filter/parseFilter.ts'

/** What other settings would read of the directory. */
export type Wanted = Pick<SnapshotHeader, 'kinds' | 'baseDns' | 'excludeDns' | 'filters' | 'ownFilters' | 'attributes'>

/**
 * What a snapshot does not hold of what other settings need (DC-53), in words; empty when they can be tried on it. A
 * whole filter can be tried when every condition under which the snapshot was read is one of its conditions too: when it
 * is the same, or narrows it by `&`. So the types of groups, and rooms instead of all users, are judged with the
 * administrator's own filters.
 */
export function lackingInSnapshot(held: SnapshotHeader, wanted: Wanted): readonly string[] {
  return [...lackingPlaces(held, wanted), ...wanted.kinds.flatMap((kind) => lackingOfKind(held, wanted, kind))]
}

function lackingPlaces(held: SnapshotHeader, wanted: Wanted): string[] {
  const isBelowAny = (dn: string, bases: readonly string[]) => bases.some((base) => isAtOrBelow(dnKey(dn), dnKey(base)))
  const bases = wanted.baseDns.filter((dn) => !isBelowAny(dn, held.baseDns)).map((dn) => `the base ${dn}`)
  const places = held.excludeDns
    .filter((dn) => isBelowAny(dn, wanted.baseDns) || wanted.baseDns.some((base) => isBelowAny(base, [dn])))
    .filter((dn) => !isBelowAny(dn, wanted.excludeDns))
    .map((dn) => `${dn}, which was excluded`)
  return [...bases, ...places]
}

function lackingOfKind(held: SnapshotHeader, wanted: Wanted, kind: EntryKind): string[] {
  const name = plural[kind]
  if (!held.kinds.includes(kind)) return [name]
  const lacking: string[] = []
  const [before, after] = [held.filters[kind], wanted.filters[kind]]
  if (!narrows(after, before)) {
    const isOwn = !narrows(wanted.ownFilters[kind], held.ownFilters[kind])
    lacking.push(`${name} that the filter ${isOwn ? held.ownFilters[kind] : before} left out`)
  }
  if (!narrows(before, after)) {
    for (const link of backLinks(after)) lacking.push(`${link}, which only the directory can tell`)
  }
  const names = new Set(held.attributes[kind].map((attribute) => attribute.toLowerCase()))
  const missing = wanted.attributes[kind].filter((attribute) => !names.has(attribute.toLowerCase()))
  if (missing.length > 0) lacking.push(`the attributes ${missing.join(', ')} of ${name}`)
  return lacking
}

/** Whether `after` matches nothing that `before` does not, as far as their conditions say; a blank filter has none. */
function narrows(after: string, before: string): boolean {
  const conditions = new Set(conditionsOf(after))
  return conditionsOf(before).every((condition) => conditions.has(condition))
}

function conditionsOf(filter: string): readonly string[] {
  return filter.trim() === '' ? [] : conjuncts(parseFilter(filter))
}

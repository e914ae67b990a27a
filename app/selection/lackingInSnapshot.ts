import { dnKey, isAtOrBelow } from '../model/dn.ts'
import type { EntryKind } from '../model/entry.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { backLinks } from './backLinks.ts'
import { formatFilter } from './filter/formatFilter.ts'
import { parseFilter } from './filter/parseFilter.ts'

/** What other settings would read of the directory. */
export type Wanted = Pick<SnapshotHeader, 'kinds' | 'baseDns' | 'excludeDns' | 'ownFilters' | 'attributes'>

/**
 * What a snapshot does not hold of what other settings need (DC-53), in words; empty when they can be tried on it. A
 * filter can be tried when the snapshot was made without one, with the same one, or with one that it narrows by `&`.
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
  if (!held.kinds.includes(kind)) return [`${kind}s`]
  const [before, after] = [held.ownFilters[kind], wanted.ownFilters[kind]]
  const lacking: string[] = []
  if (!narrows(after, before)) lacking.push(`${kind}s that the filter ${before} left out`)
  if (after.trim() !== '' && normal(after) !== normal(before)) {
    for (const name of backLinks(after)) lacking.push(`${name}, which only the directory can tell`)
  }
  const names = new Set(held.attributes[kind].map((name) => name.toLowerCase()))
  const missing = wanted.attributes[kind].filter((name) => !names.has(name.toLowerCase()))
  if (missing.length > 0) lacking.push(`the attributes ${missing.join(', ')} of ${kind}s`)
  return lacking
}

function narrows(after: string, before: string): boolean {
  if (before.trim() === '') return true
  if (after.trim() === '') return false
  const known = normal(before)
  if (normal(after) === known) return true
  const filter = parseFilter(after)
  return filter.kind === 'and' && filter.filters.some((part) => formatFilter(part) === known)
}

function normal(filter: string): string {
  return filter.trim() === '' ? '' : formatFilter(parseFilter(filter))
}

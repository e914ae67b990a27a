import type { Anchor } from '../../../model/anchor.ts'
import type { Location } from '../../tracking.ts'
import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import type { AttributeNamesOptions } from '../protocol/attributeNames.ts'
import type { DecodedEntry } from '../protocol/entryDecoder.ts'

/** The anchor of an entry whose anchor attributes were kept as `attributes`; undefined when it shows none. */
export function anchorOf({ anchorAttributes }: DirectoryProfile, entry: DecodedEntry): Anchor | undefined {
  for (const name of anchorAttributes) {
    const [value = ''] = entry.attributes[name.toLowerCase()] ?? []
    if (value !== '') return value.toLowerCase()
  }
  return undefined
}

/** What a decoder must keep so that `anchorOf` and `sortChanges` find it. */
export function changeNames(
  { anchorAttributes }: DirectoryProfile,
  others: readonly string[] = [],
): AttributeNamesOptions {
  return { shown: new Set([...anchorAttributes, ...others].map((name) => name.toLowerCase())) }
}

/** Entries that changed, and those of which only a tombstone is left. */
export interface SortedChanges {
  readonly changed: readonly Location[]
  readonly deleted: readonly Anchor[]
}

/**
 * Takes entries apart by `isDeleted`. One without an anchor is left out: the account may not know who it is, so it is
 * in no selection.
 */
export function sortChanges(profile: DirectoryProfile, entries: readonly DecodedEntry[]): SortedChanges {
  const changed: Location[] = []
  const deleted: Anchor[] = []
  for (const entry of entries) {
    const anchor = anchorOf(profile, entry)
    if (anchor === undefined) continue
    if (entry.attributes.isdeleted?.[0] === 'TRUE') deleted.push(anchor)
    else changed.push({ anchor, dn: entry.dn })
  }
  return { changed, deleted }
}

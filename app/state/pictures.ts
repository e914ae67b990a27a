import type { Anchor } from '../model/anchor.ts'
import type { Attributes } from '../model/entry.ts'
import type { Photo } from '../model/photo.ts'

/** By what a source recognises that a picture has not changed since it was looked at; null where it gave nothing. */
export interface PictureValidators {
  readonly uri: string | null
  readonly etag: string | null
  readonly lastModified: string | null
}

/** A user entry whose picture has to be looked at. */
export interface UnknownPicture {
  readonly anchor: Anchor
  readonly attributes: Attributes
  /** See `Entry.mark`. */
  readonly mark: string | null
  /** What is known from the last time, of the same source; null when nothing is, or the picture itself is needed. */
  readonly known: PictureValidators | null
}

/** What was found for one entry. `as-known`: the source says that it is still what is known. */
export type FoundPicture =
  | { readonly kind: 'picture'; readonly photo: Photo; readonly bytes: Uint8Array }
  | { readonly kind: 'none' | 'as-known' }
  | { readonly kind: 'refused'; readonly code: string; readonly problem: string; readonly remedy: string }

export interface LookedAt {
  readonly anchor: Anchor
  /** Null when it is not certain that the picture belongs to this state of the entry. */
  readonly mark: string | null
  readonly validators: PictureValidators
  readonly found: FoundPicture
}

/**
 * What is known when pictures are looked at: first the entries alone. When the store was asked too, whoever it does not have
 * the known picture of is looked at once more, so that the bytes are at hand.
 */
export type Knowing = 'entries' | 'entries-and-store'

/** The pictures of one run. The bytes are kept on disk, and only of those that the store does not have. */
export interface Pictures {
  /** How many there are. */
  countUnknown(knowing: Knowing): number
  /** Entries that were added and whose picture has to be looked at. */
  takeUnknown(knowing: Knowing, pageLength: number): Iterable<readonly UnknownPicture[]>
  /** Those of the given entries whose picture has to be looked at. */
  unknownAmong(knowing: Knowing, anchors: readonly Anchor[]): readonly UnknownPicture[]
  /** Everybody of the snapshot who is not in the focus, for a source whose changes the directory does not tell. */
  others(pageLength: number): Iterable<readonly UnknownPicture[]>
  /** @param as how they were taken; of the others, whoever has another picture than is known comes into the focus */
  add(looked: readonly LookedAt[], as: Knowing | 'others'): void
  /** A picture that is to be sent; null when its bytes were not kept. */
  bytes(value: string): { readonly mediaType: string; readonly bytes: Uint8Array } | null
  /** How many entries have a picture. */
  count(): number
}

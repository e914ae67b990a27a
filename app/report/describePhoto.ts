import type { Photo } from '../model/photo.ts'
import { counted } from './counted.ts'

const shownDigits = 12

/**
 * A picture in a few words: `image/jpeg, 3,412 bytes`, with its address before that where the store takes links. Of a
 * picture of which neither type nor size is known, the beginning of its hash is all that there is to say.
 */
export function describePhoto(photo: Photo): string {
  const { value, mediaType, size } = photo
  const known = [isHash(value) ? '' : value, mediaType ?? '', size === null ? '' : counted(size, 'byte')]
  const shown = known.filter((part) => part !== '').join(', ')
  return shown === '' ? describeHash(photo) : shown
}

/** Two pictures in a few words; where these are the same for both, the beginning of the hash tells them apart. */
export function describePhotos(
  before: Photo | null,
  after: Photo | null,
): readonly [before: string | null, after: string | null] {
  const shown = [before && describePhoto(before), after && describePhoto(after)] as const
  if (before === null || after === null || shown[0] !== shown[1] || before.value === after.value) return shown
  return [`${shown[0]} (${describeHash(before)})`, `${shown[1]} (${describeHash(after)})`]
}

function describeHash({ value }: Photo): string {
  const [algorithm = '', digits = ''] = value.split(':')
  return `${algorithm} ${digits.slice(0, shownDigits)}…`
}

function isHash(value: string): boolean {
  return value.startsWith('sha256:')
}

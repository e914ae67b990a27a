import type { FoundPhoto } from '../../model/resource.ts'

/** What the store shows of a picture, as text for one column. */
export function photoText(photo: FoundPhoto): string {
  return photo.kind === 'link' ? `link ${photo.href}` : photo.kind
}

export function toFoundPhoto(text: string | null): FoundPhoto {
  if (text?.startsWith('link ')) return { kind: 'link', href: text.slice('link '.length) }
  return { kind: text === 'absent' || text === 'present' ? text : 'unknown' }
}

import type { FoundPhoto } from '../../../model/resource.ts'
import type { PhotoWrite } from '../../target.ts'
import { type JsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import { hasType } from './readValue.ts'

/** How pictures go to a store. */
export type PictureForm = 'bytes' | 'links' | 'none'

/** The picture among a user's photos, which can hold thumbnails too; null without one. */
export function photoItem(user: JsonObject): JsonObject | null {
  return jsonObjects(user.photos).find(isPhoto) ?? null
}

/** Photos of other types, which are never touched. */
export function otherPhotos(user: JsonObject): readonly JsonObject[] {
  return jsonObjects(user.photos).filter((item) => !isPhoto(item))
}

function isPhoto(item: JsonObject): boolean {
  return jsonText(item.type) === null || hasType(item, 'photo')
}

export function readPhoto(user: JsonObject, pictures: PictureForm): FoundPhoto {
  if (pictures === 'none') return { kind: 'unknown' }
  const item = photoItem(user)
  if (item === null) return { kind: 'absent' }
  const href = jsonText(item.value)
  return pictures === 'links' && href !== null && !isDataUri(href) ? { kind: 'link', href } : { kind: 'present' }
}

/** The value of a picture in the store's JSON: a data URI (RFC 2397), or the link itself. */
export function photoValue(photo: PhotoWrite): string {
  return photo.kind === 'link'
    ? photo.href
    : `data:${photo.mediaType};base64,${Buffer.from(photo.bytes).toString('base64')}`
}

/**
 * Whether the user, as the store shows it, has the picture, or none for null. Bytes are compared as such, whatever the
 * spelling of their data URI; a store that keeps them somewhere else shows a link of its own, which counts too.
 */
export function showsPhoto(user: JsonObject, photo: PhotoWrite | null): boolean {
  const item = photoItem(user)
  if (photo === null) return item === null
  const value = jsonText(item?.value)
  if (value === null) return false
  if (photo.kind === 'link') return value === photo.href || sameAddress(value, photo.href)
  return !isDataUri(value) || Buffer.from(photo.bytes).equals(bytesOf(value))
}

function isDataUri(value: string): boolean {
  return /^data:/i.test(value)
}

function bytesOf(dataUri: string): Buffer {
  const comma = dataUri.indexOf(',')
  const data = dataUri.slice(comma + 1)
  if (/;base64$/i.test(dataUri.slice(0, Math.max(comma, 0)))) return Buffer.from(data, 'base64')
  return /%(?![0-9a-f]{2})/i.test(data) ? Buffer.from(data) : Buffer.from(decodeURIComponent(data))
}

function sameAddress(left: string, right: string): boolean {
  return URL.canParse(left) && URL.canParse(right) && new URL(left).href === new URL(right).href
}

import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'

/** The key that stands where `value` was; no client can set it, as no schema knows it. */
const referenceKey = '$picture'

/** Pictures by the hash that refers to them; data URIs (RFC 2397). */
export type Pictures = ReadonlyMap<string, string>

function isDataUri(value: unknown): value is string {
  return typeof value === 'string' && /^data:/i.test(value)
}

function rename(item: JsonObject, from: string, to: string, value: JsonValue | undefined): JsonObject {
  const entries = Object.entries(item).map(([key, old]) => (key === from ? [to, value] : [key, old]))
  return Object.fromEntries(entries.filter(([, kept]) => kept !== undefined))
}

/** The pictures among a user's photos that are bytes, not links. */
export function dataUrisOf({ photos }: JsonObject): readonly string[] {
  const items = Array.isArray(photos) ? photos.filter(isJsonObject) : []
  return items.map(({ value }) => value).filter(isDataUri)
}

/**
 * A resource without the bytes of its pictures: each data URI in `photos[].value` became a short reference, and
 * `photos` the last key, where `splitPhotos` finds it. Other resources come back as they were.
 */
export function detachPictures(resource: JsonObject): { readonly resource: JsonObject; readonly pictures: Pictures } {
  const pictures = new Map<string, string>()
  const { photos, ...rest } = resource
  if (!Array.isArray(photos)) return { resource, pictures }
  const items = photos.map((item) => {
    if (!isJsonObject(item) || !isDataUri(item.value)) return item
    const hash = createHash('sha256').update(item.value).digest('hex')
    pictures.set(hash, item.value)
    return rename(item, 'value', referenceKey, hash)
  })
  return { resource: { ...rest, photos: items }, pictures }
}

/** Photos as clients know them; `find` gives the data URI of a hash, undefined leaves the value out. */
export function attachPictures(
  photos: JsonValue | undefined,
  find: (hash: string) => string | undefined,
): JsonValue | undefined {
  if (!Array.isArray(photos)) return photos
  return photos.map((item) => {
    const hash = isJsonObject(item) ? item[referenceKey] : undefined
    return isJsonObject(item) && typeof hash === 'string' ? rename(item, referenceKey, 'value', find(hash)) : item
  })
}

import { assertNever } from '../../../model/assertNever.ts'
import type { JsonObject } from '../json.ts'
import type { PictureTaking } from '../profile/profile.ts'
import { ScimError } from '../scimError.ts'
import { dataUrisOf } from './pictureItems.ts'

/**
 * The resource to keep, as far as pictures go; `before` is what was kept, with its pictures as data URIs. Bytes that
 * were kept already are never refused. A store that ignores bytes leaves all of `photos` as it was when some come.
 * Throws ScimError 400 invalidValue where only links are taken.
 */
export function takePictures(taking: PictureTaking, resource: JsonObject, before: JsonObject): JsonObject {
  const known = new Set(dataUrisOf(before))
  const isNew = dataUrisOf(resource).some((value) => !known.has(value))
  if (!isNew) return resource
  switch (taking) {
    case 'bytes':
      return resource
    case 'links':
      throw new ScimError(400, 'photos.value must be a link; this store takes no data URIs.', 'invalidValue')
    case 'ignored': {
      const { photos: _, ...rest } = resource
      return before.photos === undefined ? rest : { ...rest, photos: before.photos }
    }
    default:
      return assertNever(taking)
  }
}

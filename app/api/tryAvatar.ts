import type { PictureSource } from '../avatar/pictureSource.ts'
import type { SyncParts } from '../stages/syncParts.ts'
import { type AvatarTrial, avatarTrial } from './avatarTrial.ts'
import { findUser } from './findUser.ts'

/**
 * The picture of a real user, and where it was found (DC-71).
 *
 * @throws ConnectorError as `findUser`, and for every reason not to take the picture (see `PictureProblemCode`)
 */
export async function tryAvatar(
  parts: Pick<SyncParts, 'settings' | 'source'>,
  pictures: PictureSource,
  who: string,
): Promise<AvatarTrial> {
  const { dn, attributes } = await findUser(parts, who, pictures.attributes, 'avatar')
  return avatarTrial(await pictures.picture(attributes), dn)
}

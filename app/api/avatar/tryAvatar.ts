import type { PictureSource } from '../../avatar/pictureSource.ts'
import { findUser, type LookingPlace } from '../explain/findUser.ts'
import { type AvatarTrial, avatarTrial } from './avatarTrial.ts'

/**
 * The picture of a real user, and where it was found (DC-71).
 *
 * @throws ConnectorError as `findUser`, and for every reason not to take the picture (see `PictureProblemCode`)
 */
export async function tryAvatar(where: LookingPlace, pictures: PictureSource, who: string): Promise<AvatarTrial> {
  const { dn, attributes } = await findUser(where, who, pictures.attributes, 'avatar')
  return avatarTrial(await pictures.picture(attributes), dn)
}

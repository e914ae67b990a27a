import type { Picture } from '../../avatar/picture/picture.ts'
import { pictureError } from '../../avatar/pictureProblem.ts'
import type { PictureOrigin, PictureOutcome } from '../../avatar/pictureSource.ts'

/** The picture of one person, with the way to it (DC-71); everything in it can be sent over the API. */
export interface AvatarTrial {
  /** Null for a sample value, which is nobody's. */
  readonly dn: string | null
  readonly origin: PictureOrigin
  readonly picture: Omit<Picture, 'bytes'> & { readonly size: number }
  /** The bytes, as base64. */
  readonly content: string
}

/** What became of a picture, for whoever asked for this one. Throws ConnectorError for every reason not to take it. */
export function avatarTrial(outcome: PictureOutcome, dn: string | null): AvatarTrial {
  if (outcome.kind === 'not-modified') throw new Error('A server called a picture unchanged that nobody had before.')
  if (outcome.kind === 'refused') {
    const { place } = outcome.problem
    throw pictureError(outcome.problem, dn === null ? place : `${place} (${dn})`)
  }
  const { bytes, ...picture } = outcome.picture
  return { dn, origin: outcome.origin, picture: { ...picture, size: bytes.length }, content: bytes.toString('base64') }
}

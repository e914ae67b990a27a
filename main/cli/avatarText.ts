import type { AvatarTrial } from '../../app/api/avatar/avatarTrial.ts'
import { countBytes } from '../../app/avatar/pictureLimit.ts'

/** What `avatar test` found, in lines. */
export function avatarText({ dn, origin, picture }: AvatarTrial, savedAs: string | undefined): readonly string[] {
  const { type, width, height, size, sha256 } = picture
  const lines = dn === null ? [] : [`User: ${dn}`]
  if (origin.kind === 'attribute') lines.push(`Attribute: ${origin.attribute}`)
  else {
    lines.push(`Address: ${origin.uri}`)
    if (origin.finalUri !== origin.uri) lines.push(`Redirected to: ${origin.finalUri}`)
  }
  lines.push(`Picture: ${type}, ${width} × ${height} pixels, ${countBytes(size)}`, `SHA-256: ${sha256}`)
  if (savedAs !== undefined) lines.push(`The picture is in ${savedAs}.`)
  return lines
}

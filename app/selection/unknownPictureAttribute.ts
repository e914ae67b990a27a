import type { Finding } from '../model/finding.ts'
import type { Settings } from '../settings/schema.ts'

/**
 * A warning when the directory's schema does not know the attribute in which pictures are to be found.
 * @param known lower-case names; null when the schema could not be read
 */
export function unknownPictureAttribute(
  { avatar }: Pick<Settings, 'avatar'>,
  known: ReadonlySet<string> | null,
): readonly Finding[] {
  if (!avatar?.enabled || avatar.source !== 'attribute' || known === null) return []
  if (known.has(avatar.attribute.toLowerCase())) return []
  return [
    {
      level: 'warning',
      side: 'settings',
      subject: 'avatar.attribute',
      message: `The directory does not know the attribute ${avatar.attribute}: nobody has a picture in it.`,
      remedy: 'Correct the name of the attribute; usual ones are thumbnailPhoto, jpegPhoto and photo.',
    },
  ]
}

import type { ScimConnectionSettings } from './connectionSettings.ts'
import type { PictureForm } from './profile/photo.ts'
import type { Profile, StoreFeatures } from './profile/profile.ts'

/** How pictures are sent: as the settings say, else as the profile does; not at all without a place for them. */
export function pictureForm(
  settings: Pick<ScimConnectionSettings, 'pictures'>,
  profile: Pick<Profile, 'pictures'>,
  features: Pick<StoreFeatures, 'photos'>,
): PictureForm {
  return features.photos === 'not-kept' ? 'none' : (settings.pictures ?? profile.pictures)
}

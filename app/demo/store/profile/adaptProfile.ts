import type { PictureTaking, StoreProfile } from './profile.ts'

export interface ProfileChoices {
  /**
   * `absent` leaves contacts out of everything: the SCIM type of the generic profile, the interface of webex. What is
   * stored of them stays. Served by default.
   */
  readonly contacts?: 'served' | 'absent'
  /**
   * What becomes of pictures that come as data URIs in `photos.value`: `bytes` keeps them (as generic does by default),
   * `links` refuses them with 400 invalidValue (as webex does), `ignored` answers well and does not keep them.
   */
  readonly pictures?: PictureTaking
}

/** The profile as the store's owner wants it. */
export function adaptProfile(profile: StoreProfile, { contacts, pictures }: ProfileChoices): StoreProfile {
  const chosen = { ...profile, pictures: pictures ?? profile.pictures }
  if (contacts !== 'absent') return chosen
  const { Contact: _, ...types } = profile.types
  return { ...chosen, types, organizationContacts: 'absent' }
}

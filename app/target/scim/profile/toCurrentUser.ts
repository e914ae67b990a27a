import type { CurrentUser } from '../../../model/resource.ts'
import { type JsonObject, jsonObject, jsonText } from '../jsonObject.ts'
import { type PictureForm, readPhoto } from './photo.ts'
import type { Profile, StoreFeatures } from './profile.ts'
import { readEmails, readValues } from './readValues.ts'

/** A SCIM user in canonical form. A user without `active` counts as active (RFC 7643 leaves its default open). */
export function toCurrentUser(
  profile: Profile,
  store: { readonly versions: StoreFeatures['versions']; readonly pictures: PictureForm },
  user: JsonObject,
): CurrentUser {
  return {
    kind: 'user',
    id: jsonText(user.id) ?? '',
    version: versionOf(store.versions, user),
    active: user.active !== false,
    administrator: holdsAdministratorRole(profile, user.roles),
    values: readValues(profile, user),
    emails: readEmails(user),
    photo: readPhoto(user, store.pictures),
  }
}

/** The version to insist on in a later write; null where the store has none. */
export function versionOf(versions: StoreFeatures['versions'], resource: JsonObject): string | null {
  return versions === 'etag' ? jsonText(jsonObject(resource.meta)?.version) : null
}

function holdsAdministratorRole(profile: Profile, roles: unknown): boolean {
  if (!Array.isArray(roles)) return false
  return roles.some((role) => {
    const names = typeof role === 'string' ? [role] : [role?.value, role?.type, role?.display]
    return names.some(
      (name) => typeof name === 'string' && profile.administratorRoles.some((pattern) => pattern.test(name)),
    )
  })
}

import type { CurrentUser, ValueAttribute } from '../../../model/resource.ts'
import { type JsonObject, jsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Profile, StoreFeatures } from './profile.ts'
import { readValue } from './readValue.ts'

/** A SCIM user in canonical form. A user without `active` counts as active (RFC 7643 leaves its default open). */
export function toCurrentUser(profile: Profile, versions: StoreFeatures['versions'], user: JsonObject): CurrentUser {
  const values: Partial<Record<ValueAttribute, string>> = {}
  for (const [attribute, place] of profile.places) {
    const value = readValue(place, user)
    if (value !== null) values[attribute] = value
  }
  const emails: string[] = []
  for (const email of jsonObjects(user.emails)) {
    const value = jsonText(email.value)
    if (value !== null) emails.push(value)
  }
  return {
    kind: 'user',
    id: jsonText(user.id) ?? '',
    version: versions === 'etag' ? jsonText(jsonObject(user.meta)?.version) : null,
    active: user.active !== false,
    administrator: holdsAdministratorRole(profile, user.roles),
    values,
    emails,
  }
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

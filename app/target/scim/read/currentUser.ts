import type { CurrentUser } from '../../../model/resource.ts'
import type { JsonObject } from '../jsonObject.ts'
import { toCurrentUser } from '../profile/toCurrentUser.ts'
import type { Store } from '../store.ts'

/** A user as the store shows it, in canonical form. */
export function currentUser({ profile, features, pictures }: Store, user: JsonObject): CurrentUser {
  return toCurrentUser(profile, { versions: features.versions, pictures }, user)
}

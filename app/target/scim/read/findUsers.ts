import type { CurrentUser } from '../../../model/resource.ts'
import { toCurrentUser } from '../profile/toCurrentUser.ts'
import type { Store } from '../store.ts'
import { findResources } from './findResources.ts'
import { addressesOf } from './lookUp.ts'

/** Every user who has one of the uids as userName or as one of the e-mail addresses (see `findResources`). */
export async function* findUsers(store: Store, uids: readonly string[]): AsyncGenerator<readonly CurrentUser[]> {
  const { profile, features } = store
  const search = {
    path: '/Users' as const,
    pageSize: store.pageSize,
    attributes: profile.lookUps,
    textsOf: addressesOf,
  }
  for await (const users of findResources(store, search, uids)) {
    yield users.map((user) => toCurrentUser(profile, features.versions, user))
  }
}

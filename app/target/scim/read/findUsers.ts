import type { CurrentUser } from '../../../model/resource.ts'
import type { Store } from '../store.ts'
import { currentUser } from './currentUser.ts'
import { findResources } from './findResources.ts'
import { addressesOf } from './lookUp.ts'

/** Every user who has one of the uids as userName or as one of the e-mail addresses (see `findResources`). */
export async function* findUsers(store: Store, uids: readonly string[]): AsyncGenerator<readonly CurrentUser[]> {
  const search = {
    path: '/Users',
    pageSize: store.pageSize,
    attributes: store.profile.lookUps,
    textsOf: addressesOf,
  }
  for await (const users of findResources(store, search, uids)) {
    yield users.map((user) => currentUser(store, user))
  }
}

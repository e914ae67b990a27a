import type { CurrentUser } from '../../../model/resource.ts'
import { toCurrentUser } from '../profile/toCurrentUser.ts'
import type { Store } from '../store.ts'
import { listPages } from './listPages.ts'

/** All users in canonical form, page by page, each once (see `listPages`). */
export async function* readUsers(store: Store): AsyncGenerator<readonly CurrentUser[]> {
  const { profile, features } = store
  const list = { path: '/Users', pageSize: store.pageSize, paging: features.paging }
  for await (const page of listPages(store.client, list)) {
    yield page.map((user) => toCurrentUser(profile, features.versions, user))
  }
}

import type { CurrentUser } from '../../../model/resource.ts'
import type { Store } from '../store.ts'
import { currentUser } from './currentUser.ts'
import { listPages } from './listPages.ts'

/** All users in canonical form, page by page, each once (see `listPages`). */
export async function* readUsers(store: Store): AsyncGenerator<readonly CurrentUser[]> {
  const list = { path: '/Users', pageSize: store.pageSize, paging: store.features.paging }
  for await (const page of listPages(store, list)) {
    yield page.map((user) => currentUser(store, user))
  }
}

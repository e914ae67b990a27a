import type { JsonObject } from '../jsonObject.ts'
import type { FetchPage } from './fetchList.ts'

/** The pages of a list by cursor (RFC 9865); the next one is fetched while one is worked on. */
export async function* walkByCursor(fetchPage: FetchPage, pageSize: number): AsyncGenerator<readonly JsonObject[]> {
  let pending = fetchPage({ kind: 'cursor', cursor: null }, pageSize)
  for (;;) {
    const page = await pending
    if (page.nextCursor !== null) {
      pending = fetchPage({ kind: 'cursor', cursor: page.nextCursor }, pageSize)
      // Awaited in the next turn; a failure must not count as unhandled while this page is worked on.
      pending.catch(() => {})
    }
    if (page.resources.length > 0) yield page.resources
    if (page.nextCursor === null) return
  }
}

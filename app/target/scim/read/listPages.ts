import { ConnectorError } from '../../../model/error.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import type { StoreFeatures } from '../profile/profile.ts'
import type { Store } from '../store.ts'
import { type FetchPage, fetchList } from './fetchList.ts'
import { IdSet } from './idSet.ts'
import { walkByCursor } from './walkByCursor.ts'
import { walkByIndex } from './walkByIndex.ts'

export interface ListRequest {
  /** `/Users`, without a query. */
  readonly path: string
  readonly pageSize: number
  readonly paging: StoreFeatures['paging']
}

const walksAtMost = 3

/** All resources of a SCIM list, each once (see `walkPages`). */
export function listPages(store: Store, list: ListRequest): AsyncGenerator<readonly JsonObject[]> {
  const fetchPage: FetchPage = (start, count) => fetchList(store, list.path, start, count)
  return walkPages(fetchPage, list, store.client.place)
}

/**
 * All resources of a list, each once, while the next page is being fetched. A list by index is no snapshot: when it
 * moved during the walk (see `walkByIndex`), or the number of different ids is not the total that the store names, it
 * is walked again and only new ids are yielded. Cursors move over a list that the store keeps stable, so they need
 * neither a second walk nor a memory of ids.
 *
 * Throws ConnectorError `unstable-list` after three walks that did not fit.
 */
export async function* walkPages(
  fetchPage: FetchPage,
  list: ListRequest,
  place: string,
): AsyncGenerator<readonly JsonObject[]> {
  if (list.paging === 'cursor') {
    yield* walkByCursor(fetchPage, list.pageSize)
    return
  }
  let seen: IdSet | null = null
  let trouble = ''
  for (let number = 1; number <= walksAtMost; number++) {
    const walked = new IdSet()
    let order: 'kept' | 'moved' = 'kept'
    let totalResults: number | null = null
    for await (const page of walkByIndex(fetchPage, list.pageSize)) {
      order = page.order
      totalResults = page.totalResults
      const fresh = page.resources.filter((resource) => {
        const id = jsonText(resource.id) ?? ''
        const isNew = walked.add(id) === 'new'
        return isNew && (seen === null || seen.add(id) === 'new')
      })
      if (fresh.length > 0) yield fresh
    }
    const fits = totalResults === null || walked.size === totalResults
    if (order === 'kept' && fits) return
    trouble =
      order === 'moved' ? 'resources moved between two pages' : `${walked.size} different ids of ${totalResults}`
    seen ??= walked
  }
  throw new ConnectorError({
    side: 'store',
    code: 'unstable-list',
    message: `The list at ${list.path} changed each of the ${walksAtMost} times it was read: ${trouble}.`,
    remedy: 'Try again when nothing else writes to the store.',
    place,
  })
}

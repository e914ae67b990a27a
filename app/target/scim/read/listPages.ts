import { ConnectorError } from '../../../model/error.ts'
import { getJson } from '../http/getJson.ts'
import type { ScimClient } from '../http/scimClient.ts'
import { type JsonObject, jsonNumber, jsonObjects, jsonText } from '../jsonObject.ts'
import type { StoreFeatures } from '../profile/profile.ts'
import { IdSet } from './idSet.ts'

export interface ListRequest {
  /** `/Users` or `/Groups`, without a query. */
  readonly path: string
  readonly pageSize: number
  readonly paging: StoreFeatures['paging']
}

interface Page {
  readonly resources: readonly JsonObject[]
  /** Null when the store does not say. */
  readonly totalResults: number | null
  /** The query of the next page; null after the last one. */
  readonly next: string | null
}

const walksAtMost = 3

/**
 * All resources of a list, each once, while the next page is being fetched. The list is no snapshot: when the number
 * of different ids is not the total that the store names, it is walked again and only new ids are yielded. Cursors
 * move over a list that the store keeps stable, so they need neither a second walk nor a memory of ids.
 *
 * Throws ConnectorError `unstable-list` after three walks that did not fit.
 */
export async function* listPages(client: ScimClient, list: ListRequest): AsyncGenerator<readonly JsonObject[]> {
  if (list.paging === 'cursor') {
    for await (const page of walk(client, list, `cursor&count=${list.pageSize}`)) yield page.resources
    return
  }
  let seen: IdSet | null = null
  let lastWords = ''
  for (let number = 1; number <= walksAtMost; number++) {
    const walked = new IdSet()
    let totalResults: number | null = null
    for await (const page of walk(client, list, `startIndex=1&count=${list.pageSize}`)) {
      totalResults = page.totalResults
      const fresh = page.resources.filter((resource) => {
        const id = jsonText(resource.id) ?? ''
        const isNew = walked.add(id) === 'new'
        return isNew && (seen === null || seen.add(id) === 'new')
      })
      if (fresh.length > 0) yield fresh
    }
    if (totalResults === null || walked.size === totalResults) return
    lastWords = `${walked.size} different ids of ${totalResults}`
    seen ??= walked
  }
  throw new ConnectorError({
    side: 'store',
    code: 'unstable-list',
    message: `The list at ${list.path} changed each of the ${walksAtMost} times it was read: ${lastWords}.`,
    remedy: 'Try again when nothing else writes to the store.',
    place: client.place,
  })
}

async function* walk(client: ScimClient, list: ListRequest, firstQuery: string): AsyncGenerator<Page> {
  let pending = fetchPage(client, list, firstQuery, 0)
  let before = 0
  for (;;) {
    const page = await pending
    before += page.resources.length
    if (page.next !== null) {
      pending = fetchPage(client, list, page.next, before)
      // Awaited in the next turn; a failure must not count as unhandled while this page is worked on.
      pending.catch(() => {})
    }
    yield page
    if (page.next === null) return
  }
}

/** `before`: how many resources came on earlier pages; the next page begins after what came, not after what was asked. */
async function fetchPage(client: ScimClient, list: ListRequest, query: string, before: number): Promise<Page> {
  const answer = await getJson(client, `${list.path}?${query}`)
  const resources = jsonObjects(answer.Resources)
  const totalResults = jsonNumber(answer.totalResults)
  if (!Array.isArray(answer.Resources) && totalResults === null) {
    throw new ConnectorError({
      side: 'store',
      code: 'not-scim',
      message: `GET ${list.path} was answered with JSON that is no SCIM list: it has neither Resources nor totalResults.`,
      remedy: 'Check the address of the store: it must be the base of the SCIM service.',
      place: client.place,
    })
  }
  if (list.paging === 'cursor') {
    const cursor = jsonText(answer.nextCursor)
    const next = cursor === null ? null : `cursor=${encodeURIComponent(cursor)}&count=${list.pageSize}`
    return { resources, totalResults, next }
  }
  const came = before + resources.length
  const isEnd = resources.length === 0 || (totalResults !== null && came >= totalResults)
  return { resources, totalResults, next: isEnd ? null : `startIndex=${came + 1}&count=${list.pageSize}` }
}

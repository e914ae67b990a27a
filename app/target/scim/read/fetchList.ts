import { ConnectorError } from '../../../model/error.ts'
import { jsonOf } from '../http/getJson.ts'
import { type JsonObject, jsonNumber, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { get } from './get.ts'

/** One answer of a list end point (RFC 7644 section 3.4.2, RFC 9865). */
export interface ListAnswer {
  readonly resources: readonly JsonObject[]
  /** Null when the store does not say. */
  readonly totalResults: number | null
  readonly nextCursor: string | null
}

/** Where a page begins: at an index from 1, or at a cursor, which is null for the first page. */
export type PageStart =
  | { readonly kind: 'index'; readonly startIndex: number }
  | { readonly kind: 'cursor'; readonly cursor: string | null }

/** Fetches up to `count` resources. */
export type FetchPage = (start: PageStart, count: number) => Promise<ListAnswer>

/** Throws ConnectorError `not-scim` for JSON that is no list, else as `getJson`. */
export async function fetchList(store: Store, path: string, start: PageStart, count: number): Promise<ListAnswer> {
  const answer = jsonOf(await get(store, `${path}?${startQuery(start)}&count=${count}`), path, store.client.place)
  const totalResults = jsonNumber(answer.totalResults)
  if (!Array.isArray(answer.Resources) && totalResults === null) {
    throw new ConnectorError({
      side: 'store',
      code: 'not-scim',
      message: `GET ${path} was answered with JSON that is no SCIM list: it has neither Resources nor totalResults.`,
      remedy: 'Check the address of the store: it must be the base of the SCIM service.',
      place: store.client.place,
    })
  }
  return { resources: jsonObjects(answer.Resources), totalResults, nextCursor: jsonText(answer.nextCursor) }
}

function startQuery(start: PageStart): string {
  if (start.kind === 'index') return `startIndex=${start.startIndex}`
  return start.cursor === null ? 'cursor' : `cursor=${encodeURIComponent(start.cursor)}`
}

import { ConnectorError } from '../../../model/error.ts'
import { getJson } from '../http/getJson.ts'
import type { ScimClient } from '../http/scimClient.ts'
import { type JsonObject, jsonNumber, jsonObjects, jsonText } from '../jsonObject.ts'

/** One answer of a list end point (RFC 7644 section 3.4.2, RFC 9865). */
export interface ListAnswer {
  readonly resources: readonly JsonObject[]
  /** Null when the store does not say. */
  readonly totalResults: number | null
  readonly nextCursor: string | null
}

export type FetchPage = (query: string) => Promise<ListAnswer>

/** Throws ConnectorError `not-scim` for JSON that is no list, else as `getJson`. */
export async function fetchList(client: ScimClient, path: string, query: string): Promise<ListAnswer> {
  const answer = await getJson(client, `${path}?${query}`)
  const totalResults = jsonNumber(answer.totalResults)
  if (!Array.isArray(answer.Resources) && totalResults === null) {
    throw new ConnectorError({
      side: 'store',
      code: 'not-scim',
      message: `GET ${path} was answered with JSON that is no SCIM list: it has neither Resources nor totalResults.`,
      remedy: 'Check the address of the store: it must be the base of the SCIM service.',
      place: client.place,
    })
  }
  return { resources: jsonObjects(answer.Resources), totalResults, nextCursor: jsonText(answer.nextCursor) }
}

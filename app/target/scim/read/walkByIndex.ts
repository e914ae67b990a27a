import { type JsonObject, jsonText } from '../jsonObject.ts'
import type { FetchPage } from './fetchList.ts'

export interface IndexPage {
  readonly resources: readonly JsonObject[]
  readonly totalResults: number | null
  /** `moved`: something before this page went or came meanwhile; the walk ends here. */
  readonly order: 'kept' | 'moved'
}

/** Where the walk stands: how many resources came, and the last of them, by which the next page is checked. */
interface Position {
  readonly came: number
  readonly lastId: string | null
}

/**
 * The pages of a list by index, once; the next one is fetched while one is worked on. Indexes begin at 1 and go on
 * after what came, not after what was asked for; the end is at totalResults or an empty page.
 *
 * A resource that is deleted behind the walk shifts all others, and one is missed without a trace in the counts.
 * So each page asks for the last resource of the page before once more: when another one is there, the list moved.
 */
export async function* walkByIndex(fetchPage: FetchPage, pageSize: number): AsyncGenerator<IndexPage> {
  let canOverlap = pageSize > 1

  async function fetchAt({ came, lastId }: Position): Promise<IndexPage> {
    const isChecked = canOverlap && lastId !== null
    const answer = await fetchPage({ kind: 'index', startIndex: isChecked ? came : came + 1 }, pageSize)
    const { resources, totalResults } = answer
    if (!isChecked) return { resources, totalResults, order: 'kept' }
    if (jsonText(resources[0]?.id) !== lastId) return { resources, totalResults, order: 'moved' }
    if (resources.length > 1) return { resources: resources.slice(1), totalResults, order: 'kept' }
    // A store that gives one resource at a time leaves no room for the check.
    canOverlap = false
    return fetchAt({ came, lastId })
  }

  let position: Position = { came: 0, lastId: null }
  let pending = fetchAt(position)
  for (;;) {
    const page = await pending
    position = { came: position.came + page.resources.length, lastId: jsonText(page.resources.at(-1)?.id) }
    const isAtTotal = page.totalResults !== null && position.came >= page.totalResults
    const isLast = page.order === 'moved' || page.resources.length === 0 || isAtTotal
    if (!isLast) {
      pending = fetchAt(position)
      // Awaited in the next turn; a failure must not count as unhandled while this page is worked on.
      pending.catch(() => {})
    }
    yield page
    if (isLast) return
  }
}

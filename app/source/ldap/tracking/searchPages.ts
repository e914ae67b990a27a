import type { AskedServer } from '../askedServer.ts'
import type { EntryDecoder } from '../protocol/entryDecoder.ts'
import { resultCode } from '../protocol/resultCode.ts'
import { type SearchAnswer, type SearchParameters, search } from '../protocol/search.ts'
import { pageOf } from '../reading/pageOf.ts'

/** One search, page by page; the last answer is the first whose result is not success, or that has no next page. */
export async function* searchPages(
  { connection, profile, pageSize }: AskedServer,
  parameters: SearchParameters,
  decoder: EntryDecoder,
): AsyncGenerator<SearchAnswer, void, void> {
  let cookie: Buffer | null = null
  do {
    const answer: SearchAnswer = await search(
      connection,
      { ...parameters, ...pageOf(profile, pageSize, cookie) },
      decoder,
    )
    yield answer
    cookie = answer.result.code === resultCode.success ? answer.result.cookie : null
  } while (cookie !== null)
}

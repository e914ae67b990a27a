import { answerError } from '../http/answerError.ts'
import { jsonLiteral } from '../jsonLiteral.ts'
import { type JsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'

/** Keeps the address of a request well under the 8 KB that servers take. */
const idsPerRequest = 50

/**
 * Users by id, many with one request. Ids that are not in the answer have to be read alone: the store may put fewer
 * on a page. `cannot-filter` when it does not take such a filter.
 */
export async function readByIds(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JsonObject> | 'cannot-filter'> {
  const { client, experience } = store
  const key = '/Users id or id'
  const found = new Map<string, JsonObject>()
  for (let start = 0; start < ids.length; start += idsPerRequest) {
    if (experience.refusedFilters.has(key)) return 'cannot-filter'
    const part = ids.slice(start, start + idsPerRequest)
    const filter = encodeURIComponent(part.map((id) => `id eq ${jsonLiteral(id)}`).join(' or '))
    const answer = await client.send({
      method: 'GET',
      path: `/Users?filter=${filter}&startIndex=1&count=${part.length}`,
    })
    if (answer.kind === 'answer' && [400, 403, 414, 501].includes(answer.status)) {
      experience.refusedFilters.add(key)
      return 'cannot-filter'
    }
    if (answer.kind === 'lost' || answer.status !== 200) throw answerError(answer, 'GET /Users', client.place)
    const asked = new Set(part)
    for (const user of jsonObjects(answer.body?.Resources)) {
      const id = jsonText(user.id)
      if (id !== null && asked.has(id)) found.set(id, user)
    }
  }
  return found
}

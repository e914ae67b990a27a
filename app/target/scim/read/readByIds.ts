import { answerError } from '../http/answerError.ts'
import { jsonLiteral } from '../jsonLiteral.ts'
import { type JsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { get } from './get.ts'

/** Keeps the address of a request well under the 8 KB that servers take. */
const idsPerRequest = 50

/**
 * Resources of an end point by id, many with one request. Ids that are not in the answer have to be read alone: the store may put fewer
 * on a page. `cannot-filter` when it does not take such a filter.
 */
export async function readByIds(
  store: Store,
  path: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JsonObject> | 'cannot-filter'> {
  const { client, experience } = store
  const key = `${path} id or id`
  const found = new Map<string, JsonObject>()
  for (let start = 0; start < ids.length; start += idsPerRequest) {
    if (experience.refusedFilters.has(key)) return 'cannot-filter'
    const part = ids.slice(start, start + idsPerRequest)
    const filter = encodeURIComponent(part.map((id) => `id eq ${jsonLiteral(id)}`).join(' or '))
    const answer = await get(store, `${path}?filter=${filter}&startIndex=1&count=${part.length}`)
    if (answer.kind === 'answer' && [400, 403, 414, 501].includes(answer.status)) {
      experience.refusedFilters.add(key)
      return 'cannot-filter'
    }
    if (answer.kind === 'lost' || answer.status !== 200) throw answerError(answer, `GET ${path}`, client.place)
    const asked = new Set(part)
    for (const resource of jsonObjects(answer.body?.Resources)) {
      const id = jsonText(resource.id)
      if (id !== null && asked.has(id)) found.set(id, resource)
    }
  }
  return found
}

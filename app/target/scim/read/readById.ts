import { answerError } from '../http/answerError.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Store } from '../store.ts'

/** One resource by id as the store shows it; null when it is not there. */
export async function readById(store: Store, path: '/Users' | '/Groups', id: string): Promise<JsonObject | null> {
  const answer = await store.client.send({ method: 'GET', path: `${path}/${encodeURIComponent(id)}` })
  if (answer.kind === 'answer' && answer.status === 200) return answer.body
  if (answer.kind === 'answer' && answer.status === 404) return null
  throw answerError(answer, `GET ${path}/{id}`, store.client.place)
}

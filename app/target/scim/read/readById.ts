import type { Answer, LostAnswer } from '../http/answer.ts'
import { answerError } from '../http/answerError.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Store } from '../store.ts'
import { get } from './get.ts'

/** One resource of an end point by id as the store shows it; null when it is not there. */
export async function readById(store: Store, path: string, id: string): Promise<JsonObject | null> {
  return resourceOf(store, path, await get(store, `${path}/${encodeURIComponent(id)}`))
}

/** One user by id, with the bytes of the picture. */
export async function readWithPicture(store: Store, id: string): Promise<JsonObject | null> {
  const path = `/Users/${encodeURIComponent(id)}`
  return resourceOf(store, '/Users', await store.client.send({ method: 'GET', path }))
}

function resourceOf(store: Store, path: string, answer: Answer | LostAnswer): JsonObject | null {
  if (answer.kind === 'answer' && answer.status === 200) return answer.body
  if (answer.kind === 'answer' && answer.status === 404) return null
  throw answerError(answer, `GET ${path}/{id}`, store.client.place)
}

import { ConnectorError } from '../../../model/error.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Answer, LostAnswer } from './answer.ts'
import { answerError } from './answerError.ts'
import type { ScimClient } from './scimClient.ts'

/** Reads a JSON object; throws ConnectorError for every other answer (see `answerError`). */
export async function getJson(client: ScimClient, path: string): Promise<JsonObject> {
  return jsonOf(await client.send({ method: 'GET', path }), path, client.place)
}

/** The JSON object of an answer to GET `path`; throws ConnectorError for every other answer (see `answerError`). */
export function jsonOf(answer: Answer | LostAnswer, path: string, place: string): JsonObject {
  const what = `GET ${path.replace(/\?.*/, '')}`
  if (answer.kind === 'lost' || answer.status !== 200) throw answerError(answer, what, place)
  if (answer.body === null) {
    throw new ConnectorError({
      side: 'store',
      code: 'not-scim',
      message: `${what} was answered without a JSON object.`,
      remedy: 'Check the address of the store: it must be the base of the SCIM service.',
      place,
    })
  }
  return answer.body
}

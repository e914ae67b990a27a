import { ConnectorError } from '../../../model/error.ts'
import type { JsonObject } from '../jsonObject.ts'
import { answerError } from './answerError.ts'
import type { ScimClient } from './scimClient.ts'

/** Reads a JSON object; throws ConnectorError for every other answer (see `answerError`). */
export async function getJson(client: ScimClient, path: string): Promise<JsonObject> {
  const what = `GET ${path.replace(/\?.*/, '')}`
  const answer = await client.send({ method: 'GET', path })
  if (answer.kind === 'lost' || answer.status !== 200) throw answerError(answer, what, client.place)
  if (answer.body === null) {
    throw new ConnectorError({
      side: 'store',
      code: 'not-scim',
      message: `${what} was answered without a JSON object.`,
      remedy: 'Check the address of the store: it must be the base of the SCIM service.',
      place: client.place,
    })
  }
  return answer.body
}

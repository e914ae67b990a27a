import type { Answer, LostAnswer } from '../http/answer.ts'
import { answerError } from '../http/answerError.ts'
import type { ScimRequest } from '../http/scimClient.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import type { Store } from '../store.ts'

/** One contact by id; null when it is not there. */
export async function readOrganizationContact(store: Store, id: string): Promise<JsonObject | null> {
  const answer = await sendToContacts(store, { method: 'GET', path: `/${encodeURIComponent(id)}` })
  if (answer.kind === 'answer' && answer.status === 200) return answer.body
  if (answer.kind === 'answer' && answer.status === 404) return null
  throw answerError(answer, 'GET contacts/{id}', store.client.place)
}

/** `path` is below the organization's contacts. */
export async function sendToContacts(store: Store, request: ScimRequest): Promise<Answer | LostAnswer> {
  const { pathname } = new URL(store.client.place)
  // The organization's id is the segment before the version: /identity/scim/{orgId}/v2.
  const orgId = pathname.split('/').at(-2) ?? ''
  const answer = await store.client.send({ ...request, basePath: `/v1/contacts/organizations/${orgId}/contacts` })
  return answer.kind === 'answer' && answer.body !== null ? { ...answer, body: withId(answer.body) } : answer
}

/** A contact as it is served, with its id where resources have it; other bodies unchanged. */
export function withId(contact: JsonObject): JsonObject {
  const id = jsonText(contact.contactId)
  return id === null ? contact : { ...contact, id }
}

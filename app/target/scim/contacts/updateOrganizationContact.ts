import type { WriteResult } from '../../target.ts'
import type { Repeat } from '../http/scimClient.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import { ignoredAttributes } from '../profile/ignoredAttributes.ts'
import type { Store } from '../store.ts'
import { supportedValues } from '../write/supportedValues.ts'
import { answerOf, done, failed, isSuccess } from '../write/writeResult.ts'
import type { ContactUpdate } from './contacts.ts'
import { contactChange, needsReading } from './organizationContactChange.ts'
import { organizationContactLayout, organizationContactSchema } from './organizationContactLayout.ts'
import { readOrganizationContact, sendToContacts } from './organizationContactRequests.ts'

const attributes = new Set(organizationContactLayout.places.keys())

/** Changes a contact of an organization. It is read first where lists or the address change, so that nothing is lost. */
export async function updateOrganizationContact(
  store: Store,
  write: ContactUpdate,
  history: 'new' | 'maybe-sent',
): Promise<WriteResult> {
  const { id } = write
  const what = `update contact ${write.values.uid ?? id}`
  const { values, ignored: unsupported } = supportedValues(attributes, write.values)
  const result = (contact: JsonObject, retries: number) =>
    done(id, [...unsupported, ...ignoredAttributes(organizationContactLayout, { values }, contact)], retries)
  const gone = () => failed(answerOf(404, null, 'it is not there'), what)

  const isRead = needsReading(values) || history === 'maybe-sent'
  const before = isRead ? await readOrganizationContact(store, id) : null
  if (isRead && before === null) return gone()
  const change = contactChange(before, values)
  if (Object.keys(change).length === 0) return before === null ? done(id, unsupported, 0) : result(before, 0)

  const answer = await sendToContacts(store, {
    method: 'PATCH',
    path: `/${encodeURIComponent(id)}`,
    body: bodyOf(change),
    beforeRepeat: async (): Promise<Repeat> => {
      const contact = await readOrganizationContact(store, id)
      if (contact === null) return { kind: 'settled', answer: answerOf(404, null, 'it is not there') }
      const missing = contactChange(contact, values)
      if (Object.keys(missing).length === 0) return { kind: 'settled', answer: answerOf(200, contact, '') }
      return { kind: 'send', body: bodyOf(missing) }
    },
  })
  if (!isSuccess(answer)) return failed(answer, what, 'shared')
  const isShown = jsonText(answer.body?.id) !== null
  const contact = isShown ? answer.body : await readOrganizationContact(store, id)
  return contact === null ? gone() : result(contact, answer.retries)
}

function bodyOf(change: JsonObject): string {
  return JSON.stringify({ schemas: organizationContactSchema, ...change })
}

import type { WriteResult } from '../../target.ts'
import { type Answer, retryStatuses } from '../http/answer.ts'
import { shownDetail } from '../http/shownDetail.ts'
import { type JsonObject, jsonNumber, jsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import { isSameValue } from '../profile/ignoredAttributes.ts'
import { readValue } from '../profile/readValue.ts'
import type { Store } from '../store.ts'
import { failureOfOne } from '../write/failureOfOne.ts'
import { answerOf, isSuccess } from '../write/writeResult.ts'
import type { ContactCreate, Contacts } from './contacts.ts'
import { createContact, createdContactResult, type PreparedContact, prepareContact } from './createContact.ts'
import { organizationContactSchema } from './organizationContactLayout.ts'
import { sendToContacts, withId } from './organizationContactRequests.ts'

/** Contacts in one request. */
export const contactsPerRequest = 100

/**
 * Creates contacts of an organization with one request; each succeeds or fails by itself. What the store did not
 * answer, or asks to try again, is sent alone, after a look whether it took place already.
 */
export async function sendContactBulk(
  store: Store,
  contacts: Contacts,
  writes: readonly ContactCreate[],
): Promise<readonly WriteResult[]> {
  const one = (write: ContactCreate, history: 'new' | 'maybe-sent') =>
    failureOfOne(() => createContact(store, contacts, write, history))
  const alone = (history: 'new' | 'maybe-sent') => Promise.all(writes.map((write) => one(write, history)))
  if (writes.length < 2) return alone('new')

  const prepared = writes.map((write) => prepareContact(contacts, write))
  const answer = await sendToContacts(store, {
    method: 'POST',
    path: '/bulk',
    body: JSON.stringify({ schemas: organizationContactSchema, contacts: prepared.map(({ body }) => body) }),
    beforeRepeat: async () => ({ kind: 'settled', answer: lostBulk }),
  })
  if (answer.kind === 'lost' || answer.status === lostBulk.status) return alone('maybe-sent')
  if (answer.status === 413) {
    const middle = Math.ceil(writes.length / 2)
    const first = await sendContactBulk(store, contacts, writes.slice(0, middle))
    return [...first, ...(await sendContactBulk(store, contacts, writes.slice(middle)))]
  }
  if (!isSuccess(answer) || answer.body === null) {
    store.experience.contactBulk = 'not-worth-it'
    return alone(isSuccess(answer) || answer.status >= 500 ? 'maybe-sent' : 'new')
  }
  const answers = answersTo(answer.body, contacts, prepared)
  return Promise.all(
    writes.map((write, index) => {
      const own = answers[index] ?? null
      const item = prepared[index]
      if (own === null || item === undefined || retryStatuses.has(own.status)) return one(write, 'maybe-sent')
      return failureOfOne(() => createdContactResult(store, contacts, write, item, { ...own, retries: answer.retries }))
    }),
  )
}

const lostBulk: Answer = answerOf(504, null, '')

/**
 * The answer to each contact: failures name their position in the request, from 0; created ones stand in the order of
 * the request, with nothing, or null, where one failed. Null for what cannot be told.
 */
function answersTo(
  body: JsonObject,
  contacts: Contacts,
  prepared: readonly PreparedContact[],
): readonly (Answer | null)[] {
  const failures = new Map(jsonObjects(body.failedContacts).map((failure) => [jsonNumber(failure.id), failure]))
  const listed: readonly unknown[] = Array.isArray(body.contacts) ? body.contacts : []
  const isPositional = listed.length === prepared.length
  const rest = listed.filter((item) => jsonObject(item) !== null)
  const isComplete = rest.length + failures.size === prepared.length
  return prepared.map((item, index) => {
    const failure = failures.get(index)
    if (failure !== undefined) {
      return answerOf(jsonNumber(failure.statusCode) ?? 400, null, shownDetail(jsonText(failure.errorMessage) ?? ''))
    }
    if (!isPositional && !isComplete) return null
    const created = jsonObject(isPositional ? listed[index] : rest.shift())
    return created !== null && isAbout(contacts, item, created) ? answerOf(201, withId(created), '') : null
  })
}

/** Guards against an answer in another order: a link to the wrong contact would do harm for a long time. */
function isAbout({ layout }: Contacts, { values }: PreparedContact, contact: JsonObject): boolean {
  return (['uid', 'displayName'] as const).every((attribute) => {
    const place = layout.places.get(attribute)
    const shown = place === undefined ? null : readValue(place, contact)
    return !values[attribute] || shown === null || isSameValue(attribute, values[attribute] ?? null, shown)
  })
}

import type { UserValues } from '../../../model/resource.ts'
import type { WriteResult } from '../../target.ts'
import type { Answer } from '../http/answer.ts'
import { answerError } from '../http/answerError.ts'
import type { Repeat } from '../http/scimClient.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import { ignoredAttributes } from '../profile/ignoredAttributes.ts'
import { readValues } from '../profile/readValues.ts'
import type { Store } from '../store.ts'
import { idOfLocation } from '../write/createUser.ts'
import { supportedValues } from '../write/supportedValues.ts'
import { answerOf, done, failed, isSuccess } from '../write/writeResult.ts'
import type { ContactCreate, Contacts } from './contacts.ts'
import { findCreatedContact } from './findCreatedContact.ts'

/** What goes over the wire for one contact, and what has to come back. */
export interface PreparedContact {
  readonly body: JsonObject
  readonly values: UserValues
  /** Not sent, because the store has no place for them. */
  readonly unsupported: readonly string[]
}

export function prepareContact(contacts: Contacts, write: ContactCreate): PreparedContact {
  const { values, ignored } = supportedValues(contacts.attributes, write.values)
  return { body: contacts.body(values), values, unsupported: ignored }
}

/**
 * Creates a contact. `history` says whether an earlier attempt may have created it already: then it is looked for first,
 * as when an answer is lost on the way (see `findCreatedContact`).
 */
export async function createContact(
  store: Store,
  contacts: Contacts,
  write: ContactCreate,
  history: 'new' | 'maybe-sent',
): Promise<WriteResult> {
  const prepared = prepareContact(contacts, write)
  const body = JSON.stringify(prepared.body)
  const beforeRepeat = async (): Promise<Repeat> => {
    const found = await findCreatedContact(store, contacts, prepared)
    if (found === 'cannot-look') {
      const detail = 'the answer was lost, and the contact has neither an address nor a name to look it up by'
      return { kind: 'settled', answer: answerOf(503, null, detail) }
    }
    return found === null ? { kind: 'send', body } : { kind: 'settled', answer: answerOf(201, found, '') }
  }
  if (history === 'maybe-sent') {
    const repeat = await beforeRepeat()
    if (repeat.kind === 'settled') {
      return createdContactResult(store, contacts, write, prepared, { ...repeat.answer, retries: 1 })
    }
  }
  const answer = await contacts.create(body, beforeRepeat)
  if (answer.kind === 'answer' && answer.status === 404) throw answerError(answer, 'POST contacts', store.client.place)
  if (!isSuccess(answer)) return failed(answer, nameOf(write), 'shared')
  return createdContactResult(store, contacts, write, prepared, answer)
}

/** The result of a create that the store confirmed; reads the contact back when the answer does not show it. */
export async function createdContactResult(
  store: Store,
  contacts: Contacts,
  write: ContactCreate,
  prepared: PreparedContact,
  answer: Answer,
): Promise<WriteResult> {
  const what = nameOf(write)
  if (!isSuccess(answer)) return failed(answer, what, 'shared')
  const id = jsonText(answer.body?.id) ?? idOfLocation(answer.location)
  if (id === null) {
    const detail = 'it confirmed the contact, but does not say its id'
    return failed(answerOf(answer.status, null, detail), what, 'shared')
  }
  store.experience.createdContacts.add(id)
  const isShown = answer.body !== null && Object.keys(readValues(contacts.layout, answer.body)).length > 0
  const contact = isShown ? answer.body : await contacts.read(id)
  if (contact === null) return failed(answerOf(404, null, 'it is not there afterwards'), what, 'shared')
  const ignored = ignoredAttributes(contacts.layout, { values: prepared.values }, contact)
  return done(id, [...prepared.unsupported, ...ignored], answer.retries)
}

function nameOf({ values }: ContactCreate): string {
  return `create contact ${values.uid ?? values.displayName ?? ''}`.trimEnd()
}

import type { ValueAttribute } from '../../../model/resource.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import { ignoredAttributes } from '../profile/ignoredAttributes.ts'
import { readValues } from '../profile/readValues.ts'
import type { Store } from '../store.ts'
import type { Contacts } from './contacts.ts'
import type { PreparedContact } from './createContact.ts'

/**
 * After a lost answer: the contact that was just created, if it was. Contacts need not be unique, and those of others
 * must never be taken (DC-34): only one that holds all that was sent and nothing else is, and only if this session did
 * not create it for another entry.
 */
export async function findCreatedContact(
  store: Store,
  contacts: Contacts,
  prepared: PreparedContact,
): Promise<JsonObject | null | 'cannot-look'> {
  const name = prepared.values.uid || prepared.values.displayName
  if (!name) return 'cannot-look'
  for await (const page of contacts.find([name])) {
    for (const contact of page) {
      const isTaken = store.experience.createdContacts.has(jsonText(contact.id) ?? '')
      if (!isTaken && isSame(contacts, prepared, contact)) return contact
    }
  }
  return null
}

function isSame(contacts: Contacts, { body, values }: PreparedContact, contact: JsonObject): boolean {
  if (ignoredAttributes(contacts.layout, { values }, contact).length > 0) return false
  const shown = Object.keys(readValues(contacts.layout, contact)) as ValueAttribute[]
  if (!shown.every((attribute) => Boolean(values[attribute]))) return false
  return Object.entries(contact).every(([field, list]) => {
    if (!Array.isArray(list) || field === 'schemas') return true
    const sent = body[field]
    return list.length <= (Array.isArray(sent) ? sent.length : 0)
  })
}

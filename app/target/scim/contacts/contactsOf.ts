import { assertNever } from '../../../model/assertNever.ts'
import type { Store } from '../store.ts'
import type { Contacts } from './contacts.ts'
import { organizationContacts } from './organizationContacts.ts'
import { scimContacts } from './scimContacts.ts'

/** The contacts of a store; null when it keeps none. */
export function contactsOf(store: Store): Contacts | null {
  const { contacts } = store.features
  if (contacts === null) return null
  switch (contacts.kind) {
    case 'scim':
      return scimContacts(store, contacts.collection)
    case 'organization':
      return organizationContacts(store)
    default:
      return assertNever(contacts)
  }
}

import { assertNever } from '../../../model/assertNever.ts'
import type { Write, WriteResult } from '../../target.ts'
import type { Contacts } from '../contacts/contacts.ts'
import { contactsOf } from '../contacts/contactsOf.ts'
import { createContact } from '../contacts/createContact.ts'
import { type Store, usersOf } from '../store.ts'
import { changeMembers } from './changeMembers.ts'
import { createUser } from './createUser.ts'
import { deleteResource } from './deleteResource.ts'
import { failureOfOne } from './failureOfOne.ts'
import { setPhoto } from './setPhoto.ts'
import { resourceUpdate, updateResource } from './updateResource.ts'
import { createGroup, markGroup, renameGroup } from './writeGroup.ts'
import { answerOf, failed } from './writeResult.ts'

/** One write with requests of its own; `history` says whether a bulk request may have carried it out already. */
export function writeOne(store: Store, write: Write, history: 'new' | 'maybe-sent'): Promise<WriteResult> {
  return failureOfOne(() => send(store, write, history))
}

function send(store: Store, write: Write, history: 'new' | 'maybe-sent'): Promise<WriteResult> {
  switch (write.kind) {
    case 'create-user':
      return createUser(store, write, history)
    case 'update-user':
      return updateResource(store, resourceUpdate(usersOf(store), write), history)
    case 'delete-user':
      return deleteResource(store, '/Users', write.id)
    case 'create-group':
      return createGroup(store, write, history)
    case 'rename-group':
      return renameGroup(store, write)
    case 'mark-group':
      return markGroup(store, write)
    case 'change-members':
      return changeMembers(store, write)
    case 'delete-group':
      return deleteResource(store, '/Groups', write.id)
    case 'set-photo':
      return setPhoto(store, write)
    case 'create-contact':
      return withContacts(store, write, (contacts) => createContact(store, contacts, write, history))
    case 'update-contact':
      return withContacts(store, write, (contacts) => contacts.update(write, history))
    case 'delete-contact':
      return withContacts(store, write, (contacts) => contacts.delete(write.id))
    default:
      return assertNever(write)
  }
}

async function withContacts(
  store: Store,
  write: Write,
  action: (contacts: Contacts) => Promise<WriteResult>,
): Promise<WriteResult> {
  const contacts = contactsOf(store)
  return contacts === null ? failed(answerOf(400, null, 'it keeps no contacts'), write.kind) : action(contacts)
}

import { assertNever } from '../../../model/assertNever.ts'
import type { Write, WriteResult } from '../../target.ts'
import type { Store } from '../store.ts'
import { changeMembers } from './changeMembers.ts'
import { createUser } from './createUser.ts'
import { deleteResource } from './deleteResource.ts'
import { failureOfOne } from './failureOfOne.ts'
import { updateUser } from './updateUser.ts'
import { createGroup, markGroup, renameGroup } from './writeGroup.ts'

/** One write with requests of its own; `history` says whether a bulk request may have carried it out already. */
export function writeOne(store: Store, write: Write, history: 'new' | 'maybe-sent'): Promise<WriteResult> {
  return failureOfOne(() => send(store, write, history))
}

function send(store: Store, write: Write, history: 'new' | 'maybe-sent'): Promise<WriteResult> {
  switch (write.kind) {
    case 'create-user':
      return createUser(store, write, history)
    case 'update-user':
      return updateUser(store, write, history)
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
    default:
      return assertNever(write)
  }
}

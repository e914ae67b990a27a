import type { Write, WriteResult } from '../../target.ts'
import { contactsOf } from '../contacts/contactsOf.ts'
import { createdContactResult, prepareContact } from '../contacts/createContact.ts'
import type { Answer } from '../http/answer.ts'
import type { StoreFeatures } from '../profile/profile.ts'
import { type Store, usersOf } from '../store.ts'
import { createdResult, prepareCreate } from './createUser.ts'
import { patchBody, prepareUpdate, type ResourceUpdate, resourceUpdate, updatedResult } from './updateResource.ts'
import { createdGroupResult, groupBody, groupResult, renameBody } from './writeGroup.ts'

/** One write as an operation of a Bulk request (RFC 7644 section 3.7). */
export interface BulkOperation {
  /** Place in the batch. */
  readonly index: number
  readonly write: Write
  readonly bulkId: string
  /** The operation as JSON text. */
  readonly json: string
  /** Makes the result from the operation's own answer, a success. */
  confirm(answer: Answer): Promise<WriteResult>
}

/** Null for writes that are better sent alone: deletions, memberships (verified by reading), and what has to read first. */
export function bulkOperation(store: Store, write: Write, index: number): BulkOperation | null {
  const bulkId = `w${index}`
  const operation = (
    method: 'POST' | 'PATCH',
    path: string,
    data: unknown,
    confirm: BulkOperation['confirm'],
    version?: string | null,
  ): BulkOperation => {
    const json = JSON.stringify({ method, path, bulkId, ...(typeof version === 'string' ? { version } : {}), data })
    return { index, write, bulkId, json, confirm }
  }
  const updateOperation = (update: ResourceUpdate): BulkOperation | null => {
    const prepared = prepareUpdate(update)
    if (prepared.patch.kind === 'read-first' || prepared.patch.operations.length === 0) return null
    const version = store.features.versions === 'etag' ? update.version : null
    const data = patchBody(prepared.patch.operations)
    const confirm = (answer: Answer) => updatedResult(store, update, prepared, answer)
    return operation('PATCH', `${update.collection.path}/${update.id}`, data, confirm, version)
  }
  const scim = store.features.contacts?.kind === 'scim' ? store.features.contacts.collection : null
  switch (write.kind) {
    case 'create-user': {
      const prepared = prepareCreate(store, write)
      return operation('POST', '/Users', prepared.body, (answer) => createdResult(store, write, prepared, answer))
    }
    case 'update-user':
      return updateOperation(resourceUpdate(usersOf(store), write))
    case 'create-contact': {
      const contacts = contactsOf(store)
      if (contacts === null || scim === null) return null
      const prepared = prepareContact(contacts, write)
      return operation('POST', scim.path, prepared.body, (answer) =>
        createdContactResult(store, contacts, write, prepared, answer),
      )
    }
    case 'update-contact':
      return scim === null ? null : updateOperation(resourceUpdate(scim, write))
    case 'create-group':
      return operation('POST', '/Groups', groupBody(store, write), (answer) => createdGroupResult(store, write, answer))
    case 'rename-group': {
      const what = `rename group ${write.id}`
      return operation('PATCH', `/Groups/${write.id}`, renameBody(write), (answer) =>
        groupResult(store, write.id, write, what, answer),
      )
    }
    default:
      return null
  }
}

/** Requests that keep to the store's limits; an operation too large for any Bulk request gets one of its own. */
export function splitByLimits(
  operations: readonly BulkOperation[],
  limits: StoreFeatures['bulk'],
): readonly (readonly BulkOperation[])[] {
  if (limits === null || operations.length === 0) return []
  const envelope = 200
  const parts: BulkOperation[][] = []
  let part: BulkOperation[] = []
  let size = envelope
  for (const operation of operations) {
    const bytes = Buffer.byteLength(operation.json) + 1
    if (part.length > 0 && (part.length >= limits.maxOperations || size + bytes > limits.maxPayloadSize)) {
      parts.push(part)
      part = []
      size = envelope
    }
    part.push(operation)
    size += bytes
  }
  parts.push(part)
  return parts
}

import type { Write, WriteResult } from '../../target.ts'
import type { ContactCreate } from '../contacts/contacts.ts'
import { contactsOf } from '../contacts/contactsOf.ts'
import { contactsPerRequest, sendContactBulk } from '../contacts/sendContactBulk.ts'
import type { Store } from '../store.ts'
import { type BulkOperation, bulkOperation, splitByLimits } from './bulkOperation.ts'
import { sendBulk } from './sendBulk.ts'
import { writeOne } from './writeOne.ts'

/**
 * Independent writes, by Bulk where the store offers it, it helps, and nothing is deleted: a bulk deletion cannot be
 * taken back on some stores. Answers in the order of the batch; when one write throws, the others are waited for.
 */
export async function writeBatch(store: Store, batch: readonly Write[]): Promise<readonly WriteResult[]> {
  const operations = bulkOperations(store, batch)
  const organization = organizationCreates(store, batch)
  const inBulk = new Set([...operations, ...organization.flat()].map(({ index }) => index))
  const results: WriteResult[] = new Array(batch.length)
  const tasks: Promise<void>[] = splitByLimits(operations, store.features.bulk).map(async (part) => {
    for (const [index, result] of await sendBulk(store, part)) results[index] = result
  })
  for (const part of organization) tasks.push(createInOrganization(store, part, results))
  batch.forEach((write, index) => {
    if (inBulk.has(index)) return
    tasks.push(
      writeOne(store, write, 'new').then((result) => {
        results[index] = result
      }),
    )
  })
  const settled = await Promise.allSettled(tasks)
  for (const task of settled) if (task.status === 'rejected') throw task.reason
  return results
}

const deletions: ReadonlySet<Write['kind']> = new Set(['delete-user', 'delete-group', 'delete-contact'])

function bulkOperations(store: Store, batch: readonly Write[]): BulkOperation[] {
  if (store.features.bulk === null || store.experience.bulk === 'not-worth-it' || batch.length < 2) return []
  if (batch.some((write) => deletions.has(write.kind))) return []
  const operations = batch.flatMap((write, index) => bulkOperation(store, write, index) ?? [])
  return operations.length < 2 ? [] : operations
}

interface IndexedCreate {
  /** Place in the batch. */
  readonly index: number
  readonly write: ContactCreate
}

/** New contacts of an organization, which has a bulk request of its own, in parts that fit into one. */
function organizationCreates(store: Store, batch: readonly Write[]): readonly (readonly IndexedCreate[])[] {
  if (store.features.contacts?.kind !== 'organization' || store.experience.contactBulk === 'not-worth-it') return []
  const creates = batch.flatMap((write, index) => (write.kind === 'create-contact' ? [{ index, write }] : []))
  if (creates.length < 2) return []
  const parts: IndexedCreate[][] = []
  for (let start = 0; start < creates.length; start += contactsPerRequest) {
    parts.push(creates.slice(start, start + contactsPerRequest))
  }
  return parts
}

async function createInOrganization(
  store: Store,
  part: readonly IndexedCreate[],
  results: WriteResult[],
): Promise<void> {
  const contacts = contactsOf(store)
  if (contacts === null) return
  const created = await sendContactBulk(
    store,
    contacts,
    part.map(({ write }) => write),
  )
  part.forEach(({ index }, at) => {
    const result = created[at]
    if (result !== undefined) results[index] = result
  })
}

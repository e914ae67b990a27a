import type { Write, WriteResult } from '../../target.ts'
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
  const inBulk = new Set(operations.map((operation) => operation.index))
  const results: WriteResult[] = new Array(batch.length)
  const tasks: Promise<void>[] = splitByLimits(operations, store.features.bulk).map(async (part) => {
    for (const [index, result] of await sendBulk(store, part)) results[index] = result
  })
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

function bulkOperations(store: Store, batch: readonly Write[]): BulkOperation[] {
  if (store.features.bulk === null || store.experience.bulk === 'not-worth-it' || batch.length < 2) return []
  if (batch.some((write) => write.kind === 'delete-user' || write.kind === 'delete-group')) return []
  const operations = batch.flatMap((write, index) => bulkOperation(store, write, index) ?? [])
  return operations.length < 2 ? [] : operations
}

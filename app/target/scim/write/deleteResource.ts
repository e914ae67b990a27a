import type { WriteResult } from '../../target.ts'
import type { Store } from '../store.ts'
import { done, failed, isSuccess } from './writeResult.ts'

/** Deletes a resource of an end point; one that is gone already counts as deleted. */
export async function deleteResource(store: Store, path: string, id: string): Promise<WriteResult> {
  const answer = await store.client.send({ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}` })
  if (isSuccess(answer) || (answer.kind === 'answer' && answer.status === 404)) return done(id, [], answer.retries)
  return failed(answer, `delete ${id}`)
}

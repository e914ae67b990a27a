import type { WriteResult } from '../../target.ts'
import { type Answer, type LostAnswer, retryStatuses } from '../http/answer.ts'
import type { Collection } from '../profile/collection.ts'

export function done(id: string, ignored: readonly string[], retries: number): WriteResult {
  return { kind: 'done', id, ignored, retries }
}

/**
 * A result for a resource that cannot be written; `what` names the write: `create ann@example.com`. Where names are
 * `shared`, a conflict cannot be one of names.
 */
export function failed(answer: Answer | LostAnswer, what: string, names: Collection['names'] = 'unique'): WriteResult {
  const { retries } = answer
  if (answer.kind === 'lost') {
    const message = `The store gave no answer to "${what}" in ${retries + 1} attempts: ${answer.detail}`
    return { kind: 'failed', code: 'unavailable', message, remedy: answer.remedy, retries }
  }
  const keyword = answer.scimType === null ? '' : `, ${answer.scimType}`
  const said = answer.detail === '' ? '.' : `: ${answer.detail}`
  const message = `The store refused "${what}" (${answer.status}${keyword})${said}`
  const failure = (code: Extract<WriteResult, { kind: 'failed' }>['code'], remedy: string): WriteResult => ({
    kind: 'failed',
    code,
    message,
    remedy,
    retries,
  })
  if (names === 'unique' && (answer.status === 409 || answer.scimType === 'uniqueness')) {
    return failure('uniqueness', 'Find the resource that holds the same name or address, and join or rename it.')
  }
  if (answer.status === 412) return failure('moved-on', 'Make a new plan: somebody else changed the resource.')
  if (answer.status === 404) return failure('not-found', 'Make a new plan: the resource is gone from the store.')
  if (answer.status === 403) return failure('refused', 'Check the permissions of the token for this resource.')
  if (retryStatuses.has(answer.status)) return failure('unavailable', 'The next run tries it again.')
  if (answer.status >= 400 && answer.status < 500) {
    return failure('refused', 'Correct the value that the store names, in the directory or in the mapping.')
  }
  return failure('unexpected', 'Check that store.profile fits the store.')
}

/** An answer that confirms the request. */
export type Success = Answer & { readonly status: 200 | 201 | 202 | 204 }

export function isSuccess(answer: Answer | LostAnswer): answer is Success {
  return answer.kind === 'answer' && answer.status >= 200 && answer.status < 300
}

/** An answer as the store would have given it, for what was found out by reading. */
export function answerOf(status: number, body: Answer['body'], detail: string): Answer {
  return {
    kind: 'answer',
    status,
    body,
    location: null,
    scimType: status === 409 ? 'uniqueness' : null,
    detail,
    retries: 0,
  }
}

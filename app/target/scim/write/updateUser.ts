import type { Write, WriteResult } from '../../target.ts'
import type { Answer } from '../http/answer.ts'
import type { Repeat } from '../http/scimClient.ts'
import { type JsonObject, jsonObject, jsonText } from '../jsonObject.ts'
import { ignoredAttributes } from '../profile/ignoredAttributes.ts'
import type { PatchOperation } from '../profile/patchOperation.ts'
import { repairOperations } from '../profile/repairOperations.ts'
import { type PatchByPath, toPatchOperations } from '../profile/toPatchOperations.ts'
import { readById } from '../read/readById.ts'
import { patchMessage } from '../schemaUrns.ts'
import type { Store } from '../store.ts'
import { supportedValues } from './supportedValues.ts'
import { answerOf, done, failed, isSuccess } from './writeResult.ts'

export type UserUpdate = Extract<Write, { kind: 'update-user' }>

/** What goes over the wire for one update, and what has to come back. */
export interface PreparedUpdate {
  readonly patch: PatchByPath
  readonly sent: Pick<UserUpdate, 'active' | 'values'>
  readonly unsupported: readonly string[]
}

export function prepareUpdate(store: Store, write: UserUpdate): PreparedUpdate {
  const { values, ignored } = supportedValues(store.features, write.values)
  const sent = write.active === undefined ? { values } : { values, active: write.active }
  return { patch: toPatchOperations(store.profile, { before: write.before, ...sent }), sent, unsupported: ignored }
}

export function patchBody(operations: readonly PatchOperation[]): JsonObject {
  return { schemas: [patchMessage], Operations: operations }
}

/**
 * Changes a user with a PATCH of only what differs. Where the old values do not tell how, or the store refuses the
 * value paths, the user is read and its lists are replaced as a whole; so too when an earlier attempt may have
 * changed it already.
 */
export async function updateUser(store: Store, write: UserUpdate, history: 'new' | 'maybe-sent'): Promise<WriteResult> {
  const prepared = prepareUpdate(store, write)
  if (prepared.patch.kind === 'read-first' || history === 'maybe-sent') return repairUser(store, write, prepared)
  const { operations } = prepared.patch
  if (operations.length === 0) return done(write.id, prepared.unsupported, 0)
  const answer = await sendPatch(store, write, prepared, operations)
  if (mayBeRefusedPath(answer.kind === 'answer' ? answer : null, operations)) {
    return repairUser(store, write, prepared)
  }
  return isSuccess(answer)
    ? updatedResult(store, write, prepared, answer)
    : failed(answer, `update ${write.values.uid ?? write.id}`)
}

/** A value path that matches nothing is an error with many spellings, but always a 400. */
function mayBeRefusedPath(answer: Answer | null, operations: readonly PatchOperation[]): boolean {
  return answer?.status === 400 && operations.some((operation) => operation.path.includes('['))
}

/** Reads the user and sends what is missing, with lists as a whole. */
async function repairUser(store: Store, write: UserUpdate, prepared: PreparedUpdate): Promise<WriteResult> {
  const what = `update ${write.values.uid ?? write.id}`
  const user = await readById(store, '/Users', write.id)
  if (user === null) return failed(answerOf(404, null, 'no such user'), what)
  const operations = repairOperations(store.profile, user, prepared.sent)
  if (operations.length === 0) return updatedResult(store, write, prepared, answerOf(200, user, ''))
  if (write.version !== null && jsonText(jsonObject(user.meta)?.version) !== write.version) {
    return failed(answerOf(412, null, 'the version is another one'), what)
  }
  const answer = await sendPatch(store, write, prepared, operations)
  return isSuccess(answer) ? updatedResult(store, write, prepared, answer) : failed(answer, what)
}

function sendPatch(
  store: Store,
  write: UserUpdate,
  prepared: PreparedUpdate,
  operations: readonly PatchOperation[],
): ReturnType<Store['client']['send']> {
  return store.client.send({
    method: 'PATCH',
    path: `/Users/${encodeURIComponent(write.id)}`,
    body: JSON.stringify(patchBody(operations)),
    version: store.features.versions === 'etag' ? write.version : null,
    beforeRepeat: async (): Promise<Repeat> => {
      const user = await readById(store, '/Users', write.id)
      if (user === null) return { kind: 'settled', answer: answerOf(404, null, 'no such user') }
      const missing = repairOperations(store.profile, user, prepared.sent)
      if (missing.length === 0) return { kind: 'settled', answer: answerOf(200, user, '') }
      return { kind: 'send', body: JSON.stringify(patchBody(missing)) }
    },
  })
}

/** The result of an update that the store confirmed; reads the user back when the answer does not show it. */
export async function updatedResult(
  store: Store,
  write: UserUpdate,
  prepared: PreparedUpdate,
  answer: Answer,
): Promise<WriteResult> {
  const user = jsonText(answer.body?.userName) === null ? await readById(store, '/Users', write.id) : answer.body
  if (user === null) {
    return failed(answerOf(404, null, 'it was gone after the update'), `update ${write.values.uid ?? write.id}`)
  }
  const ignored = [...prepared.unsupported, ...ignoredAttributes(store.profile, prepared.sent, user)]
  return done(write.id, ignored, answer.retries)
}

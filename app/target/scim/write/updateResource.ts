import type { UserValues } from '../../../model/resource.ts'
import type { Write, WriteResult } from '../../target.ts'
import type { Answer } from '../http/answer.ts'
import type { Repeat } from '../http/scimClient.ts'
import { type JsonObject, jsonObject, jsonText } from '../jsonObject.ts'
import type { Collection } from '../profile/collection.ts'
import { ignoredAttributes } from '../profile/ignoredAttributes.ts'
import type { PatchOperation } from '../profile/patchOperation.ts'
import { repairOperations } from '../profile/repairOperations.ts'
import { type PatchByPath, toPatchOperations } from '../profile/toPatchOperations.ts'
import { readById } from '../read/readById.ts'
import { patchMessage } from '../schemaUrns.ts'
import type { Store } from '../store.ts'
import { supportedValues } from './supportedValues.ts'
import { answerOf, done, failed, isSuccess } from './writeResult.ts'

/** A change of values in a resource of a collection. */
export interface ResourceUpdate {
  readonly collection: Collection
  readonly id: string
  readonly version: string | null
  readonly active?: boolean
  readonly before: UserValues
  readonly values: UserValues
}

/** The same for a user, and for a contact in a resource type of its own. */
export function resourceUpdate(
  collection: Collection,
  write: Extract<Write, { kind: 'update-user' | 'update-contact' }>,
): ResourceUpdate {
  const { id, version, before, values } = write
  const active = write.kind === 'update-user' ? write.active : undefined
  return { collection, id, version, before, values, ...(active === undefined ? {} : { active }) }
}

/** What goes over the wire for one update, and what has to come back. */
export interface PreparedUpdate {
  readonly patch: PatchByPath
  readonly sent: Pick<ResourceUpdate, 'active' | 'values'>
  readonly unsupported: readonly string[]
}

export function prepareUpdate(write: ResourceUpdate): PreparedUpdate {
  const { values, ignored } = supportedValues(write.collection.attributes, write.values)
  const sent = write.active === undefined ? { values } : { values, active: write.active }
  return {
    patch: toPatchOperations(write.collection.layout, { before: write.before, ...sent }),
    sent,
    unsupported: ignored,
  }
}

export function patchBody(operations: readonly PatchOperation[]): JsonObject {
  return { schemas: [patchMessage], Operations: operations }
}

/**
 * Changes a resource with a PATCH of only what differs. Where the old values do not tell how, or the store refuses the
 * value paths, it is read and its lists are replaced as a whole; so too when an earlier attempt may have
 * changed it already.
 */
export async function updateResource(
  store: Store,
  write: ResourceUpdate,
  history: 'new' | 'maybe-sent',
): Promise<WriteResult> {
  const prepared = prepareUpdate(write)
  if (prepared.patch.kind === 'read-first' || history === 'maybe-sent') return repairResource(store, write, prepared)
  const { operations } = prepared.patch
  if (operations.length === 0) return done(write.id, prepared.unsupported, 0)
  const answer = await sendPatch(store, write, prepared, operations)
  if (mayBeRefusedPath(answer.kind === 'answer' ? answer : null, operations)) {
    return repairResource(store, write, prepared)
  }
  return isSuccess(answer)
    ? updatedResult(store, write, prepared, answer)
    : failed(answer, nameOf(write), write.collection.names)
}

/** A value path that matches nothing is an error with many spellings, but always a 400. */
function mayBeRefusedPath(answer: Answer | null, operations: readonly PatchOperation[]): boolean {
  return answer?.status === 400 && operations.some((operation) => operation.path.includes('['))
}

/** Reads the resource and sends what is missing, with lists as a whole. */
async function repairResource(store: Store, write: ResourceUpdate, prepared: PreparedUpdate): Promise<WriteResult> {
  const what = nameOf(write)
  const { path, layout, names } = write.collection
  const resource = await readById(store, path, write.id)
  if (resource === null) return failed(answerOf(404, null, 'it is not there'), what)
  const operations = repairOperations(layout, resource, prepared.sent)
  if (operations.length === 0) return updatedResult(store, write, prepared, answerOf(200, resource, ''))
  if (write.version !== null && jsonText(jsonObject(resource.meta)?.version) !== write.version) {
    return failed(answerOf(412, null, 'the version is another one'), what)
  }
  const answer = await sendPatch(store, write, prepared, operations)
  return isSuccess(answer) ? updatedResult(store, write, prepared, answer) : failed(answer, what, names)
}

function sendPatch(
  store: Store,
  write: ResourceUpdate,
  prepared: PreparedUpdate,
  operations: readonly PatchOperation[],
): ReturnType<Store['client']['send']> {
  const { path, layout } = write.collection
  return store.client.send({
    method: 'PATCH',
    path: `${path}/${encodeURIComponent(write.id)}`,
    body: JSON.stringify(patchBody(operations)),
    version: store.features.versions === 'etag' ? write.version : null,
    beforeRepeat: async (): Promise<Repeat> => {
      const resource = await readById(store, path, write.id)
      if (resource === null) return { kind: 'settled', answer: answerOf(404, null, 'it is not there') }
      const missing = repairOperations(layout, resource, prepared.sent)
      if (missing.length === 0) return { kind: 'settled', answer: answerOf(200, resource, '') }
      return { kind: 'send', body: JSON.stringify(patchBody(missing)) }
    },
  })
}

/** The result of an update that the store confirmed; reads the user back when the answer does not show it. */
export async function updatedResult(
  store: Store,
  write: ResourceUpdate,
  prepared: PreparedUpdate,
  answer: Answer,
): Promise<WriteResult> {
  const { path, layout, shownBy } = write.collection
  const resource = jsonText(answer.body?.[shownBy]) === null ? await readById(store, path, write.id) : answer.body
  if (resource === null) {
    return failed(answerOf(404, null, 'it was gone after the update'), nameOf(write))
  }
  const ignored = [...prepared.unsupported, ...ignoredAttributes(layout, prepared.sent, resource)]
  return done(write.id, ignored, answer.retries)
}

function nameOf({ values, id }: ResourceUpdate): string {
  return `update ${values.uid ?? id}`
}

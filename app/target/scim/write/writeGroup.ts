import type { Write, WriteResult } from '../../target.ts'
import type { Answer } from '../http/answer.ts'
import { answerError } from '../http/answerError.ts'
import type { Repeat } from '../http/scimClient.ts'
import { type JsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import { groupMark } from '../read/groupPages.ts'
import { lookUp } from '../read/lookUp.ts'
import { readById } from '../read/readById.ts'
import { connectorGroupSchema, coreGroupSchema } from '../schemaUrns.ts'
import type { Store } from '../store.ts'
import { idOfLocation } from './createUser.ts'
import { patchBody } from './updateResource.ts'
import { answerOf, done, failed, isSuccess } from './writeResult.ts'

export type GroupCreate = Extract<Write, { kind: 'create-group' }>
export type GroupRename = Extract<Write, { kind: 'rename-group' }>

export type GroupMark = Extract<Write, { kind: 'mark-group' }>

export function groupBody(store: Store, { displayName, connectorDomain }: GroupCreate): JsonObject {
  const isMarked = connectorDomain !== undefined && store.features.groupMarks === 'kept'
  if (!isMarked) return { schemas: [coreGroupSchema], displayName }
  return { schemas: [coreGroupSchema, connectorGroupSchema], displayName, [connectorGroupSchema]: { connectorDomain } }
}

export function renameBody(write: GroupRename): JsonObject {
  return patchBody([{ op: 'replace', path: 'displayName', value: write.displayName }])
}

/** Creates a group without members; looks first when an earlier attempt may have created it. */
export async function createGroup(
  store: Store,
  write: GroupCreate,
  history: 'new' | 'maybe-sent',
): Promise<WriteResult> {
  const body = JSON.stringify(groupBody(store, write))
  const beforeRepeat = () => adoptCreated(store, write, body)
  if (history === 'maybe-sent') {
    const repeat = await beforeRepeat()
    if (repeat.kind === 'settled') return createdGroupResult(store, write, { ...repeat.answer, retries: 1 })
  }
  const answer = await store.client.send({ method: 'POST', path: '/Groups', body, beforeRepeat })
  if (answer.kind === 'answer' && answer.status === 404) throw answerError(answer, 'POST /Groups', store.client.place)
  return isSuccess(answer)
    ? createdGroupResult(store, write, answer)
    : failed(answer, `create group ${write.displayName}`)
}

export async function createdGroupResult(store: Store, write: GroupCreate, answer: Answer): Promise<WriteResult> {
  const what = `create group ${write.displayName}`
  if (!isSuccess(answer)) return failed(answer, what)
  const id = jsonText(answer.body?.id) ?? idOfLocation(answer.location)
  if (id === null) return failed(answerOf(answer.status, null, 'it confirmed the group, but does not show it'), what)
  return groupResult(store, id, write, what, answer)
}

export async function renameGroup(store: Store, write: GroupRename): Promise<WriteResult> {
  const path = `/Groups/${encodeURIComponent(write.id)}`
  const answer = await store.client.send({ method: 'PATCH', path, body: JSON.stringify(renameBody(write)) })
  const what = `rename group ${write.id} to ${write.displayName}`
  return isSuccess(answer) ? groupResult(store, write.id, write, what, answer) : failed(answer, what)
}

/** Writes the domain of the connector into a group (DC-32); a store without a place for it is not asked. */
export async function markGroup(store: Store, { id, connectorDomain }: GroupMark): Promise<WriteResult> {
  if (store.features.groupMarks === 'not-kept') return done(id, ['connectorDomain'], 0)
  const path = `/Groups/${encodeURIComponent(id)}`
  const operation = { op: 'add' as const, path: `${connectorGroupSchema}:connectorDomain`, value: connectorDomain }
  const answer = await store.client.send({ method: 'PATCH', path, body: JSON.stringify(patchBody([operation])) })
  const what = `mark group ${id} as one of ${connectorDomain}`
  return isSuccess(answer) ? groupResult(store, id, { connectorDomain }, what, answer) : failed(answer, what)
}

/** Reads the group back when the answer does not show its name. */
export async function groupResult(
  store: Store,
  id: string,
  sent: { readonly displayName?: string; readonly connectorDomain?: string },
  what: string,
  answer: Answer,
): Promise<WriteResult> {
  const group = jsonText(answer.body?.displayName) === null ? await readById(store, '/Groups', id) : answer.body
  if (group === null) return failed(answerOf(404, null, 'it is not there afterwards'), what)
  const { displayName, connectorDomain } = sent
  const ignored = [
    ...(displayName !== undefined && jsonText(group.displayName) !== displayName ? ['displayName'] : []),
    ...(connectorDomain !== undefined && groupMark(group)?.toLowerCase() !== connectorDomain.toLowerCase()
      ? ['connectorDomain']
      : []),
  ]
  return done(id, ignored, answer.retries)
}

/**
 * Names of groups need not be unique, so only one without members is taken for the one just created. A store that
 * cannot be asked must not get a second group: the write then fails, and the next run sees what is there.
 */
async function adoptCreated(store: Store, write: GroupCreate, body: string): Promise<Repeat> {
  const answer = await lookUp(store, '/Groups', 'displayName', write.displayName)
  if (answer.kind === 'cannot-filter') {
    const detail = 'the answer was lost, and groups cannot be looked up by name'
    return { kind: 'settled', answer: answerOf(503, null, detail) }
  }
  const created = answer.resources.find(
    (group) =>
      jsonText(group.displayName) === write.displayName &&
      jsonObjects(group.members).length === 0 &&
      [null, write.connectorDomain ?? null].includes(groupMark(group)),
  )
  return created === undefined ? { kind: 'send', body } : { kind: 'settled', answer: answerOf(201, created, '') }
}

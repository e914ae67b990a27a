import type { Write, WriteResult } from '../../target.ts'
import { type Answer, retryStatuses } from '../http/answer.ts'
import { shownDetail } from '../http/shownDetail.ts'
import { type JsonObject, jsonNumber, jsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import { readByIds } from '../read/readByIds.ts'
import { bulkMessage } from '../schemaUrns.ts'
import type { Store } from '../store.ts'
import type { BulkOperation } from './bulkOperation.ts'
import { idOfLocation } from './createUser.ts'
import { failureOfOne } from './failureOfOne.ts'
import { writeOne } from './writeOne.ts'
import { failed, isSuccess } from './writeResult.ts'

type IndexedResult = readonly [index: number, result: WriteResult]

/**
 * One Bulk request; every operation's own status decides. What the store did not answer, asks to try again, or
 * refuses in a way that single requests can repair, is sent alone, after a look whether it took place already.
 */
export async function sendBulk(store: Store, operations: readonly BulkOperation[]): Promise<readonly IndexedResult[]> {
  if (operations.length === 1) return alone(store, operations, 'new')
  const list = operations.map((operation) => operation.json).join(',')
  const body = `{"schemas":["${bulkMessage}"],"${store.profile.bulkKey}":[${list}]}`
  const answer = await store.client.send({
    method: 'POST',
    path: '/Bulk',
    body,
    beforeRepeat: async () => ({ kind: 'settled', answer: lostBulk }),
  })
  if (answer.kind === 'lost' || answer.status === lostBulk.status) return alone(store, operations, 'maybe-sent')
  if (answer.status === 413) return halves(store, operations)
  const answered = jsonObjects(answer.body?.Operations ?? answer.body?.operations)
  if (!isSuccess(answer) || answered.length === 0) {
    store.experience.bulk = 'not-worth-it'
    return alone(store, operations, answer.status < 500 ? 'new' : 'maybe-sent')
  }
  const matched = matchAnswers(operations, answered)
  const answers = operations.map((operation) => answerTo(matched.get(operation), answer.retries))
  const shown = await showResources(store, operations, answers)
  return Promise.all(operations.map((operation, at) => resultOf(store, operation, shown[at] ?? null)))
}

const lostBulk: Answer = {
  kind: 'answer',
  status: 504,
  body: null,
  location: null,
  scimType: null,
  detail: '',
  retries: 0,
}

async function halves(store: Store, operations: readonly BulkOperation[]): Promise<readonly IndexedResult[]> {
  const middle = Math.ceil(operations.length / 2)
  const first = await sendBulk(store, operations.slice(0, middle))
  return [...first, ...(await sendBulk(store, operations.slice(middle)))]
}

function alone(
  store: Store,
  operations: readonly BulkOperation[],
  history: 'new' | 'maybe-sent',
): Promise<readonly IndexedResult[]> {
  return Promise.all(
    operations.map(async ({ index, write }) => [index, await writeOne(store, write, history)] as const),
  )
}

/** By bulkId where the store repeats it, else by the address of the resource, else in the order of the request. */
function matchAnswers(
  operations: readonly BulkOperation[],
  answered: readonly JsonObject[],
): ReadonlyMap<BulkOperation, JsonObject> {
  const left = new Set(answered)
  const matched = new Map<BulkOperation, JsonObject>()
  const take = (operation: BulkOperation, found: JsonObject | undefined) => {
    if (found === undefined) return
    matched.set(operation, found)
    left.delete(found)
  }
  const byBulkId = new Map(answered.map((answer) => [answer.bulkId, answer]))
  for (const operation of operations) take(operation, byBulkId.get(operation.bulkId))
  for (const operation of operations) {
    if (matched.has(operation) || !('id' in operation.write)) continue
    const ending = `/${operation.write.id}`
    take(
      operation,
      [...left].find((answer) => jsonText(answer.location)?.endsWith(ending) === true),
    )
  }
  if (answered.length === operations.length) {
    for (const operation of operations) {
      if (!matched.has(operation))
        take(
          operation,
          [...left].find((answer) => jsonText(answer.bulkId) === null),
        )
    }
  }
  return matched
}

/** An operation's own answer in the form of a single request's; null when the store gave none. */
function answerTo(answered: JsonObject | undefined, retries: number): Answer | null {
  const status = answered === undefined ? null : statusOf(answered)
  if (answered === undefined || status === null) return null
  const body = jsonObject(answered.response)
  const location = jsonText(answered.location)
  const detail = shownDetail(jsonText(body?.detail) ?? '')
  return { kind: 'answer', status, body, location, scimType: jsonText(body?.scimType), detail, retries }
}

/**
 * Most stores confirm an operation without showing the resource; then all users and contacts of the request are read
 * back together. Where that is not possible, Bulk costs as much as single requests, and is not used again.
 */
async function showResources(
  store: Store,
  operations: readonly BulkOperation[],
  answers: readonly (Answer | null)[],
): Promise<readonly (Answer | null)[]> {
  const hidden = new Map<string, Map<number, string>>()
  answers.forEach((answer, at) => {
    const write = operations[at]?.write
    if (write === undefined || answer === null || !isSuccess(answer) || answer.body !== null) return
    const path = pathOf(store, write)
    const id = 'id' in write ? write.id : idOfLocation(answer.location)
    if (path === null || id === null) return
    const known = hidden.get(path) ?? new Map<number, string>()
    hidden.set(path, known.set(at, id))
  })
  const shown = [...answers]
  for (const [path, ids] of hidden) {
    const resources = await readByIds(store, path, [...ids.values()])
    if (resources === 'cannot-filter') {
      store.experience.bulk = 'not-worth-it'
      continue
    }
    for (const [at, id] of ids) {
      const answer = shown[at]
      const body = resources.get(id)
      if (answer && body !== undefined) shown[at] = { ...answer, body }
    }
  }
  return shown
}

/** The end point of what is compared after it was written; null for everything else. */
function pathOf({ features }: Store, { kind }: Write): string | null {
  if (kind === 'create-user' || kind === 'update-user') return '/Users'
  const isContact = kind === 'create-contact' || kind === 'update-contact'
  return isContact && features.contacts?.kind === 'scim' ? features.contacts.collection.path : null
}

async function resultOf(store: Store, operation: BulkOperation, answer: Answer | null): Promise<IndexedResult> {
  const { index, write } = operation
  if (answer === null || retryStatuses.has(answer.status)) return [index, await writeOne(store, write, 'maybe-sent')]
  if (isSuccess(answer)) return [index, await failureOfOne(() => operation.confirm(answer))]
  const isUpdate = write.kind === 'update-user' || write.kind === 'update-contact'
  if (answer.status === 400 && isUpdate) return [index, await writeOne(store, write, 'new')]
  const isContact = write.kind === 'create-contact' || write.kind === 'update-contact'
  return [index, failed(answer, nameOf(write), isContact ? 'shared' : 'unique')]
}

function statusOf(answered: JsonObject): number | null {
  return jsonNumber(jsonObject(answered.status)?.code ?? answered.status)
}

function nameOf(write: Write): string {
  switch (write.kind) {
    case 'create-user':
      return `create ${write.values.uid ?? 'user'}`
    case 'create-contact':
      return `create contact ${write.values.uid ?? write.values.displayName ?? ''}`.trimEnd()
    case 'create-group':
      return `create group ${write.displayName}`
    default:
      return `${write.kind.replace('-', ' ')} ${write.id}`
  }
}

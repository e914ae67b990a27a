import type { Write, WriteResult } from '../../target.ts'
import type { Answer } from '../http/answer.ts'
import { answerError } from '../http/answerError.ts'
import type { Repeat } from '../http/scimClient.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import { ignoredAttributes } from '../profile/ignoredAttributes.ts'
import { readValues } from '../profile/readValues.ts'
import { toScimUser } from '../profile/toScimUser.ts'
import { lookUp } from '../read/lookUp.ts'
import { readById } from '../read/readById.ts'
import type { Store } from '../store.ts'
import { supportedValues } from './supportedValues.ts'
import { answerOf, done, failed, isSuccess } from './writeResult.ts'

export type UserCreate = Extract<Write, { kind: 'create-user' }>

/** What goes over the wire for one create, and what has to come back. */
export interface PreparedCreate {
  readonly body: JsonObject
  readonly sent: { readonly active: boolean; readonly values: UserCreate['values'] }
  /** Not sent, because the store has no place for them. */
  readonly unsupported: readonly string[]
}

export function prepareCreate(store: Store, write: UserCreate): PreparedCreate {
  const { values, ignored } = supportedValues(store.features.attributes, write.values)
  const sent = { active: write.active, values }
  return { body: toScimUser(store.profile, sent), sent, unsupported: ignored }
}

/**
 * Creates a user. `history` says whether an earlier attempt may have created it already: then it is looked up first.
 * The same is done when an answer is lost on the way (see `adoptCreated`).
 */
export async function createUser(store: Store, write: UserCreate, history: 'new' | 'maybe-sent'): Promise<WriteResult> {
  const prepared = prepareCreate(store, write)
  const body = JSON.stringify(prepared.body)
  const beforeRepeat = () => adoptCreated(store, prepared, body)
  if (history === 'maybe-sent') {
    const repeat = await beforeRepeat()
    if (repeat.kind === 'settled') return createdResult(store, write, prepared, { ...repeat.answer, retries: 1 })
  }
  const answer = await store.client.send({ method: 'POST', path: '/Users', body, beforeRepeat })
  if (answer.kind === 'answer' && answer.status === 404) throw answerError(answer, 'POST /Users', store.client.place)
  if (!isSuccess(answer)) return failed(answer, `create ${write.values.uid ?? 'user'}`)
  return createdResult(store, write, prepared, answer)
}

/** The result of a create that the store confirmed; reads the user back when the answer does not show it. */
export async function createdResult(
  store: Store,
  write: UserCreate,
  prepared: PreparedCreate,
  answer: Answer,
): Promise<WriteResult> {
  if (!isSuccess(answer)) return failed(answer, `create ${write.values.uid ?? 'user'}`)
  let user = answer.body
  if (jsonText(user?.id) === null || jsonText(user?.userName) === null) {
    const id = jsonText(user?.id) ?? idOfLocation(answer.location)
    user = id === null ? await findByUserName(store, write.values.uid ?? '') : await readById(store, '/Users', id)
  }
  const id = jsonText(user?.id)
  if (user === null || id === null) {
    const detail = 'it confirmed the user, but does not show it'
    return failed(answerOf(answer.status, null, detail), `create ${write.values.uid ?? 'user'}`)
  }
  const ignored = [...prepared.unsupported, ...ignoredAttributes(store.profile, prepared.sent, user)]
  return done(id, ignored, answer.retries)
}

/** The last part of the address of a resource. */
export function idOfLocation(location: string | null): string | null {
  if (location === null) return null
  const last = location.split(/[?#]/)[0]?.split('/').at(-1)
  if (last === undefined || last === '') return null
  return /%(?![0-9a-f]{2})/i.test(last) ? last : decodeURIComponent(last)
}

/**
 * After a lost answer: the user that is there under the same userName is taken for the one just created when none of
 * its values contradicts what was sent. One that does was there before: that is a conflict of names.
 */
async function adoptCreated(store: Store, prepared: PreparedCreate, body: string): Promise<Repeat> {
  const user = await findByUserName(store, prepared.sent.values.uid ?? '')
  if (user === null) return { kind: 'send', body }
  const values = readValues(store.profile, user)
  const contradicts = ignoredAttributes(store.profile, { values: prepared.sent.values }, user).filter((attribute) =>
    Object.hasOwn(values, attribute),
  )
  if (contradicts.length === 0) return { kind: 'settled', answer: answerOf(201, user, '') }
  const detail = `another user has this name, with other values in ${contradicts.join(', ')}`
  return { kind: 'settled', answer: answerOf(409, null, detail) }
}

async function findByUserName(store: Store, uid: string): Promise<JsonObject | null> {
  const answer = await lookUp(store, '/Users', 'userName', uid)
  if (answer.kind === 'cannot-filter') return null
  const wanted = uid.toLowerCase()
  return answer.resources.find((user) => jsonText(user.userName)?.toLowerCase() === wanted) ?? null
}

import type { Write, WriteResult } from '../../target.ts'
import type { Answer, LostAnswer } from '../http/answer.ts'
import { jsonLiteral } from '../jsonLiteral.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { PatchOperation } from '../profile/patchOperation.ts'
import { readById } from '../read/readById.ts'
import { inlineMembers, memberPages } from '../read/readMembers.ts'
import type { Store } from '../store.ts'
import { patchBody } from './updateResource.ts'
import { answerOf, done, failed, isSuccess } from './writeResult.ts'

type MemberChange = Extract<Write, { kind: 'change-members' }>

const membersPerPatch = 100

/** Adds and removes members in chunks, then compares the group with what was asked for. */
export async function changeMembers(store: Store, write: MemberChange): Promise<WriteResult> {
  const what = `change members of group ${write.id}`
  let retries = 0
  let last: Answer | null = null
  const steps = [
    ...chunks(write.add).map((members) => () => addMembers(store, write.id, members)),
    ...chunks(write.remove).map((ids) => () => removeMembers(store, write.id, ids)),
  ]
  for (const step of steps) {
    const answer = await step()
    retries += answer.retries
    if (!isSuccess(answer)) return failed({ ...answer, retries }, what)
    last = answer
  }
  if (last === null) return done(write.id, [], retries)
  const members = await membersAfterwards(store, write.id, last.body)
  if (members === 'gone') return failed({ ...answerOf(404, null, 'it is not there afterwards'), retries }, what)
  const stuck = write.add.every((member) => members.has(member.id)) && !write.remove.some((id) => members.has(id))
  return done(write.id, stuck ? [] : ['members'], retries)
}

function addMembers(store: Store, id: string, members: MemberChange['add']): Promise<Answer | LostAnswer> {
  const value = members.map((member) => ({ value: member.id, type: store.profile.memberTypes[member.kind] }))
  return patch(store, id, [{ op: 'add', path: 'members', value }])
}

/** By value path; once the store refuses that, by a list of values for the rest of the session. */
async function removeMembers(store: Store, id: string, ids: readonly string[]): Promise<Answer | LostAnswer> {
  const { experience } = store
  if (experience.memberRemoval === 'value-path') {
    const answer = await patch(
      store,
      id,
      ids.map((memberId) => ({ op: 'remove', path: `members[value eq ${jsonLiteral(memberId)}]` })),
    )
    if (answer.kind === 'lost' || answer.status !== 400) return answer
  }
  const answer = await patch(store, id, [{ op: 'remove', path: 'members', value: ids.map((value) => ({ value })) }])
  if (isSuccess(answer)) experience.memberRemoval = 'value-array'
  return answer
}

function patch(store: Store, id: string, operations: readonly PatchOperation[]): Promise<Answer | LostAnswer> {
  const path = `/Groups/${encodeURIComponent(id)}`
  return store.client.send({ method: 'PATCH', path, body: JSON.stringify(patchBody(operations)) })
}

async function membersAfterwards(
  store: Store,
  id: string,
  answered: JsonObject | null,
): Promise<ReadonlySet<string> | 'gone'> {
  const { memberReading } = store.profile
  if (memberReading.kind === 'paged') {
    const members = new Set<string>()
    for await (const page of memberPages(store.client, id, memberReading.pageSize)) {
      for (const member of page) members.add(member)
    }
    return members
  }
  const group = Array.isArray(answered?.members) ? answered : await readById(store, '/Groups', id)
  return group === null ? 'gone' : new Set(inlineMembers(group))
}

function chunks<T>(items: readonly T[]): T[][] {
  const result: T[][] = []
  for (let start = 0; start < items.length; start += membersPerPatch) {
    result.push(items.slice(start, start + membersPerPatch))
  }
  return result
}

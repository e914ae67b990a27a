import type { Change, MemberReference } from '../model/change.ts'
import type { RecordedOutcome } from '../state/state.ts'
import type { MemberWrite, Write } from '../target/target.ts'
import type { ApplyParts } from './applyParts.ts'
import { forEachBatch } from './forEachBatch.ts'
import { outcomeOf } from './outcome.ts'

const one = (concurrency: number) => ({ size: 1, concurrency })

/** Writes the changes of groups: all names first, then the members, because a member can be a group. */
export async function applyGroups(parts: ApplyParts, concurrency: number): Promise<void> {
  await forEachBatch(parts.changes('group', ['create', 'update']), one(concurrency), async ([recorded]) => {
    if (!recorded) return
    const { change } = recorded
    const write = nameWrite(change)
    const id = change.resourceId ?? ''
    const [result] = write
      ? await parts.target.write([write])
      : [{ kind: 'done' as const, id, ignored: [], retries: 0 }]
    if (!result) return
    parts.save([outcomeOf(change, result)])
    parts.advanced(1)
  })
  await forEachBatch(parts.changes('group', ['create', 'update']), one(concurrency), async ([recorded]) => {
    if (recorded?.outcome?.kind !== 'done') return
    const outcome = await writeMembers(parts, recorded.change, recorded.outcome.resourceId)
    if (outcome) parts.save([outcome])
  })
}

export async function deleteGroups(parts: ApplyParts, concurrency: number): Promise<void> {
  await forEachBatch(parts.changes('group', ['delete']), one(concurrency), async ([recorded]) => {
    const id = recorded?.change.resourceId
    if (!recorded || !id) return
    const [result] = await parts.target.write([{ kind: 'delete-group', id }])
    if (!result) return
    parts.save([outcomeOf(recorded.change, result)])
    parts.advanced(1)
  })
}

function nameWrite(change: Change): Write | null {
  const displayName = change.after?.displayName
  if (displayName === undefined) return null
  if (change.resourceId === null) return { kind: 'create-group', displayName }
  return { kind: 'rename-group', id: change.resourceId, displayName }
}

/** @returns the outcome that replaces the one saved for the name; null when all went well */
async function writeMembers(parts: ApplyParts, change: Change, groupId: string): Promise<RecordedOutcome | null> {
  const { add = [], remove = [] } = change.members ?? {}
  if (add.length + remove.length === 0) return null
  const found: MemberWrite[] = []
  const missing: MemberReference[] = []
  for (const member of add) {
    const id = member.resourceId ?? (member.anchor && parts.resourceOf(member.kind, member.anchor))
    if (id) found.push({ id, kind: member.kind })
    else missing.push(member)
  }
  const removed = remove.flatMap((member) => member.resourceId ?? [])
  if (found.length + removed.length > 0) {
    const [result] = await parts.target.write([{ kind: 'change-members', id: groupId, add: found, remove: removed }])
    if (result && (result.kind === 'failed' || result.ignored.length > 0)) {
      return { ...outcomeOf(change, result), effect: { kind: 'none' } }
    }
  }
  if (missing.length === 0) return null
  const names = missing.slice(0, 5).map((member) => member.name)
  return outcomeOf(change, {
    kind: 'failed',
    code: 'not-found',
    message: `${missing.length} of ${add.length} new members could not be added, because they could not be created: ${names.join(', ')}.`,
    remedy: 'See why those could not be created; the next run adds them.',
    retries: 0,
  })
}

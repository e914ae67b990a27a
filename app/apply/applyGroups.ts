import type { Change, MemberReference } from '../model/change.ts'
import type { RecordedOutcome } from '../state/state.ts'
import type { MemberWrite, Write, WriteResult } from '../target/target.ts'
import type { ApplyParts } from './applyParts.ts'
import { forEachBatch, type Pace } from './forEachBatch.ts'
import { outcomeOf } from './outcome.ts'
import { referenceMissing } from './referenceMissing.ts'

/** Writes the changes of groups: all names first, then the members, because a member can be a group. */
export async function applyGroups(parts: ApplyParts, pace: Pace): Promise<void> {
  await forEachBatch(parts.changes(['group'], ['create', 'update']), { ...pace, size: 1 }, async ([recorded]) => {
    if (!recorded) return
    const { change } = recorded
    parts.save([outcomeOf(change, await writeNameAndMark(parts, change))])
    parts.advanced(1)
  })
  await forEachBatch(parts.changes(['group'], ['create', 'update']), { ...pace, size: 1 }, async ([recorded]) => {
    if (recorded?.outcome?.kind !== 'done') return
    const outcome = await writeMembers(parts, recorded.change, recorded.outcome.resourceId)
    if (outcome) parts.save([outcome])
  })
}

export async function deleteGroups(parts: ApplyParts, pace: Pace): Promise<void> {
  await forEachBatch(parts.changes(['group'], ['delete']), { ...pace, size: 1 }, async ([recorded]) => {
    const id = recorded?.change.resourceId
    if (!recorded || !id) return
    const [result] = await parts.target.write([{ kind: 'delete-group', id }])
    if (!result) return
    parts.save([outcomeOf(recorded.change, result)])
    parts.advanced(1)
  })
}

/** The first write that fails ends it. */
async function writeNameAndMark(parts: ApplyParts, change: Change): Promise<WriteResult> {
  let last: WriteResult = { kind: 'done', id: change.resourceId ?? '', ignored: [], retries: 0 }
  for (const write of nameAndMark(change)) {
    const [result] = await parts.target.write([write])
    if (!result || result.kind === 'failed') return result ?? last
    last = { ...result, ignored: [...last.ignored, ...result.ignored] }
  }
  return last
}

function* nameAndMark({ resourceId: id, after }: Change): Generator<Write> {
  const displayName = after?.displayName
  const connectorDomain = after?.values?.connectorDomain ?? undefined
  if (id === null) {
    if (displayName === undefined) return
    yield { kind: 'create-group', displayName, ...(connectorDomain !== undefined && { connectorDomain }) }
    return
  }
  if (displayName !== undefined) yield { kind: 'rename-group', id, displayName }
  if (connectorDomain !== undefined) yield { kind: 'mark-group', id, connectorDomain }
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
    code: referenceMissing,
    message: `${missing.length} of ${add.length} new members could not be added, because they could not be created: ${names.join(', ')}.`,
    remedy: 'See why those could not be created; they are added as soon as that works.',
  })
}

import { assertNever } from '../model/assertNever.ts'
import { entryKindOf } from '../model/objectKind.ts'
import { otherDomainOf } from '../plan/otherDomainOf.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { RecordedChange } from '../state/state.ts'
import { type DoneChange, doneChanges, type RunTraces } from './runTraces.ts'
import { undoAvatar } from './undoAvatar.ts'
import { undoContact } from './undoContact.ts'
import { leftAsItIs, type UndoContext } from './undoContext.ts'
import type { UndoFacts, UndoPolicy } from './undoFacts.ts'
import { undoGroup } from './undoGroup.ts'
import { undoUserChange } from './undoUserChange.ts'
import { undoUserCreation } from './undoUserCreation.ts'
import { undoUserDeletion } from './undoUserDeletion.ts'

/**
 * Plans to take back what a run has done (DC-58): one change or one object for each change that was done, and a note for
 * each part of it that cannot be taken back.
 *
 * ```
 *  run did                in the store now     then
 *  nothing (failed)       any                  nothing
 *  anything               as before the run    nothing to do
 *  anything               changed since        left alone, and told
 *  anything               another domain's     left alone, and told (DC-32)
 *  create                 as written           users, rooms: deactivate, deleted later; all others: delete
 *  update                 as written           update; pictures: see undoAvatar
 *  deactivate             as written           reactivate
 *  reactivate             as written           deactivate
 *  delete                 still gone           create; pictures: see undoAvatar
 * ```
 *
 * So an undo that was applied leaves nothing to undo. The order in which the changes are written is the one of every
 * plan: names are freed before they are taken, references are set when what they point to exists, deletions come last.
 * A picture goes with a user whom the undo deletes: nothing is said of it.
 * @param changes of the run, with what became of them, pictures after their users; walked through once
 * @param traces the same changes, as `traceRun` sums them up
 */
export function* planUndo(
  changes: Iterable<RecordedChange>,
  traces: RunTraces,
  facts: UndoFacts,
  policy: UndoPolicy,
): Generator<PlanItem> {
  const context: UndoContext = { facts, traces, policy }
  const deletedUsers = new Set<string>()
  for (const done of doneChanges(changes)) {
    if (done.change.objectKind === 'avatar' && deletedUsers.has(done.resourceId)) continue
    for (const item of undoOne(done, context)) {
      if (isDeletionOfUser(item)) deletedUsers.add(done.resourceId)
      yield item
    }
  }
}

function isDeletionOfUser(item: PlanItem): boolean {
  if (item.kind !== 'change' || item.change.kind !== 'delete') return false
  return item.change.objectKind === 'user' || item.change.objectKind === 'room'
}

function undoOne(done: DoneChange, context: UndoContext): Iterable<PlanItem> {
  const domain = otherDomain(done, context)
  if (domain !== null) return [leftAsItIs(done, { kind: 'other-domain', domain, resourceId: done.resourceId })]
  const { objectKind } = done.change
  switch (objectKind) {
    case 'user':
    case 'room':
      return undoUser(done, context)
    case 'group':
      return undoGroup(done, context)
    case 'contact':
      return undoContact(done, context)
    case 'avatar':
      return undoAvatar(done, context)
    default:
      return assertNever(objectKind)
  }
}

function undoUser(done: DoneChange, context: UndoContext): Iterable<PlanItem> {
  const { kind } = done.change
  switch (kind) {
    case 'create':
      return undoUserCreation(done, context)
    case 'update':
    case 'deactivate':
    case 'reactivate':
      return undoUserChange(done, context)
    case 'delete':
      return undoUserDeletion(done, context)
    default:
      return assertNever(kind)
  }
}

/** The other domain to which the resource belongs now, of a picture its user; null when there is none. */
function otherDomain({ change, resourceId }: DoneChange, { facts, policy }: UndoContext): string | null {
  const kind = entryKindOf(change.objectKind)
  switch (kind) {
    case 'user': {
      const user = facts.current.user(resourceId)
      const { uid, connectorDomain } = user?.values ?? {}
      return user && otherDomainOf(policy.organization, kind, { name: uid ?? '', domain: connectorDomain ?? null })
    }
    case 'group': {
      const group = facts.current.group(resourceId)
      return (
        group && otherDomainOf(policy.organization, kind, { name: group.displayName, domain: group.connectorDomain })
      )
    }
    case 'contact':
      return null
    default:
      return assertNever(kind)
  }
}

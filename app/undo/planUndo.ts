import { assertNever } from '../model/assertNever.ts'
import { otherDomainOf } from '../plan/otherDomainOf.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { RecordedChange } from '../state/state.ts'
import { type DoneChange, doneChanges, type RunTraces } from './runTraces.ts'
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
 *  create                 as written           users: deactivate, deleted later; groups: delete
 *  update                 as written           update
 *  deactivate             as written           reactivate
 *  reactivate             as written           deactivate
 *  delete                 still gone           create
 * ```
 *
 * So an undo that was applied leaves nothing to undo. The order in which the changes are written is the one of every
 * plan: names are freed before they are taken, references are set when what they point to exists, deletions come last.
 * @param changes of the run, with what became of them; walked through once
 * @param traces the same changes, as `traceRun` sums them up
 */
export function* planUndo(
  changes: Iterable<RecordedChange>,
  traces: RunTraces,
  facts: UndoFacts,
  policy: UndoPolicy,
): Generator<PlanItem> {
  const context: UndoContext = { facts, traces, policy }
  for (const done of doneChanges(changes)) yield* undoOne(done, context)
}

function undoOne(done: DoneChange, context: UndoContext): Iterable<PlanItem> {
  const domain = otherDomain(done, context)
  if (domain !== null) return [leftAsItIs(done, { kind: 'other-domain', domain, resourceId: done.resourceId })]
  if (done.change.objectKind === 'group') return undoGroup(done, context)
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

/** The other domain to which the resource belongs now; null when there is none. */
function otherDomain({ change, resourceId }: DoneChange, { facts, policy }: UndoContext): string | null {
  if (change.objectKind === 'user') {
    const user = facts.current.user(resourceId)
    const { uid, connectorDomain } = user?.values ?? {}
    return user && otherDomainOf(policy.organization, 'user', { name: uid ?? '', domain: connectorDomain ?? null })
  }
  const group = facts.current.group(resourceId)
  if (!group) return null
  return otherDomainOf(policy.organization, 'group', { name: group.displayName, domain: group.connectorDomain })
}

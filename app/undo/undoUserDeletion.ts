import type { UserValues } from '../model/resource.ts'
import type { PlanItem } from '../plan/planItem.ts'
import { leftToReplacement, presentReference } from './presentReference.ts'
import type { DoneChange } from './runTraces.ts'
import { noteOn, type UndoContext, undoReason } from './undoContext.ts'

/**
 * Makes a deleted user or room again, with the values that were recorded and a new resource id, and links it to its entry again.
 *
 * ```
 *  in the store now                                       then
 *  a user of the same uid                                 as before
 *  the user of its entry, or one with its uid as address  nothing: replaced since
 *  otherwise                                              create
 * ```
 */
export function* undoUserDeletion(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change } = done
  const left = leftToReplacement(done, context)
  if (left) {
    yield left
    return
  }
  const { manager: recorded = null, ...own } = change.before?.values ?? {}
  const manager = recorded === null ? null : presentReference('user', recorded, context)
  if (recorded !== null && !manager) {
    yield noteOn(change, 'manager', 'The manager of before is gone from the store; it is left out.')
  }
  const values: UserValues = {
    ...own,
    ...(manager && { manager: manager.kind === 'resource' ? manager.resourceId : `entry:${manager.anchor}` }),
  }
  const { objectKind, name, dn, baseDn, anchor } = change
  const identity = { objectKind, name, dn, baseDn, anchor, resourceId: null, version: null }
  yield {
    kind: 'change',
    change: {
      ...identity,
      kind: 'create',
      before: null,
      after: { active: change.before?.active ?? true, values },
      ...(manager && { managerNames: { before: null, after: manager.name } }),
      reason: undoReason(done, context, 'unchanged'),
    },
  }
}

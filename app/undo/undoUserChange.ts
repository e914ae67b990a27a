import type { Change, ChangeKind, ChangeReason } from '../model/change.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { ObjectReason } from '../model/plan.ts'
import type { CurrentUser, UserValues } from '../model/resource.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { DoneChange } from './runTraces.ts'
import { leftAsItIs, noteOn, type UndoContext, undoReason } from './undoContext.ts'
import { undoValues } from './undoValues.ts'
import { waitBegun } from './waitBegun.ts'
import { withheldFrom } from './withheldFrom.ts'

/**
 * Takes back what a run changed of a user or a room: its values, one by one, and whether it is active.
 *
 * ```
 *  active before  run wrote  active now  waits for deletion     then
 *  no             yes        yes         any                    deactivate; never administrators and protected (DC-55)
 *  yes            no         no          any                    reactivate
 *  no             no         no          yes, since the run     nothing is sent, and the wait ends
 *  no             no         no          no, ended by the run   nothing is sent, and the wait begins
 *  otherwise                                                    as it is
 * ```
 *
 * A wait for deletion (DC-33) that the run began ends, and one that it ended begins, from now on.
 */
export function* undoUserChange(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change, resourceId } = done
  const { facts, policy } = context
  const current = facts.current.user(resourceId)
  if (!current) {
    yield leftAsItIs(done, { kind: 'gone-since' })
    return
  }
  const values = undoValues(done, current, context)
  const undone = undoActivity(done, current, context)
  const withheld = undone?.kind === 'deactivate' && current.active ? withheldFrom(current, change, policy) : null
  const activity = withheld ? null : undone
  const attributes = Object.keys(values.after)
  for (const { attribute, problem } of values.left) yield noteOn(change, attribute, problem)
  if (!activity && attributes.length === 0) {
    yield leftAsItIs(done, reasonToLeave(withheld, values.left))
    return
  }
  if (withheld) yield noteOn(change, 'active', 'An administrator or a protected user is never made inactive.')
  const { name, dn, baseDn, anchor } = change
  const uid = values.after.uid ?? current.values.uid ?? name
  const objectKind = kindAfterwards(change, { ...current.values, ...values.after })
  const identity = { objectKind, name: uid, dn, baseDn, anchor, resourceId, version: current.version }
  const before = { ...(activity && { active: current.active }), values: values.before }
  const after = { ...(activity && { active: activity.active }), values: values.after }
  yield {
    kind: 'change',
    change: {
      ...identity,
      kind: activity?.kind ?? 'update',
      before,
      after,
      ...(values.managerNames && { managerNames: values.managerNames }),
      reason: undoReason(done, context, activity?.wait ?? 'unchanged'),
    },
  }
}

/**
 * What the user is when the undo is done: one that the run made a room of is none again, and the other way round.
 * @param values that it has then
 */
function kindAfterwards({ objectKind, after }: Change, { room = null }: UserValues): ObjectKind {
  if (after?.values?.room === undefined) return objectKind
  return room === null ? 'user' : 'room'
}

function reasonToLeave(withheld: ObjectReason | null, left: ReturnType<typeof undoValues>['left']): ObjectReason {
  if (withheld) return withheld
  if (left.length > 0) return { kind: 'changed-since', attributes: left.map(({ attribute }) => attribute) }
  return { kind: 'as-before' }
}

interface UndoneActivity {
  readonly kind: Extract<ChangeKind, 'update' | 'deactivate' | 'reactivate'>
  readonly active: boolean
  readonly wait: Extract<ChangeReason, { readonly kind: 'undo' }>['wait']
}

function undoActivity(
  { change, resourceId }: DoneChange,
  current: CurrentUser,
  { facts }: UndoContext,
): UndoneActivity | null {
  const [was, written] = [change.before?.active, change.after?.active]
  if (was === undefined || written === undefined) return null
  const begun = waitBegun(change)
  const wait = begun === null ? 'unchanged' : begun ? 'ends' : 'begins'
  if (was !== written) {
    if (current.active !== written) return null
    return { kind: was ? 'reactivate' : 'deactivate', active: was, wait }
  }
  const link = facts.linkOfResource('user', resourceId)
  if (was || current.active || !link) return null
  const waits = link.vanishedAt !== null
  if (wait === 'ends' && waits) return { kind: 'update', active: false, wait }
  if (wait === 'begins' && !waits) return { kind: 'deactivate', active: false, wait }
  return null
}

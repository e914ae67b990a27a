import type { ObjectReason } from '../model/plan.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { DoneChange } from './runTraces.ts'
import { leftAsItIs, type UndoContext, undoReason } from './undoContext.ts'
import { otherThanWritten } from './undoValues.ts'
import { withheldFrom } from './withheldFrom.ts'

/**
 * Takes back the creation of a user or a room the way a user is taken away whose entry is gone (DC-33): deleting can lose what
 * the cloud has gathered for that person in the meantime, being inactive can be taken back itself. So the user is made
 * inactive at once, and its wait begins; the sync that finds no entry for it after softDeleteDays deletes it.
 *
 * ```
 *  user in the store     of another entry   waits   softDeleteDays  then
 *  gone                  any                any     any             as before
 *  any                   yes                any     any             nothing: changed since
 *  inactive              no                 yes     any             as before
 *  admin or protected    no                 any     any             nothing (DC-55)
 *  made active since     no                 no      any             nothing: changed since
 *  otherwise             no                 no      1 or more       deactivate, and the wait begins
 *  as the run wrote it   no                 no      0               delete
 *  otherwise             no                 no      0               nothing: changed since
 * ```
 *
 * An inactive user without a link has nothing to wait for: no sync would delete it.
 */
export function* undoUserCreation(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change, resourceId } = done
  const { facts, policy } = context
  const current = facts.current.user(resourceId)
  const link = facts.linkOfResource('user', resourceId)
  const leave = (reason: ObjectReason) => leftAsItIs(done, reason)
  if (!current) {
    yield leave({ kind: 'as-before' })
    return
  }
  if (link && change.anchor !== null && link.anchor !== change.anchor) {
    yield leave({ kind: 'changed-since', attributes: ['entry'] })
    return
  }
  if (!current.active && (!link || link.vanishedAt !== null)) {
    yield leave({ kind: 'as-before' })
    return
  }
  const withheld = withheldFrom(current, change, policy, policy.softDeleteDays === 0 ? 'delete' : 'deactivate')
  if (withheld) {
    yield leave(withheld)
    return
  }
  if (current.active && change.after?.active === false) {
    yield leave({ kind: 'changed-since', attributes: ['active'] })
    return
  }
  const { objectKind, dn, baseDn, anchor } = change
  const name = current.values.uid ?? change.name
  const identity = { objectKind, name, dn, baseDn, anchor, resourceId, version: current.version }
  if (policy.softDeleteDays > 0) {
    const [before, after] = [{ active: current.active }, { active: false }]
    const reason = undoReason(done, context, 'begins')
    yield { kind: 'change', change: { ...identity, kind: 'deactivate', before, after, reason } }
    return
  }
  const attributes = otherThanWritten(done, current, context)
  if (attributes.length > 0) {
    yield leave({ kind: 'changed-since', attributes })
    return
  }
  const before = { active: current.active, values: current.values }
  const reason = undoReason(done, context, 'unchanged')
  yield { kind: 'change', change: { ...identity, kind: 'delete', before, after: null, reason } }
}

import { assertNever } from '../model/assertNever.ts'
import type { PlanItem } from '../plan/planItem.ts'
import { contactName } from './contactName.ts'
import { leftToReplacement } from './presentReference.ts'
import { type DoneChange, deletedBy } from './runTraces.ts'
import { leftAsItIs, noteOn, type UndoContext, undoReason } from './undoContext.ts'
import { otherThanWritten, undoValues } from './undoValues.ts'

/**
 * Takes back what a run did to a contact. Only contacts that this connector created are touched (DC-34): those that it
 * is linked to, and those that the run recorded as created.
 *
 * ```
 *  run      in the store now                            then
 *  create   gone                                        as before
 *  create   of another entry, or with another value     nothing: changed since
 *  create   otherwise                                   delete
 *  delete   the contact of its entry, of that name      as before
 *  delete   the contact of its entry, of another name   nothing: replaced since
 *  delete   otherwise                                   create, beside any of that name that somebody else created
 *  update   gone                                        nothing: gone since
 *  update   not linked                                  nothing: not created here
 *  update   linked                                      the values of before, one by one (see undoValues)
 * ```
 */
export function* undoContact(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { kind } = done.change
  switch (kind) {
    case 'create':
      yield undoCreation(done, context)
      return
    case 'delete':
      yield* undoDeletion(done, context)
      return
    case 'update':
    case 'deactivate':
    case 'reactivate':
      yield* undoUpdate(done, context)
      return
    default:
      assertNever(kind)
  }
}

function undoCreation(done: DoneChange, context: UndoContext): PlanItem {
  const { change, resourceId } = done
  const contact = context.facts.current.contact(resourceId)
  if (!contact) return leftAsItIs(done, { kind: 'as-before' })
  const link = context.facts.linkOfResource('contact', resourceId)
  if (link && link.anchor !== change.anchor) return leftAsItIs(done, { kind: 'changed-since', attributes: ['entry'] })
  const attributes = otherThanWritten(done, contact, context)
  if (attributes.length > 0) return leftAsItIs(done, { kind: 'changed-since', attributes })
  const { dn, baseDn, anchor } = change
  const name = contactName(contact.values) ?? change.name
  return {
    kind: 'change',
    change: {
      ...{ kind: 'delete', objectKind: 'contact', name, dn, baseDn, anchor, resourceId, version: contact.version },
      before: { values: contact.values },
      after: null,
      reason: undoReason(done, context, 'unchanged'),
    },
  }
}

function* undoDeletion(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change } = done
  const { dn, baseDn, anchor } = change
  if (anchor === null) {
    yield leftAsItIs(done, { kind: 'gone-since' })
    return
  }
  const left = leftToReplacement(done, context)
  if (left) {
    yield left
    return
  }
  const { name } = deletedBy(change)
  const { current, linkOfResource } = context.facts
  const others = current.contactsNamed(name).filter(({ id }) => linkOfResource('contact', id) === null)
  if (others.length > 0) {
    const ids = others.map(({ id }) => id).join(', ')
    yield noteOn(change, 'uid', `The store has it besides as ${ids}, which this connector did not create: both stay.`)
  }
  yield {
    kind: 'change',
    change: {
      ...{ kind: 'create', objectKind: 'contact', name, dn, baseDn, anchor, resourceId: null, version: null },
      before: null,
      after: { values: change.before?.values ?? {} },
      reason: undoReason(done, context, 'unchanged'),
    },
  }
}

function* undoUpdate(done: DoneChange, context: UndoContext): Generator<PlanItem> {
  const { change, resourceId } = done
  const contact = context.facts.current.contact(resourceId)
  if (!contact) {
    yield leftAsItIs(done, { kind: 'gone-since' })
    return
  }
  if (!context.facts.linkOfResource('contact', resourceId)) {
    yield leftAsItIs(done, { kind: 'not-created-here', resourceId })
    return
  }
  const { before, after, left } = undoValues(done, contact, context)
  for (const { attribute, problem } of left) yield noteOn(change, attribute, problem)
  if (Object.keys(after).length === 0) {
    const attributes = left.map(({ attribute }) => attribute)
    yield leftAsItIs(done, left.length > 0 ? { kind: 'changed-since', attributes } : { kind: 'as-before' })
    return
  }
  const { dn, baseDn, anchor } = change
  const name = contactName({ ...contact.values, ...after }) ?? change.name
  yield {
    kind: 'change',
    change: {
      ...{ kind: 'update', objectKind: 'contact', name, dn, baseDn, anchor, resourceId, version: contact.version },
      before: { values: before },
      after: { values: after },
      reason: undoReason(done, context, 'unchanged'),
    },
  }
}

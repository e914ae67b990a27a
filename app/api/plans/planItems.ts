import { assertNever } from '../../model/assertNever.ts'
import { ConnectorError } from '../../model/error.ts'
import type { PlanNote, PlanObject } from '../../model/plan.ts'
import { attributeChanges } from '../../report/attributeChanges.ts'
import { describeOutcome } from '../../report/describeOutcome.ts'
import { changeRow, namedMembers, noteRow, objectRow } from '../../report/planRow.ts'
import type { PlanPart, RecordedChange, State } from '../../state/state.ts'
import type { PlanItemDetail, PlanRow } from './planBrowser.ts'

/** The row of a part with a key; null when there is none any more. */
export function planRow(state: State, planId: number, part: PlanPart, key: number): PlanRow | null {
  switch (part.kind) {
    case 'changes':
    case 'failed': {
      const found = state.planRows.change(planId, key)
      return found && { id: `c${key}`, ...changeRow(found) }
    }
    case 'objects': {
      const found = state.planRows.object(planId, key)
      return found && { id: `o${key}`, ...objectRow(found) }
    }
    case 'notes': {
      const found = state.planRows.note(planId, key)
      return found && { id: `n${key}`, ...noteRow(found) }
    }
    default:
      return assertNever(part)
  }
}

/**
 * Everything that is known of one row of a plan.
 * @throws ConnectorError (side connector) `no-such-row`
 */
export function planItem(state: State, planId: number, id: string): PlanItemDetail {
  const [, letter, digits] = /^([con])(\d{1,15})$/.exec(id) ?? []
  const item = letter === undefined ? null : itemOf(state, planId, letter, Number(digits))
  if (item) return { ...item, id }
  throw new ConnectorError({
    side: 'connector',
    code: 'no-such-row',
    message: `Plan ${planId} has no row ${id}.`,
    remedy: 'Older plans keep only the number of the objects that matched; look at a newer plan.',
    place: `plan ${planId}`,
  })
}

type Item = Omit<PlanItemDetail, 'id'>

function itemOf(state: State, planId: number, letter: string, key: number): Item | null {
  const notesOf = (of: Parameters<State['planRows']['notesOf']>[1]) =>
    state.planRows.notesOf(planId, of).map(({ attribute, problem }) => ({ attribute, problem }))
  if (letter === 'c') {
    const found = state.planRows.change(planId, key)
    return found && { ...changeItem(found), notes: notesOf(found.change) }
  }
  const found = letter === 'o' ? state.planRows.object(planId, key) : state.planRows.note(planId, key)
  if (!found) return null
  const row = 'outcome' in found ? objectItem(found) : noteItem(found)
  return { ...row, kind: found.objectKind, attributes: [], members: null, notes: notesOf(found), outcome: null }
}

function changeItem({ change, outcome }: RecordedChange): Omit<Item, 'notes'> {
  const { objectKind: kind, anchor, resourceId } = change
  const { add = [], remove = [] } = change.members ?? {}
  const changesMembers = add.length + remove.length > 0
  return {
    ...changeRow({ change, outcome }),
    kind,
    anchor,
    resourceId,
    attributes: attributeChanges(change),
    members: changesMembers ? { add: namedMembers(add), remove: namedMembers(remove) } : null,
    outcome: outcomeOf({ change, outcome }),
  }
}

/** Null for what was done whole, or was not tried. */
function outcomeOf({ outcome }: RecordedChange): Item['outcome'] {
  if (outcome === null) return null
  if (outcome.kind === 'failed') return { message: outcome.message, remedy: outcome.remedy }
  const { message } = describeOutcome(outcome)
  return message === '' ? null : { message, remedy: '' }
}

function objectItem(object: PlanObject) {
  return { ...objectRow(object), anchor: object.anchor, resourceId: object.resourceId }
}

function noteItem(note: PlanNote) {
  return { ...noteRow(note), anchor: null, resourceId: null }
}

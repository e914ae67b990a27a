import type { Change, ChangeReason } from '../model/change.ts'
import type { ObjectReason, PlanObject } from '../model/plan.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { DoneChange, RunTraces } from './runTraces.ts'
import type { UndoFacts, UndoPolicy } from './undoFacts.ts'

/** What taking back one change depends on. */
export interface UndoContext {
  readonly facts: UndoFacts
  readonly traces: RunTraces
  readonly policy: UndoPolicy
}

type UndoReason = Extract<ChangeReason, { readonly kind: 'undo' }>

export function undoReason({ change }: DoneChange, { policy }: UndoContext, wait: UndoReason['wait']): UndoReason {
  return { kind: 'undo', runId: policy.runId, of: change.kind, wait }
}

/** The object that is left as it is; what is as it was before the run counts as matched, everything else as skipped. */
export function leftAsItIs({ change, resourceId }: DoneChange, reason: ObjectReason): PlanItem {
  const { objectKind, name, dn, anchor } = change
  const outcome: PlanObject['outcome'] = reason.kind === 'as-before' ? 'matched' : 'skipped'
  return { kind: 'object', object: { outcome, objectKind, name, dn, anchor, resourceId, reason } }
}

export function noteOn({ objectKind, name, dn }: Change, attribute: string, problem: string): PlanItem {
  return { kind: 'note', note: { objectKind, name, dn, attribute, problem } }
}

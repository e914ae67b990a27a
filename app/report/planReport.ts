import type { ObjectOutcome, PlanHeader, PlanNote, PlanObject } from '../model/plan.ts'
import type { RecordedChange } from '../state/state.ts'
import type { ConfirmedChanges } from './confirmedCounts.ts'

/** A plan as every report takes it. Each walk starts anew, so a report may walk more than once and holds nothing. */
export interface PlanReport {
  readonly header: PlanHeader
  /** In the order of their positions. */
  changes(): Iterable<RecordedChange>
  /** All, or at least those of one outcome. */
  objects(outcome?: ObjectOutcome): Iterable<PlanObject>
  notes(): Iterable<PlanNote>
  /** Where it is known without a walk: how much of the plan the store has confirmed. */
  confirmed?(): Iterable<ConfirmedChanges>
}

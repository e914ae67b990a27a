import type { PlanHeader, PlanNote, PlanObject } from '../model/plan.ts'
import type { RecordedChange } from '../state/state.ts'

/** A plan as every report takes it. Each walk starts anew, so a report may walk more than once and holds nothing. */
export interface PlanReport {
  readonly header: PlanHeader
  /** In the order of their positions. */
  changes(): Iterable<RecordedChange>
  objects(): Iterable<PlanObject>
  notes(): Iterable<PlanNote>
}

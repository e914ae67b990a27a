import type { Change } from '../model/change.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { EventRecorder } from './syncParts.ts'

/** A plan that was computed just now, with what applying it needs. Disposing of it forgets what was read for it. */
export interface Planned extends Disposable {
  readonly plan: PlanHeader
  /** The version under which the resource of a change was read, for If-Match. */
  versionOf(change: Change): string | null
  /** Records what needs no request to the store. `applied` is the stored plan that is about to be applied. */
  begin(at: Date, applied: PlanHeader): void
  /** Records what is true once everything was tried. */
  settle(at: Date, applied: PlanHeader, record: EventRecorder): void
}

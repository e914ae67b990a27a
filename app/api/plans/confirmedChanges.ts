import { changeKinds } from '../../model/change.ts'
import { objectKinds, plural } from '../../model/objectKind.ts'
import type { PlanHeader } from '../../model/plan.ts'
import type { ConfirmedChanges } from '../../report/confirmedCounts.ts'
import type { State } from '../../state/state.ts'

/** How much of a stored plan the store has confirmed, without a walk through its changes. */
export function* confirmedChanges(
  { planRows }: Pick<State, 'planRows'>,
  { id, counts }: PlanHeader,
): Generator<ConfirmedChanges> {
  for (const objectKind of objectKinds) {
    for (const kind of changeKinds) {
      const planned = counts[plural[objectKind]][kind]
      if (planned > 0) yield { objectKind, kind, planned, done: planRows.countDone(id, objectKind, kind) }
    }
  }
}

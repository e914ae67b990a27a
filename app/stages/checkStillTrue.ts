import { ConnectorError } from '../model/error.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { Run } from '../model/run.ts'
import type { SyncParts } from './syncParts.ts'

/** Directory or store have moved on, so that the stored plan no longer says what would change. */
export class PlanMovedOn extends ConnectorError {
  /** The plan as of now. */
  readonly plan: PlanHeader

  constructor(message: string, remedy: string, plan: PlanHeader) {
    super({ side: 'connector', code: 'plan-moved-on', message, remedy, place: `plan ${plan.id}` })
    this.plan = plan
  }
}

/**
 * Compares the plan that a person has seen with the one that was computed just now.
 * @returns the stored plan, when both do the same; the computed one is then forgotten
 * @throws PlanMovedOn; the computed plan is kept for review
 */
export function checkStillTrue({ state }: SyncParts, run: Run, stored: PlanHeader, computed: PlanHeader): PlanHeader {
  const unseen = computed.halted.filter((halt) => !stored.halted.some(({ name }) => name === halt.name))
  if (stored.digest === computed.digest && stored.complete === computed.complete && unseen.length === 0) {
    state.runs.setPlan(run.id, stored.id)
    state.plans.discard(computed.id)
    return stored
  }
  const { added, gone } = state.plans.difference(stored.id, computed.id)
  const changes = [
    added.count > 0
      ? `${added.count} ${added.count === 1 ? 'is' : 'are'} new or different (${added.names.join(', ')}${added.count > 5 ? ', …' : ''})`
      : '',
    gone.count > 0
      ? `${gone.count} ${gone.count === 1 ? 'is' : 'are'} no longer as planned (${gone.names.join(', ')}${gone.count > 5 ? ', …' : ''})`
      : '',
    stored.complete === computed.complete
      ? ''
      : `the directory was read ${computed.complete ? 'whole' : 'with gaps'} this time`,
    unseen.length === 0 ? '' : `it is now halted by ${unseen.map(({ name }) => name).join(', ')}`,
  ].filter((text) => text !== '')
  const what = changes.length > 0 ? `: of the changes, ${changes.join('; ')}` : ''
  throw new PlanMovedOn(
    `Plan ${stored.id} no longer says what would change${what}. Nothing was written.`,
    `Review plan ${computed.id}, which says what would change now, and apply that one.`,
    computed,
  )
}

import { outcomeOf } from '../apply/outcome.ts'
import type { Change } from '../model/change.ts'
import type { Provenance } from '../model/organization.ts'
import type { Workspace } from '../state/workspace.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Records what an interrupted run has created without living to record it (DC-57): a resource of the planned name that
 * nobody is linked to. Without that it would be created once more if its entry has got another name meanwhile, and left
 * behind if its entry is gone.
 */
export function settleCreations({ state, now }: SyncParts, workspace: Workspace): void {
  for (const { planId, change } of state.plans.openCreations()) {
    const id = state.links.get(change.anchor ?? '') ? null : workspace.unlinkedResource(change.objectKind, change.name)
    if (id === null || bearsAnother(change, workspace.provenance(change.objectKind, id))) continue
    state.plans.saveOutcomes(planId, [outcomeOf(change, { kind: 'done', id, ignored: [], retries: 0 })], now())
  }
}

/** Whether a resource bears the mark of another domain than the one that the creation would have given it (DC-32). */
function bearsAnother({ after }: Change, provenance: Provenance | null): boolean {
  const domain = provenance?.domain ?? null
  return domain !== null && domain.toLowerCase() !== after?.values?.connectorDomain?.toLowerCase()
}

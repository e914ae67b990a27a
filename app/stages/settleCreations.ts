import { outcomeOf } from '../apply/outcome.ts'
import type { Change } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import { entryKindOf } from '../model/objectKind.ts'
import type { Provenance } from '../model/organization.ts'
import type { CurrentContact, ValueAttribute } from '../model/resource.ts'
import { diff } from '../plan/diff.ts'
import type { Workspace } from '../state/workspace.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Records what an interrupted run has created without living to record it (DC-57): a resource of the planned name that
 * nobody is linked to. Without that it would be created once more if its entry has got another name meanwhile, and left
 * behind if its entry is gone.
 */
export function settleCreations({ state, now }: SyncParts, workspace: Workspace): void {
  for (const { planId, change } of state.plans.openCreations()) {
    const kind = entryKindOf(change.objectKind)
    if (state.links.ofEntry(kind, change.anchor ?? '')) continue
    const candidates = workspace.unlinkedResources(kind, change.name)
    const id = candidates.find((candidate) => mayBe(change, kind, candidate, workspace))
    if (id === undefined) continue
    state.plans.saveOutcomes(planId, [outcomeOf(change, { kind: 'done', id, ignored: [], retries: 0 })], now())
  }
}

function mayBe(change: Change, kind: EntryKind, id: string, workspace: Workspace): boolean {
  if (bearsAnother(change, workspace.provenance(kind, id))) return false
  return kind !== 'contact' || isAsWritten(change, workspace.current.contact(id))
}

/** A contact of the same name may be anybody's: only one that is exactly what was to be created is taken for it (DC-34). */
function isAsWritten({ after }: Change, current: CurrentContact | null): boolean {
  if (current === null) return false
  const wanted = after?.values ?? {}
  const attributes = [...new Set([...Object.keys(wanted), ...Object.keys(current.values)])] as ValueAttribute[]
  const whole = Object.fromEntries(attributes.map((attribute) => [attribute, wanted[attribute] ?? null]))
  return diff(whole, current.values, attributes).attributes.length === 0
}

/** Whether a resource bears the mark of another domain than the one that the creation would have given it (DC-32). */
function bearsAnother({ after }: Change, provenance: Provenance | null): boolean {
  const domain = provenance?.domain ?? null
  return domain !== null && domain.toLowerCase() !== after?.values?.connectorDomain?.toLowerCase()
}

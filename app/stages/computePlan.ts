import { guard } from '../guard/guard.ts'
import type { EntryKind } from '../model/entry.ts'
import type { PlanHeader } from '../model/plan.ts'
import { PlanDigest } from '../plan/digest.ts'
import { plan } from '../plan/plan.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { protectedBy } from '../plan/protectedBy.ts'
import { Tally } from '../plan/tally.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { Workspace } from '../state/workspace.ts'
import type { GatheredDirectory } from './gatherDirectory.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Computes the plan and stores it while it is computed, with what the guards say of it.
 * @returns the stored plan's header
 */
export function computePlan(
  parts: SyncParts,
  scope: Scope,
  directory: GatheredDirectory,
  workspace: Workspace,
  runId: number,
  waiting: PlanPolicy['waiting'],
): PlanHeader {
  const { state, settings, now } = parts
  const at = now()
  const complete = directory.gaps.length === 0
  const policy = planPolicy(parts, scope, complete, at, waiting)
  const tally = new Tally(readCounts(directory, workspace))
  const digest = new PlanDigest()
  const linked = { user: state.links.count('user'), group: state.links.count('group') }

  const id = state.plans.save(runId, items(parts, scope, policy, workspace, tally, digest), () => {
    const { counts, deletions } = tally
    const emptiedBases = complete ? workspace.emptiedBases(scope.selection.bases.map(({ dn }) => dn)) : []
    const selected = selectedInAll(directory, workspace)
    const halted = guard({ kinds: scope.kinds, counts, linked, selected, deletions, emptiedBases }, settings.guards)
    return {
      basis: directory.basis,
      createdAt: at.toISOString(),
      status: halted.length > 0 ? 'halted' : 'pending',
      digest: digest.value(),
      settingsDigest: planSettingsDigest(settings),
      complete,
      gaps: directory.gaps,
      warnings: scope.warnings,
      halted,
      counts,
      membersOutside: workspace.membersOutside(),
    }
  })
  const header = state.plans.get(id)
  if (!header) throw new Error(`Plan ${id} was stored and cannot be found`)
  return header
}

function* items(
  { progress }: SyncParts,
  { kinds }: Scope,
  policy: PlanPolicy,
  workspace: Workspace,
  tally: Tally,
  digest: PlanDigest,
): Generator<PlanItem> {
  let done = 0
  for (const item of plan(workspace, kinds, policy)) {
    tally.add(item)
    if (item.kind === 'change') digest.add(item.change)
    yield item
    done += 1
    if (done % 1000 === 0) progress({ phase: 'plan', done })
  }
  for (const page of workspace.notes()) for (const note of page) yield { kind: 'note', note }
}

/** In an incremental sync, those of the focus and all the others. */
function selectedInAll({ basis }: GatheredDirectory, workspace: Workspace): Record<EntryKind, number> {
  const of = (kind: EntryKind) =>
    basis.kind === 'changes' ? workspace.focus.selectedInAll(kind) : workspace.selected(kind)
  return { user: of('user'), group: of('group') }
}

function planPolicy(
  { settings }: SyncParts,
  { managed, organization }: Scope,
  complete: boolean,
  now: Date,
  waiting: PlanPolicy['waiting'],
): PlanPolicy {
  return {
    managed,
    complete,
    mismatched: settings.mismatched,
    organization,
    softDeleteDays: settings.softDeleteDays,
    now,
    isProtected: protectedBy(settings.guards.protected),
    waiting,
  }
}

function readCounts(directory: GatheredDirectory, workspace: Workspace) {
  const of = (kind: EntryKind) => ({ read: directory.read[kind], selected: workspace.selected(kind) })
  return { user: of('user'), group: of('group') }
}

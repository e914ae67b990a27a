import { guard } from '../guard/guard.ts'
import { dnKey } from '../model/dn.ts'
import type { EntryKind } from '../model/entry.ts'
import type { PlanHeader } from '../model/plan.ts'
import { uidKey } from '../model/uidKey.ts'
import { PlanDigest } from '../plan/digest.ts'
import { plan } from '../plan/plan.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { PlanPolicy } from '../plan/policy.ts'
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
): PlanHeader {
  const { state, settings, now } = parts
  const at = now()
  const complete = directory.gaps.length === 0
  const policy = planPolicy(parts, scope, complete, at)
  const tally = new Tally(readCounts(directory, workspace))
  const digest = new PlanDigest()
  const linked = { user: state.links.count('user'), group: state.links.count('group') }

  const id = state.plans.save(runId, items(parts, scope, policy, workspace, tally, digest), () => {
    const { counts, deletions } = tally
    const emptiedBases = complete ? workspace.emptiedBases(scope.selection.bases.map(({ dn }) => dn)) : []
    const halted = guard({ kinds: scope.kinds, counts, linked, deletions, emptiedBases }, settings.guards)
    return {
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

function planPolicy({ settings }: SyncParts, { managed }: Scope, complete: boolean, now: Date): PlanPolicy {
  const uids = new Set(settings.guards.protected.map(uidKey))
  const dns = new Set(settings.guards.protected.map(dnKey))
  return {
    managed,
    complete,
    mismatched: settings.mismatched,
    softDeleteDays: settings.softDeleteDays,
    now,
    isProtected: ({ uid, dn }) => (uid !== null && uids.has(uidKey(uid))) || (dn !== null && dns.has(dnKey(dn))),
  }
}

function readCounts(directory: GatheredDirectory, workspace: Workspace) {
  const of = (kind: EntryKind) => ({ read: directory.read[kind], selected: workspace.selected(kind) })
  return { user: of('user'), group: of('group') }
}

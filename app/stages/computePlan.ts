import { guard, guardChanges } from '../guard/guard.ts'
import type { Anchor } from '../model/anchor.ts'
import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import { ofEachKind } from '../model/objectKind.ts'
import type { PlanHeader } from '../model/plan.ts'
import { PlanDigest } from '../plan/digest.ts'
import { plan } from '../plan/plan.ts'
import type { PlanItem } from '../plan/planItem.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import { protectedBy } from '../plan/protectedBy.ts'
import { Tally } from '../plan/tally.ts'
import { withoutMissingReferences } from '../plan/withoutMissingReferences.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { Workspace } from '../state/workspace.ts'
import type { GatheredDirectory } from './gatherDirectory.ts'
import type { GatheredStore } from './gatherStore.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

export interface ComputedPlan {
  readonly plan: PlanHeader
  /** How many objects the store has no room for. */
  readonly overCap: number
}

/**
 * Computes the plan and stores it while it is computed, with what the guards say of it.
 * @param only what concerns another entry than this one is left out
 * @returns the stored plan's header
 */
export function computePlan(
  parts: SyncParts,
  scope: Scope,
  gathered: GatheredDirectory & GatheredStore,
  workspace: Workspace,
  runId: number,
  waiting: PlanPolicy['waiting'],
  only: Anchor | null,
): ComputedPlan {
  const { state, settings, now } = parts
  const at = now()
  const complete = gathered.gaps.length === 0
  const policy = planPolicy(parts, scope, gathered, complete, at, waiting)
  const tally = new Tally(readCounts(gathered, workspace))
  const digest = new PlanDigest()
  const linked = ofEachKind((kind) => state.links.count(kind))
  let overCap = 0
  const counted = function* () {
    for (const planned of items(parts, scope, policy, workspace)) {
      if (only !== null && !isAbout(planned, only)) continue
      const item = only === null ? planned : withoutMissingReferences(planned, only)
      tally.add(item)
      if (item.kind === 'change') digest.add(item.change)
      if (item.kind === 'object' && item.object.reason.kind === 'over-cap') overCap += 1
      yield item
    }
  }

  const id = state.plans.save(runId, counted(), () => {
    const { counts, deletions } = tally
    const isWhole = complete && only === null
    const emptiedBases = isWhole ? workspace.emptiedBases(scope.selection.bases.map(({ dn }) => dn)) : []
    const selected = selectedInAll(gathered, workspace)
    const planned = { kinds: scope.kinds, counts, linked, deletions, because: 'entries-gone' } as const
    const halted =
      only === null
        ? guard({ ...planned, selected, emptiedBases }, settings.guards)
        : guardChanges(planned, settings.guards)
    return {
      basis: gathered.basis,
      createdAt: at.toISOString(),
      status: halted.length > 0 ? 'halted' : 'pending',
      digest: digest.value(),
      settingsDigest: planSettingsDigest(settings),
      complete,
      gaps: gathered.gaps,
      warnings: scope.warnings,
      halted,
      counts,
      membersOutside: workspace.membersOutside(),
    }
  })
  const plan = state.plans.get(id)
  if (!plan) throw new Error(`Plan ${id} was stored and cannot be found`)
  return { plan, overCap }
}

function* items(
  { progress }: SyncParts,
  { kinds }: Scope,
  policy: PlanPolicy,
  workspace: Workspace,
): Generator<PlanItem> {
  let done = 0
  for (const item of plan(workspace, kinds, policy)) {
    yield item
    done += 1
    if (done % 1000 === 0) progress({ phase: 'plan', done })
  }
  for (const page of workspace.notes()) for (const note of page) yield { kind: 'note', note }
}

/** Notes have no anchor; those of a single entry stand in its explanation. */
function isAbout(item: PlanItem, only: Anchor): boolean {
  switch (item.kind) {
    case 'change':
      return item.change.anchor === only
    case 'object':
      return item.object.anchor === only
    case 'note':
      return false
    default:
      return assertNever(item)
  }
}

/** In an incremental sync, those of the focus and all the others. */
function selectedInAll({ basis }: GatheredDirectory, workspace: Workspace): Record<EntryKind, number> {
  const of = (kind: EntryKind) => {
    if (basis.kind === 'changes') return workspace.focus.selectedInAll(kind)
    return workspace.selected(kind) + (kind === 'user' ? workspace.selected('room') : 0)
  }
  return { user: of('user'), group: of('group'), contact: of('contact') }
}

function planPolicy(
  { settings }: SyncParts,
  { managed, organization, contacts, pictures }: Scope,
  { contactsHeld: held }: GatheredStore,
  complete: boolean,
  now: Date,
  waiting: PlanPolicy['waiting'],
): PlanPolicy {
  return {
    managed,
    contacts: contacts && {
      managed: contacts.managed,
      cap: contacts.atMost === null ? null : { atMost: contacts.atMost, held },
    },
    pictures,
    complete,
    mismatched: settings.mismatched,
    organization,
    softDeleteDays: settings.softDeleteDays,
    now,
    isProtected: protectedBy(settings.guards.protected),
    waiting,
  }
}

/**
 * Rooms are known only once they are identified: all that were read are selected. In a focus, some of them were taken from
 * the snapshot instead.
 */
function readCounts({ read, picturesRead }: GatheredDirectory, workspace: Workspace) {
  const rooms = workspace.selected('room')
  const roomsRead = workspace.roomsRead()
  return {
    user: { read: read.user - roomsRead, selected: workspace.selected('user') },
    room: { read: roomsRead, selected: rooms },
    group: { read: read.group, selected: workspace.selected('group') },
    contact: { read: read.contact, selected: workspace.selected('contact') },
    avatar: { read: picturesRead, selected: workspace.pictures.count() },
  }
}

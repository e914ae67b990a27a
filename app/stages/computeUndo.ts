import { guardChanges } from '../guard/guard.ts'
import { entryKinds } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import { ofEachKind } from '../model/objectKind.ts'
import type { PlanHeader } from '../model/plan.ts'
import { PlanDigest } from '../plan/digest.ts'
import type { PlanItem } from '../plan/planItem.ts'
import { protectedBy } from '../plan/protectedBy.ts'
import { Tally } from '../plan/tally.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { Workspace } from '../state/workspace.ts'
import { planUndo } from '../undo/planUndo.ts'
import { type RunTraces, traceRun } from '../undo/runTraces.ts'
import type { UndoFacts, UndoPolicy } from '../undo/undoFacts.ts'
import { checkUndoable } from './checkUndoable.ts'
import { gatherUndo } from './gatherUndo.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Plans to take back what a run has done (DC-58), from what that run recorded and what the store holds of it now; the
 * directory is not asked. The guards look at it like at any plan: a deletion is a deletion (DC-54, DC-55).
 * @param workspace empty; it keeps what is read, with the versions that applying the plan insists on
 * @param runId the run that plans
 * @param undoneRunId the run to take back
 * @returns the stored plan's header
 * @throws ConnectorError (side connector) `no-such-run`, `nothing-to-undo`; of side store when it cannot be read
 */
export async function computeUndo(
  parts: SyncParts,
  workspace: Workspace,
  runId: number,
  undoneRunId: number,
): Promise<PlanHeader> {
  const { state, settings, now } = parts
  const undone = checkUndoable(state, undoneRunId)
  const changes = () => state.plans.changes(undone.id)
  await gatherUndo(parts, changes, workspace)
  workspace.finishReading()

  const traces = traceRun(changes())
  const { get: link, ofResource: linkOfResource, photoOf } = state.links
  const facts: UndoFacts = { current: workspace.current, link, linkOfResource, photoOf }
  const tally = new Tally(ofEachKind(() => ({ read: 0, selected: 0 })))
  const digest = new PlanDigest()
  const items = counted(planUndo(changes(), traces, facts, undoPolicy(parts, undoneRunId)), tally, digest, parts)
  const linked = ofEachKind((kind) => state.links.count(kind))
  const id = state.plans.save(runId, items, () => {
    const { counts, deletions } = tally
    const halted = guardChanges({ kinds: entryKinds, counts, linked, deletions, because: 'undo' }, settings.guards)
    return {
      basis: { kind: 'undo', runId: undoneRunId },
      createdAt: now().toISOString(),
      status: halted.length > 0 ? 'halted' : 'pending',
      digest: digest.value(),
      settingsDigest: planSettingsDigest(settings),
      complete: true,
      gaps: [],
      warnings: [...warnings(undoneRunId, traces, tally)],
      halted,
      counts,
      membersOutside: 0,
    }
  })
  const header = state.plans.get(id)
  if (!header) throw new Error(`Plan ${id} was stored and cannot be found`)
  return header
}

function* counted(
  items: Iterable<PlanItem>,
  tally: Tally,
  digest: PlanDigest,
  { progress }: SyncParts,
): Generator<PlanItem> {
  let done = 0
  for (const item of items) {
    tally.add(item)
    if (item.kind === 'change') digest.add(item.change)
    yield item
    done += 1
    if (done % 1000 === 0) progress({ phase: 'plan', done })
  }
}

function undoPolicy({ state, settings }: SyncParts, runId: number): UndoPolicy {
  const { guards, softDeleteDays } = settings
  return {
    runId,
    softDeleteDays,
    organization: state.snapshot()?.organization ?? { kind: 'alone' },
    isProtected: protectedBy(guards.protected),
  }
}

function* warnings(runId: number, { notDone }: RunTraces, tally: Tally): Generator<Finding> {
  if (tally.changes > 0) {
    yield {
      level: 'warning',
      side: 'connector',
      subject: 'next sync',
      message:
        `The next full sync does again what run ${runId} did, as long as directory and settings say the same; ` +
        'an incremental one does it for each object whose entry changes.',
      remedy:
        'Change the directory or the settings first. Applying this plan pauses the schedule; `resume` ends the pause.',
    }
  }
  if (notDone > 0) {
    yield {
      level: 'warning',
      side: 'connector',
      subject: `run ${runId}`,
      message: `${notDone} of its changes failed or ${notDone === 1 ? 'was' : 'were'} not tried: nothing of them is taken back.`,
      remedy: 'Look at those objects in the store, if one of them could have been changed in part.',
    }
  }
}

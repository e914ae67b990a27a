import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import { joinContact } from '../plan/joinContact.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import type { Workspace } from '../state/workspace.ts'
import { gatherConcerned } from './gatherConcerned.ts'
import type { GatheredStore } from './gatherStore.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The store's side of an incremental sync, with the contacts that the cap left out earlier, in the order of their names, as
 * many as there is room for now. Whoever cannot be created for another reason takes no room, so that the next ones are
 * looked at instead.
 */
export async function gatherWaiting(
  parts: SyncParts,
  scope: Scope,
  workspace: Workspace,
  { contacts }: Pick<SnapshotHeader, 'contacts'>,
  waiting: PlanPolicy['waiting'],
): Promise<GatheredStore> {
  const store = await gatherConcerned(parts, scope, workspace)
  if (contacts === null || contacts.atMost === null || contacts.overCap === 'none') return store
  const room = contacts.atMost - (await parts.target.countContacts()) + leaving(workspace)
  for (let known = store; ; known = await gatherConcerned(parts, scope, workspace)) {
    const size = workspace.focus.size()
    // Twice, so that a long row of those is walked over in few steps.
    if (room > 0) workspace.focus.focusOnUnlinked('contact', room + 2 * blocked(workspace, waiting))
    if (workspace.focus.size() === size) return known
  }
}

function leaving(workspace: Workspace): number {
  let count = 0
  for (const page of workspace.vanishedContacts()) count += page.filter(({ current }) => current !== null).length
  return count
}

function blocked(workspace: Workspace, waiting: PlanPolicy['waiting']): number {
  let count = 0
  for (const page of workspace.contactFacts()) {
    count += page.filter((facts) => joinContact(facts).kind === 'held' || waiting('contact', facts.anchor)).length
  }
  return count
}

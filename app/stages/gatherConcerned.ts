import { forEachBatch } from '../apply/forEachBatch.ts'
import type { Link } from '../model/link.ts'
import type { Workspace } from '../state/workspace.ts'
import { mapEntries } from './mapEntries.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The store's side of an incremental sync: maps the entries of the focus, asks the store for their resources alone, and
 * takes in whoever competes with them for a name or a resource, or depends on them, until nobody else is found. With
 * nobody in the focus, the store is not asked for anything.
 */
export async function gatherConcerned(parts: SyncParts, scope: Scope, workspace: Workspace): Promise<void> {
  const { focus } = workspace
  await askForOpenCreations(parts, workspace)
  for (let size = -1; size < focus.size(); ) {
    size = focus.size()
    focus.takeFromSnapshot()
    mapEntries(parts, scope, workspace)
    focus.focusOnNames()
    await askStore(parts, workspace)
    focus.focusOnOwners()
    focus.focusOnDependents()
  }
}

/** What an interrupted run may have created stands in the store under the name that was planned then (DC-57). */
async function askForOpenCreations({ state, target }: SyncParts, workspace: Workspace): Promise<void> {
  const open = state.plans.openCreations().filter(({ change }) => !state.links.get(change.anchor ?? ''))
  const namesOf = (kind: 'user' | 'group') =>
    open.flatMap(({ change }) => (change.objectKind === kind ? [change.name] : []))
  const [users, groups] = [namesOf('user'), namesOf('group')]
  if (users.length > 0) for await (const page of target.findUsers(users)) workspace.addUsers(page)
  if (groups.length > 0) for await (const page of target.findGroups(groups)) workspace.addGroups(page)
}

async function askStore(parts: SyncParts, workspace: Workspace): Promise<void> {
  const { target, settings, signal } = parts
  const { concurrency } = settings.store
  let done = 0
  const askFor = async ({ kind, resourceId }: Link): Promise<void> => {
    if (kind === 'user') {
      const user = await target.readUser(resourceId)
      if (user) workspace.addUsers([user])
    } else {
      const group = await target.readGroup(resourceId)
      if (group) workspace.addGroups(group)
    }
    done += 1
    parts.progress({ phase: 'read-store', done })
  }
  await forEachBatch(linksOf(workspace), { size: 1, concurrency, signal }, async ([link]) => {
    if (link) await askFor(link)
  })
  const users = workspace.focus.takeUnsoughtNames('user')
  if (users.length > 0) for await (const page of target.findUsers(users)) workspace.addUsers(page)
  const groups = workspace.focus.takeUnsoughtNames('group')
  if (groups.length > 0) for await (const page of target.findGroups(groups)) workspace.addGroups(page)
}

function* linksOf({ focus }: Workspace): Generator<Link> {
  for (const page of focus.takeUnaskedLinks()) yield* page
}

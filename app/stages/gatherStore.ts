import { forEachBatch } from '../apply/forEachBatch.ts'
import type { Link } from '../model/link.ts'
import type { Workspace } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/** Reads what the store holds of the selected kinds into the workspace. */
export async function gatherStore(parts: SyncParts, scope: Scope, workspace: Workspace): Promise<void> {
  let done = 0
  const advanced = (count: number) => {
    done += count
    parts.progress({ phase: 'read-store', done })
  }
  if (scope.kinds.includes('user')) await gatherUsers(parts, workspace, advanced)
  if (scope.kinds.includes('group')) await gatherGroups(parts, workspace, advanced)
}

/** A linked user that the list does not show is asked for by its id before it counts as gone. */
async function gatherUsers(
  { target, settings, signal }: SyncParts,
  workspace: Workspace,
  advanced: (count: number) => void,
): Promise<void> {
  const { concurrency } = settings.store
  for await (const users of target.readUsers()) {
    workspace.addUsers(users)
    advanced(users.length)
  }
  await forEachBatch(unlistedLinks(workspace), { size: 1, concurrency, signal }, async ([link]) => {
    const user = link ? await target.readUser(link.resourceId) : null
    if (user) workspace.addUsers([user])
  })
}

async function gatherGroups(
  { target }: SyncParts,
  workspace: Workspace,
  advanced: (count: number) => void,
): Promise<void> {
  for await (const page of target.readGroups()) {
    workspace.addGroups(page)
    advanced(page.groups.length)
  }
}

function* unlistedLinks(workspace: Workspace): Generator<Link> {
  for (const page of workspace.unlistedLinks()) yield* page
}

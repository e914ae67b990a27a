import { forEachBatch } from '../apply/forEachBatch.ts'
import type { Link } from '../model/link.ts'
import type { Workspace } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Reads all users, and all groups when they are selected, into the workspace. A linked user that the list does not
 * show is asked for by its id before it counts as gone.
 */
export async function gatherStore(
  { target, progress }: SyncParts,
  { kinds, capabilities }: Scope,
  workspace: Workspace,
): Promise<void> {
  let done = 0
  for await (const users of target.readUsers()) {
    workspace.addUsers(users)
    done += users.length
    progress({ phase: 'read-store', done })
  }
  await forEachBatch(linksOf(workspace), { size: 1, concurrency: capabilities.concurrency }, async ([link]) => {
    const user = link ? await target.readUser(link.resourceId) : null
    if (user) workspace.addUsers([user])
  })
  if (!kinds.includes('group')) return
  for await (const page of target.readGroups()) {
    workspace.addGroups(page)
    done += page.groups.length
    progress({ phase: 'read-store', done })
  }
}

function* linksOf(workspace: Workspace): Generator<Link> {
  for (const page of workspace.unlistedLinks()) yield* page
}

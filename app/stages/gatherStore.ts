import { forEachBatch } from '../apply/forEachBatch.ts'
import type { Link } from '../model/link.ts'
import type { Workspace } from '../state/workspace.ts'
import { resourceReaders } from './resourceReaders.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/** What planning has to know of the store besides its resources. */
export interface GatheredStore {
  /** How many contacts it holds, whoever created them; 0 where nobody has to know. */
  readonly contactsHeld: number
}

/**
 * Reads what the store holds of the selected kinds into the workspace. A linked user or contact that the list does not show
 * is asked for by its id before it counts as gone.
 */
export async function gatherStore(parts: SyncParts, scope: Scope, workspace: Workspace): Promise<GatheredStore> {
  const { target, settings, signal } = parts
  const readers = resourceReaders(target, workspace)
  const held = { user: 0, group: 0, contact: 0 }
  let done = 0
  for (const kind of scope.kinds) {
    for await (const count of readers[kind].all()) {
      held[kind] += count
      done += count
      parts.progress({ phase: 'read-store', done })
    }
    if (kind === 'group') continue
    const { concurrency } = settings.store
    await forEachBatch(unlistedLinks(workspace, kind), { size: 1, concurrency, signal }, async ([link]) => {
      if (link) await readers[kind].one(link.resourceId)
    })
  }
  return { contactsHeld: held.contact }
}

function* unlistedLinks(workspace: Workspace, kind: 'user' | 'contact'): Generator<Link> {
  for (const page of workspace.unlistedLinks(kind)) yield* page
}

import { forEachBatch } from '../apply/forEachBatch.ts'
import type { Change } from '../model/change.ts'
import { entryKinds } from '../model/entry.ts'
import type { Link } from '../model/link.ts'
import { entryKindOf } from '../model/objectKind.ts'
import type { Workspace } from '../state/workspace.ts'
import type { GatheredStore } from './gatherStore.ts'
import { mapEntries } from './mapEntries.ts'
import { resourceReaders } from './resourceReaders.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The store's side of an incremental sync: maps the entries of the focus, asks the store for their resources alone, and
 * takes in whoever competes with them for a name or a resource, or depends on them, until nobody else is found. With
 * nobody in the focus, the store is not asked for anything.
 */
export async function gatherConcerned(parts: SyncParts, scope: Scope, workspace: Workspace): Promise<GatheredStore> {
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
  const isCapped = scope.contacts !== null && scope.contacts.atMost !== null
  return { contactsHeld: isCapped && workspace.selected('contact') > 0 ? await parts.target.countContacts() : 0 }
}

/** What an interrupted run may have created stands in the store under the name that was planned then (DC-57). */
async function askForOpenCreations({ state, target }: SyncParts, workspace: Workspace): Promise<void> {
  const isOpen = ({ anchor, objectKind }: Change) => !state.links.ofEntry(entryKindOf(objectKind), anchor ?? '')
  const open = state.plans.openCreations().filter(({ change }) => isOpen(change))
  const readers = resourceReaders(target, workspace)
  for (const kind of entryKinds) {
    const names = open.flatMap(({ change }) => (entryKindOf(change.objectKind) === kind ? [change.name] : []))
    if (names.length > 0) await readers[kind].named(names)
  }
}

async function askStore(parts: SyncParts, workspace: Workspace): Promise<void> {
  const { target, settings, signal } = parts
  const { concurrency } = settings.store
  const readers = resourceReaders(target, workspace)
  let done = 0
  await forEachBatch(linksOf(workspace), { size: 1, concurrency, signal }, async ([link]) => {
    if (!link) return
    await readers[link.kind].one(link.resourceId)
    done += 1
    parts.progress({ phase: 'read-store', done })
  })
  for (const kind of entryKinds) {
    const names = workspace.focus.takeUnsoughtNames(kind)
    if (names.length > 0) await readers[kind].named(names)
  }
}

function* linksOf({ focus }: Workspace): Generator<Link> {
  for (const page of focus.takeUnaskedLinks()) yield* page
}

import { forEachBatch } from '../apply/forEachBatch.ts'
import type { EntryKind } from '../model/entry.ts'
import type { RecordedChange } from '../state/state.ts'
import type { Workspace } from '../state/workspace.ts'
import { deletedBy, doneChanges } from '../undo/runTraces.ts'
import type { SyncParts } from './syncParts.ts'

/** Something to ask the store for. */
type Wanted =
  | { readonly by: 'id'; readonly kind: EntryKind; readonly id: string }
  | { readonly by: 'name'; readonly kind: EntryKind; readonly name: string }

const namesAtOnce = 500
/** From a tenth of all linked objects on, and from this many, a list costs less than single questions. */
const manyQuestions = 200

/**
 * Reads into the workspace what the store holds of everything that the run touched: its resources, the managers and
 * members of before, and whoever has the names that are to be given again.
 */
export async function gatherUndo(
  { state, target, progress, signal }: SyncParts,
  changes: () => Iterable<RecordedChange>,
  workspace: Workspace,
): Promise<void> {
  const { concurrency } = await target.discover()
  const linkedTo = (anchor: string) => state.links.get(anchor)?.resourceId ?? null
  let done = 0
  const advanced = (count: number) => {
    done += count
    progress({ phase: 'read-store', done })
  }
  const asked = { user: 0, group: 0 }
  for (const { kind } of wanted(changes(), linkedTo)) asked[kind] += 1
  const listed = (kind: EntryKind) => asked[kind] > Math.max(manyQuestions, state.links.count(kind) / 10)
  if (listed('user')) {
    for await (const users of target.readUsers()) {
      workspace.addUsers(users)
      advanced(users.length)
    }
  }
  if (listed('group')) {
    for await (const page of target.readGroups()) {
      workspace.addGroups(page)
      advanced(page.groups.length)
    }
  }

  await forEachBatch(
    unknownIds(wanted(changes(), linkedTo), workspace),
    { size: 1, concurrency, signal },
    async ([one]) => {
      if (one?.kind === 'user') {
        const user = await target.readUser(one.id)
        if (user) workspace.addUsers([user])
      } else if (one) {
        const page = await target.readGroup(one.id)
        if (page) workspace.addGroups(page)
      }
      advanced(1)
    },
  )
  if (!listed('user')) {
    const names = namesOf('user', wanted(changes(), linkedTo))
    await forEachBatch(names, { size: namesAtOnce, concurrency: 1, signal }, async (batch) => {
      for await (const users of target.findUsers(batch)) workspace.addUsers(users)
      advanced(batch.length)
    })
  }
  if (listed('group')) return
  await forEachBatch(
    namesOf('group', wanted(changes(), linkedTo)),
    { size: namesAtOnce, concurrency: 1, signal },
    async (batch) => {
      for await (const page of target.findGroups(batch)) workspace.addGroups(page)
      advanced(batch.length)
    },
  )
}

/** Each thing once. */
function* wanted(changes: Iterable<RecordedChange>, linkedTo: (anchor: string) => string | null): Generator<Wanted> {
  const given = new Set<string>()
  for (const one of allWanted(changes, linkedTo)) {
    const key = `${one.kind} ${one.by} ${one.by === 'id' ? one.id : one.name}`
    if (given.has(key)) continue
    given.add(key)
    yield one
  }
}

function* allWanted(changes: Iterable<RecordedChange>, linkedTo: (anchor: string) => string | null): Generator<Wanted> {
  for (const { change, resourceId } of doneChanges(changes)) {
    const { objectKind: kind, anchor, before, members } = change
    if (change.kind === 'delete') {
      yield { by: 'name', kind, name: deletedBy(change).name }
      const id = anchor === null ? null : linkedTo(anchor)
      if (id !== null) yield { by: 'id', kind, id }
    } else {
      yield { by: 'id', kind, id: resourceId }
    }
    const { uid, manager } = before?.values ?? {}
    if (uid) yield { by: 'name', kind, name: uid }
    if (manager) yield { by: 'id', kind: 'user', id: manager }
    for (const member of members?.remove ?? []) {
      if (member.resourceId !== null) yield { by: 'id', kind: member.kind, id: member.resourceId }
    }
  }
}

function* unknownIds(all: Iterable<Wanted>, { current }: Workspace) {
  for (const one of all) {
    if (one.by === 'id' && current[one.kind](one.id) === null) yield one
  }
}

function* namesOf(kind: EntryKind, all: Iterable<Wanted>): Generator<string> {
  for (const one of all) if (one.by === 'name' && one.kind === kind) yield one.name
}

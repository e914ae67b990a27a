import { forEachBatch } from '../apply/forEachBatch.ts'
import { type EntryKind, entryKinds } from '../model/entry.ts'
import { entryKindOf } from '../model/objectKind.ts'
import type { RecordedChange } from '../state/state.ts'
import type { Workspace } from '../state/workspace.ts'
import { deletedBy, doneChanges } from '../undo/runTraces.ts'
import { resourceReaders } from './resourceReaders.ts'
import type { SyncParts } from './syncParts.ts'

/** Something to ask the store for. */
type Wanted =
  | { readonly by: 'id'; readonly kind: EntryKind; readonly id: string }
  | { readonly by: 'name'; readonly kind: EntryKind; readonly name: string }

const namesAtOnce = 500
/** From a tenth of all linked objects on, and from this many, a list costs less than single questions. */
const manyQuestions = 200

/**
 * Reads into the workspace what the store holds of everything that the run touched: its resources, those of the users
 * whose pictures it sent, the managers and members of before, and whoever has the names that are to be given again.
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
  const asked: Record<EntryKind, number> = { user: 0, group: 0, contact: 0 }
  for (const { kind } of wanted(changes(), linkedTo)) asked[kind] += 1
  const linked = {
    user: state.links.count('user') + state.links.count('room'),
    group: state.links.count('group'),
    contact: state.links.count('contact'),
  }
  const isListed = (kind: EntryKind) => asked[kind] > Math.max(manyQuestions, linked[kind] / 10)
  const readers = resourceReaders(target, workspace)
  for (const kind of entryKinds) {
    if (!isListed(kind)) continue
    for await (const count of readers[kind].all()) advanced(count)
  }
  await forEachBatch(
    unknownIds(wanted(changes(), linkedTo), workspace),
    { size: 1, concurrency, signal },
    async (batch) => {
      for (const { kind, id } of batch) await readers[kind].one(id)
      advanced(batch.length)
    },
  )
  for (const kind of entryKinds) {
    if (isListed(kind)) continue
    const names = namesOf(kind, wanted(changes(), linkedTo))
    await forEachBatch(names, { size: namesAtOnce, concurrency: 1, signal }, async (batch) => {
      await readers[kind].named(batch)
      advanced(batch.length)
    })
  }
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
    const { objectKind, anchor, before, members } = change
    const kind = entryKindOf(objectKind)
    if (change.kind === 'delete' && objectKind !== 'avatar') {
      yield { by: 'name', kind, name: deletedBy(change).name }
      const id = anchor === null ? null : linkedTo(anchor)
      if (id !== null) yield { by: 'id', kind, id }
    } else {
      yield { by: 'id', kind, id: resourceId }
    }
    const { uid, manager } = before?.values ?? {}
    if (uid && kind === 'user') yield { by: 'name', kind, name: uid }
    if (manager && kind === 'user') yield { by: 'id', kind: 'user', id: manager }
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

import type { Anchor } from '../model/anchor.ts'
import type { Change, ResourceState } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import { entryKindOf } from '../model/objectKind.ts'
import type { RecordedChange } from '../state/state.ts'

/** A change that the store confirmed, with the resource that it was done to. */
export interface DoneChange {
  readonly change: Change
  readonly resourceId: string
  /** Attributes that the store accepted and did not keep. */
  readonly ignored: readonly string[]
}

/** A resource that the run deleted. */
export interface Deleted {
  readonly kind: EntryKind
  readonly anchor: Anchor | null
  /** The uid or group name that it had. */
  readonly name: string
}

/**
 * What has to be known of the whole run to take back one of its changes: what became of users and groups. Nothing of a
 * picture is in it, which has the anchor and the resource id of its user, and nothing of contacts, to which nobody refers.
 */
export interface RunTraces {
  /** The resources that the run created, by the anchor of their entry. */
  readonly created: ReadonlyMap<Anchor, string>
  /** By resource id. */
  readonly deleted: ReadonlyMap<string, Deleted>
  /** The users who got another uid and the groups that got another name, by resource id. */
  readonly renamed: ReadonlyMap<string, { readonly before: string; readonly after: string }>
  /** Changes that failed or were never tried. */
  readonly notDone: number
}

/** The changes that were done: what failed or was not tried left nothing that could be told from other people's work. */
export function* doneChanges(changes: Iterable<RecordedChange>): Generator<DoneChange> {
  for (const { change, outcome } of changes) {
    if (outcome?.kind === 'done') yield { change, resourceId: outcome.resourceId, ignored: outcome.ignored }
    else if (isCreatedInPart(change)) yield { change, resourceId: change.resourceId, ignored: [] }
  }
}

/**
 * It was created, and got an id for it; what failed came after that: its manager or its members. The id of a picture is
 * the one of its user, and says nothing of the picture.
 */
function isCreatedInPart(change: Change): change is Change & { readonly resourceId: string } {
  return change.kind === 'create' && change.objectKind !== 'avatar' && change.resourceId !== null
}

export function traceRun(changes: Iterable<RecordedChange>): RunTraces {
  const created = new Map<Anchor, string>()
  const deleted = new Map<string, Deleted>()
  const renamed = new Map<string, { before: string; after: string }>()
  let [done, all] = [0, 0]
  const counted = function* () {
    for (const recorded of changes) {
      all += 1
      yield recorded
    }
  }
  for (const { change, resourceId } of doneChanges(counted())) {
    done += 1
    const { kind, objectKind, anchor, before, after } = change
    if (objectKind === 'avatar' || objectKind === 'contact') continue
    if (kind === 'create' && anchor !== null) created.set(anchor, resourceId)
    if (kind === 'delete') deleted.set(resourceId, deletedBy(change))
    const [oldName, newName] = [nameIn(before), nameIn(after)]
    if (oldName && newName) renamed.set(resourceId, { before: oldName, after: newName })
  }
  return { created, deleted, renamed, notDone: all - done }
}

export function deletedBy({ objectKind, anchor, before, name }: Change): Deleted {
  return { kind: entryKindOf(objectKind), anchor, name: nameIn(before) ?? name }
}

function nameIn(state: ResourceState | null): string | null {
  return state?.values?.uid ?? state?.displayName ?? null
}

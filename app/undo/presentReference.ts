import type { Anchor } from '../model/anchor.ts'
import type { EntryKind } from '../model/entry.ts'
import { uidKey } from '../model/uidKey.ts'
import type { PlanItem } from '../plan/planItem.ts'
import { type Deleted, type DoneChange, deletedBy } from './runTraces.ts'
import { leftAsItIs, type UndoContext } from './undoContext.ts'
import type { UndoFacts } from './undoFacts.ts'

/** A resource that is there, or the entry of one that the undo makes again. */
export type PresentReference =
  | { readonly kind: 'resource'; readonly resourceId: string; readonly name: string | null }
  | { readonly kind: 'entry'; readonly anchor: Anchor; readonly name: string }

/** What a resource id that the run recorded leads to now; null when that is gone, and the undo does not bring it back. */
export function presentReference(kind: EntryKind, resourceId: string, context: UndoContext): PresentReference | null {
  const { facts, traces } = context
  const present = stillThere(kind, resourceId, facts)
  if (present) return present
  const deleted = traces.deleted.get(resourceId)
  if (!deleted) return null
  const replacement = replacementOf(deleted, context)
  if (replacement) return { kind: 'resource', resourceId: replacement.resourceId, name: deleted.name }
  return deleted.anchor === null ? null : { kind: 'entry', anchor: deleted.anchor, name: deleted.name }
}

function stillThere(kind: EntryKind, resourceId: string, { current }: UndoFacts): PresentReference | null {
  if (kind === 'user') {
    const user = current.user(resourceId)
    return user && { kind: 'resource', resourceId, name: user.values.uid ?? null }
  }
  const group = current.group(resourceId)
  return group && { kind: 'resource', resourceId, name: group.displayName }
}

/**
 * The resource that stands now for one that was deleted: the one of its entry, else one that has its name, or has it
 * among its e-mail addresses. Making it again beside that one would make a duplicate. `itself` is as good as the deleted
 * one; a group that merely has the same name may have been there before, and be somebody else's. One to which the run
 * gave that name gives it back, and does not count.
 */
function replacementOf(
  { kind, anchor, name }: Deleted,
  { facts: { current, link }, traces }: UndoContext,
): { readonly resourceId: string; readonly stands: 'itself' | 'in-its-place' } | null {
  const linkedId = anchor === null ? null : (link(anchor)?.resourceId ?? null)
  if (kind === 'user') {
    const own = linkedId === null ? null : current.user(linkedId)
    const all = [...(own ? [own] : []), ...current.usersNamed(name)]
    const same = all.find(({ values }) => uidKey(values.uid ?? '') === uidKey(name))
    const found = same ?? all[0]
    return found ? { resourceId: found.id, stands: same ? 'itself' : 'in-its-place' } : null
  }
  const own = linkedId === null ? null : current.group(linkedId)
  const found = own ?? current.groupsNamed(name).find(({ id }) => !givesBack(traces.renamed.get(id), name))
  if (!found) return null
  const isItself = own !== null && uidKey(own.displayName) === uidKey(name)
  return { resourceId: found.id, stands: isItself ? 'itself' : 'in-its-place' }
}

/** The object of a deletion that needs no taking back, because something stands in its place; null when nothing does. */
export function leftToReplacement(done: DoneChange, context: UndoContext): PlanItem | null {
  const replacement = replacementOf(deletedBy(done.change), context)
  if (!replacement) return null
  const { resourceId, stands } = replacement
  if (stands === 'itself') return leftAsItIs({ ...done, resourceId }, { kind: 'as-before' })
  return leftAsItIs(done, { kind: 'replaced-since', resourceId })
}

function givesBack(renamed: { readonly after: string } | undefined, name: string): boolean {
  return renamed !== undefined && uidKey(renamed.after) === uidKey(name)
}

import type { Anchor } from '../model/anchor.ts'
import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import { uidKey } from '../model/uidKey.ts'
import type { PlanItem } from '../plan/planItem.ts'
import { contactName } from './contactName.ts'
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
  if (deleted?.kind !== kind) return null
  const replacement = replacementOf(deleted, context)
  if (replacement) return { kind: 'resource', resourceId: replacement.resourceId, name: deleted.name }
  return deleted.anchor === null ? null : { kind: 'entry', anchor: deleted.anchor, name: deleted.name }
}

function stillThere(kind: EntryKind, resourceId: string, { current }: UndoFacts): PresentReference | null {
  switch (kind) {
    case 'user': {
      const user = current.user(resourceId)
      return user && { kind: 'resource', resourceId, name: user.values.uid ?? null }
    }
    case 'group': {
      const group = current.group(resourceId)
      return group && { kind: 'resource', resourceId, name: group.displayName }
    }
    case 'contact': {
      const contact = current.contact(resourceId)
      return contact && { kind: 'resource', resourceId, name: contactName(contact.values) }
    }
    default:
      return assertNever(kind)
  }
}

/** What stands now for a resource that was deleted. `itself` is as good as the deleted one. */
interface Replacement {
  readonly resourceId: string
  readonly stands: 'itself' | 'in-its-place'
}

/**
 * The resource beside which making the deleted one again would make a duplicate; null when there is none. The first line
 * that fits decides:
 *
 * ```
 *  deleted   in the store now                              stands
 *  user      one of that uid: the one of its entry first   itself
 *  user      the one of its entry, or one of that address  in its place
 *  group     the one of its entry, of that name            itself
 *  group     the one of its entry, of another name         in its place
 *  group     one of that name                              in its place
 *  contact   the one of its entry, of that name            itself
 *  contact   the one of its entry, of another name         in its place
 * ```
 *
 * A group that merely has the same name may have been there before, and be somebody else's; one to which the run gave
 * that name gives it back, and does not count. A contact that merely has the same name is somebody else's (DC-34).
 */
function replacementOf({ kind, anchor, name }: Deleted, context: UndoContext): Replacement | null {
  const { current, link } = context.facts
  const linkedId = anchor === null ? null : (link(anchor)?.resourceId ?? null)
  const stands = (itsName: string) => (uidKey(itsName) === uidKey(name) ? 'itself' : 'in-its-place')
  switch (kind) {
    case 'user': {
      const own = linkedId === null ? null : current.user(linkedId)
      const all = [...(own ? [own] : []), ...current.usersNamed(name)]
      const found = all.find(({ values }) => stands(values.uid ?? '') === 'itself') ?? all[0]
      return found ? { resourceId: found.id, stands: stands(found.values.uid ?? '') } : null
    }
    case 'group': {
      const own = linkedId === null ? null : current.group(linkedId)
      if (own) return { resourceId: own.id, stands: stands(own.displayName) }
      const { renamed } = context.traces
      const found = current.groupsNamed(name).find(({ id }) => !givesBack(renamed.get(id), name))
      return found ? { resourceId: found.id, stands: 'in-its-place' } : null
    }
    case 'contact': {
      const own = linkedId === null ? null : current.contact(linkedId)
      return own && { resourceId: own.id, stands: stands(contactName(own.values) ?? '') }
    }
    default:
      return assertNever(kind)
  }
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

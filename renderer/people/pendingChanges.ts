import type { ExplainedEntry } from '../../app/api/explain/explanation.ts'
import { texts } from '../texts/texts.ts'

/** One attribute that a sync would change now; null stands for no value. */
export interface PendingChange {
  readonly attribute: string
  readonly before: string | null
  readonly after: string | null
}

/** What a sync would change on the resource of an entry; nothing where it has none, or is not planned for. */
export function pendingChanges({
  pending,
  group,
}: Pick<ExplainedEntry, 'pending' | 'group'>): readonly PendingChange[] {
  const { attributes: names, yes, no, aRoom, aUser } = texts.people.change
  if (group?.rename) return [{ attribute: names.displayName, ...group.rename }]
  if (pending === null) return []
  const { attributes, before, after, active } = pending
  const changes = attributes.map((attribute): PendingChange => {
    if (attribute !== 'room') {
      return { attribute, before: before[attribute] ?? null, after: after[attribute] ?? null }
    }
    const shown = (value: string | null | undefined) => (value === 'room' ? aRoom : aUser)
    return { attribute: names.room, before: shown(before.room), after: shown(after.room) }
  })
  if (active === null || active.before === active.after) return changes
  const shown = (value: boolean) => (value ? yes : no)
  return [{ attribute: names.active, before: shown(active.before), after: shown(active.after) }, ...changes]
}

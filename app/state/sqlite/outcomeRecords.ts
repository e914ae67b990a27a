import type { Database } from 'better-sqlite3'
import { assertNever } from '../../model/assertNever.ts'
import { entryKindOf } from '../../model/objectKind.ts'
import type { RecordedOutcome, State } from '../state.ts'

/** Saves outcomes together with what they do to links, waiting deletions and ignored values, in one transaction. */
export function outcomeRecords(database: Database): State['plans']['saveOutcomes'] {
  const saveOutcome = database.prepare(
    'UPDATE changes SET outcome = ?, resource_id = coalesce(resource_id, ?) WHERE plan_id = ? AND position = ?',
  )
  const saveIgnored = database.prepare('INSERT OR REPLACE INTO ignored_values VALUES (?, ?, ?, ?)')
  const freeResource = database.prepare('DELETE FROM links WHERE kind = ? AND resource_id = ?')
  const saveLink = database.prepare('INSERT OR REPLACE INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const markVanished = database.prepare('UPDATE links SET vanished_at = ? WHERE kind = ? AND resource_id = ?')
  const markDoomed = database.prepare('INSERT OR REPLACE INTO doomed_users VALUES (?, ?)')
  const forgetDoomed = database.prepare('DELETE FROM doomed_users WHERE resource_id = ?')
  const savePhoto = database.prepare('INSERT OR REPLACE INTO sent_photos VALUES (?, ?, ?, ?)')
  const forgetPhoto = database.prepare('DELETE FROM sent_photos WHERE resource_id = ?')
  const forgetIgnored = database.prepare('DELETE FROM ignored_values WHERE kind = ? AND resource_id = ?')

  const saveOne = (
    planId: number,
    { position, objectKind, outcome, effect, ignored }: RecordedOutcome,
    at: string,
  ): void => {
    saveOutcome.run(JSON.stringify(outcome), outcome.kind === 'done' ? outcome.resourceId : null, planId, position)
    const entryKind = entryKindOf(objectKind)
    for (const { resourceId, attribute, value } of ignored) saveIgnored.run(entryKind, resourceId, attribute, value)
    switch (effect.kind) {
      case 'none':
        return
      case 'link': {
        const { kind, anchor, resourceId, name, dn, baseDn, vanishedAt } = effect.link
        freeResource.run(kind, resourceId)
        saveLink.run(kind, anchor, resourceId, name, dn, baseDn, vanishedAt, at, Number(objectKind === 'room'))
        return
      }
      case 'vanished':
        markVanished.run(at, entryKind, effect.resourceId)
        return
      case 'doomed':
        markDoomed.run(effect.resourceId, at)
        return
      case 'back':
        markVanished.run(null, entryKind, effect.resourceId)
        forgetDoomed.run(effect.resourceId)
        return
      case 'unlink':
        freeResource.run(entryKind, effect.resourceId)
        forgetDoomed.run(effect.resourceId)
        forgetIgnored.run(entryKind, effect.resourceId)
        if (entryKind === 'user') forgetPhoto.run(effect.resourceId)
        return
      case 'photo': {
        const { resourceId, photo } = effect
        if (photo) savePhoto.run(resourceId, photo.value, photo.mediaType, photo.size)
        else forgetPhoto.run(resourceId)
        return
      }
      default:
        assertNever(effect)
    }
  }
  const save = database.transaction((planId: number, outcomes: readonly RecordedOutcome[], at: string) => {
    for (const outcome of outcomes) saveOne(planId, outcome, at)
  })
  return (planId, outcomes, at) => save(planId, outcomes, at.toISOString())
}

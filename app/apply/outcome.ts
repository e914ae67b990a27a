import type { Change, Outcome } from '../model/change.ts'
import { entryKindOf } from '../model/objectKind.ts'
import type { LinkEffect, RecordedOutcome } from '../state/state.ts'
import type { WriteResult } from '../target/target.ts'
import type { ReferenceMissing } from './referenceMissing.ts'

/** Attributes without which a change has not happened at all. */
const essential: ReadonlySet<string> = new Set(['active', 'uid', 'photo'])

/** What became of a change, from what the store confirmed: an answer that says 200 and changes nothing is a failure. */
export function outcomeOf(change: Change, result: WriteResult | ReferenceMissing): RecordedOutcome {
  const { position, objectKind } = change
  const failure = (code: string, message: string, remedy: string): RecordedOutcome => ({
    position,
    objectKind,
    outcome: { kind: 'failed', code, message, remedy },
    effect: { kind: 'none' },
    ignored: [],
  })
  if (result.kind === 'failed') return failure(result.code, result.message, result.remedy)
  const lost = result.ignored.filter((attribute) => essential.has(attribute) && isOf(change, attribute))
  if (lost.length > 0) {
    return failure(
      'ignored',
      `The store answered that all is well, but did not keep ${lost.join(' and ')}.`,
      'Look in the store for a limit of licences or a rule that forbids it; it is tried again at the next run, then ever less often.',
    )
  }
  const values = change.after?.values ?? {}
  const ignored = result.ignored.flatMap((attribute) =>
    attribute in values
      ? [{ resourceId: result.id, attribute, value: values[attribute as keyof typeof values] ?? '' }]
      : [],
  )
  const outcome: Outcome = { kind: 'done', resourceId: result.id, ignored: result.ignored }
  return { position, objectKind, outcome, effect: effectOf(change, result.id), ignored }
}

/** A contact is a contact without an address too. */
function isOf({ objectKind }: Change, attribute: string): boolean {
  return objectKind !== 'contact' || attribute !== 'uid'
}

function effectOf(change: Change, resourceId: string): LinkEffect {
  const { kind, objectKind, anchor, dn, baseDn, name, reason, after } = change
  if (objectKind === 'avatar') return { kind: 'photo', resourceId, photo: after?.photo ?? null }
  if (kind === 'delete') return { kind: 'unlink', resourceId }
  if (kind === 'deactivate' && reason.kind === 'vanished') return { kind: 'vanished', resourceId }
  if (kind === 'deactivate' && reason.kind === 'mismatched') return { kind: 'doomed', resourceId }
  if (reason.kind === 'undo' && reason.wait === 'begins') return { kind: 'vanished', resourceId }
  if (reason.kind === 'undo' && reason.wait === 'ends') return { kind: 'back', resourceId }
  if (kind !== 'create' || anchor === null) return { kind: 'none' }
  const link = {
    anchor,
    kind: entryKindOf(objectKind),
    resourceId,
    name,
    dn: dn ?? '',
    baseDn: baseDn ?? '',
    vanishedAt: null,
  }
  return { kind: 'link', link }
}

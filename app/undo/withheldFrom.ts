import type { Change } from '../model/change.ts'
import type { ObjectReason } from '../model/plan.ts'
import type { CurrentUser } from '../model/resource.ts'
import type { UndoPolicy } from './undoFacts.ts'

/** Why nothing is taken away from a user (DC-55), by its uid of now or of the run; null when that may be done. */
export function withheldFrom(
  current: CurrentUser,
  { name, dn }: Change,
  policy: UndoPolicy,
  withheld: 'deactivate' | 'delete' = 'deactivate',
): ObjectReason | null {
  if (current.administrator) return { kind: 'administrator', withheld }
  const uids = [name, current.values.uid ?? null]
  return uids.some((uid) => policy.isProtected({ uid, dn })) ? { kind: 'protected', withheld } : null
}

import { changeDigest } from './changeDigest.ts'
import type { PlanItem } from './planItem.ts'
import type { PlanPolicy } from './policy.ts'

/**
 * Leaves out a change that has failed before and is not due again (DC-56), unless something else is wanted meanwhile:
 * the object is then listed as set aside. Creations wait already where their resource is looked for, since others refer
 * to it.
 */
export function* withoutWaiting(items: Iterable<PlanItem>, policy: PlanPolicy): Generator<PlanItem> {
  for (const item of items) {
    if (item.kind !== 'change') {
      yield item
      continue
    }
    const { change } = item
    const { objectKind, name, dn, anchor, resourceId } = change
    const waiting = policy.waiting(objectKind, anchor ?? resourceId ?? '')
    if (waiting === null || waiting.digest !== changeDigest(change)) {
      yield item
      continue
    }
    const reason = {
      kind: 'set-aside' as const,
      change: change.kind,
      problem: waiting.message,
      nextTry: waiting.nextTryAt,
    }
    yield { kind: 'object', object: { outcome: 'skipped', objectKind, name, dn, anchor, resourceId, reason } }
  }
}

import type { PlanHeader } from '../model/plan.ts'
import type { SetAside } from '../model/setAside.ts'
import type { PlanPolicy } from '../plan/policy.ts'
import type { SyncRequest } from '../sync.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * What was set aside and is not to be tried now (DC-56): what is not due yet. When a stored plan is applied, what that plan
 * did not try: neither the clock nor a run in between makes it out of date.
 */
export function waitingFor({ state, now }: SyncParts, request: SyncRequest): PlanPolicy['waiting'] {
  const at = now().toISOString()
  const isLeftOut = request.kind === 'apply' ? leftOutOf(state, request.plan) : isAfter(at)
  const waiting = new Map(
    state.setAside
      .list()
      .filter(isLeftOut)
      .map((aside) => [idOf(aside.objectKind, aside.key), aside]),
  )
  return (kind, key) => waiting.get(idOf(kind, key)) ?? null
}

function isAfter(at: string): (aside: SetAside) => boolean {
  return ({ nextTryAt }) => nextTryAt > at
}

function leftOutOf({ plans }: SyncParts['state'], { id }: PlanHeader): (aside: SetAside) => boolean {
  const leftOut = new Set<string>()
  for (const { objectKind, anchor, resourceId, reason } of plans.objects(id, 'skipped')) {
    if (reason.kind === 'set-aside') leftOut.add(idOf(objectKind, anchor ?? resourceId ?? ''))
  }
  return ({ objectKind, key }) => leftOut.has(idOf(objectKind, key))
}

function idOf(kind: SetAside['objectKind'], key: string): string {
  return `${kind} ${key}`
}

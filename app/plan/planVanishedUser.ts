import type { ResourceState } from '../model/change.ts'
import type { Provenance } from '../model/organization.ts'
import type { PlanObject } from '../model/plan.ts'
import type { CurrentUser } from '../model/resource.ts'
import { notOursToDelete } from './notOursToDelete.ts'
import { otherDomainOf } from './otherDomainOf.ts'
import type { PlanItem } from './planItem.ts'
import type { UnaccountedUser, VanishedUser } from './planningData.ts'
import type { PlanPolicy } from './policy.ts'

const dayInMilliseconds = 24 * 60 * 60 * 1000

/**
 * Decides about a linked user whose entry left the directory or the selection (DC-33).
 *
 * ```
 *  read        resource          inactive by us      then
 *  any         another domain's  any                 nothing: it was handed over (DC-32)
 *  incomplete  any               any                 nothing: not seen is not gone (DC-14)
 *  complete    gone              any                 nothing: there is nothing left to take away
 *  complete    admin/protected   any                 nothing (DC-55)
 *  complete    active            any                 deactivate, also when somebody made it active again
 *  complete    inactive          no                  deactivate: nothing is sent, the wait begins
 *  complete    inactive          softDeleteDays ago  delete
 *  complete    inactive          more recently       wait
 * ```
 *
 * Without days to wait for (softDeleteDays 0) it is deleted at once.
 */
export function* planVanishedUser({ link, current }: VanishedUser, policy: PlanPolicy): Generator<PlanItem> {
  if (current === null) return
  const object = {
    objectKind: objectKindOf(current),
    name: link.name,
    dn: link.dn,
    anchor: link.anchor,
    resourceId: current.id,
  } as const
  const domain = otherDomainOf(policy.organization, 'user', provenanceOf(current))
  if (domain !== null) {
    const reason = { kind: 'other-domain', domain, resourceId: current.id } as const
    yield { kind: 'object', object: { ...object, outcome: 'mismatched', reason } }
    return
  }
  if (!policy.complete) {
    yield { kind: 'object', object: { ...object, outcome: 'skipped', reason: { kind: 'not-seen', lastDn: link.dn } } }
    return
  }
  const origin = { name: link.name, dn: link.dn, baseDn: link.baseDn, anchor: link.anchor }
  yield* takeAway(current, origin, link.vanishedAt, { kind: 'vanished', lastDn: link.dn }, policy)
}

/** Decides about a user that no entry accounts for (DC-32): retained, or made inactive now and deleted later. */
export function* planUnaccountedUser(
  { current, inactiveSince }: UnaccountedUser,
  policy: PlanPolicy,
): Generator<PlanItem> {
  const name = current.values.uid ?? current.id
  const object = { objectKind: objectKindOf(current), name, dn: null, anchor: null, resourceId: current.id } as const
  const notOurs = notOursToDelete('user', current.id, provenanceOf(current), policy)
  yield { kind: 'object', object: { ...object, outcome: 'mismatched', reason: notOurs ?? { kind: 'no-entry' } } }
  if (notOurs !== null || policy.mismatched === 'retain' || !policy.complete) return
  if (current.administrator || policy.isProtected({ uid: name, dn: null })) return
  const origin = { name, dn: null, baseDn: null, anchor: null }
  yield* takeAway(current, origin, inactiveSince, { kind: 'mismatched' }, policy)
}

function* takeAway(
  current: CurrentUser,
  origin: { name: string; dn: string | null; baseDn: string | null; anchor: string | null },
  takenAwayAt: string | null,
  reason: { readonly kind: 'vanished'; readonly lastDn: string } | { readonly kind: 'mismatched' },
  policy: PlanPolicy,
): Generator<PlanItem> {
  const { name, dn, anchor } = origin
  const object = { objectKind: objectKindOf(current), name, dn, anchor, resourceId: current.id }
  // Made active again by somebody: the wait begins anew.
  const inactiveSince = current.active ? null : takenAwayAt
  const deletedAfter = new Date(
    Date.parse(inactiveSince ?? policy.now.toISOString()) + policy.softDeleteDays * dayInMilliseconds,
  )
  const due = deletedAfter <= policy.now
  const withheld = due ? 'delete' : 'deactivate'
  const guarded: PlanObject['reason'] | null = current.administrator
    ? { kind: 'administrator', withheld }
    : isProtected(current, origin, policy)
      ? { kind: 'protected', withheld }
      : null
  if (guarded) {
    yield { kind: 'object', object: { ...object, outcome: 'skipped', reason: guarded } }
    return
  }
  const change = { ...origin, objectKind: objectKindOf(current), resourceId: current.id, version: current.version }
  if (due) {
    const before: ResourceState = { active: current.active, values: current.values }
    const why = inactiveSince
      ? { kind: 'vanished-long-enough' as const, vanishedAt: inactiveSince, days: policy.softDeleteDays }
      : reason
    yield { kind: 'change', change: { ...change, kind: 'delete', before, after: null, reason: why } }
  } else if (inactiveSince) {
    if (!anchor) return
    const waiting = {
      kind: 'waiting-for-deletion' as const,
      vanishedAt: inactiveSince,
      deletedAfter: deletedAfter.toISOString(),
    }
    yield { kind: 'object', object: { ...object, outcome: 'skipped', reason: waiting } }
  } else {
    const [before, after] = [{ active: current.active }, { active: false }]
    yield { kind: 'change', change: { ...change, kind: 'deactivate', before, after, reason } }
  }
}

/** Without an entry, the store's word counts. */
function objectKindOf({ values }: CurrentUser): 'user' | 'room' {
  return values.room ? 'room' : 'user'
}

function provenanceOf({ values }: CurrentUser): Provenance {
  return { name: values.uid ?? '', domain: values.connectorDomain ?? null }
}

/** By the name that the administrator knows, or by the one that the user has in the store now. */
function isProtected({ values }: CurrentUser, { name, dn }: { name: string; dn: string | null }, policy: PlanPolicy) {
  return [name, values.uid ?? null].some((uid) => policy.isProtected({ uid, dn }))
}

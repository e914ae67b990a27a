import type { ChangeKind, ChangeReason, ResourceState } from '../model/change.ts'
import type { PlanObject } from '../model/plan.ts'
import type { UserValues } from '../model/resource.ts'
import { diff } from './diff.ts'
import type { PlanItem } from './planItem.ts'
import type { Reference, UserPair } from './planningData.ts'
import type { PlanPolicy } from './policy.ts'
import { presentValues } from './presentValues.ts'
import { withoutIgnored } from './withoutIgnored.ts'

/**
 * Decides about one desired user and the resource that was found for it (DC-31, DC-33, DC-55).
 * @returns one change or one object, and a note for each value the store is known not to keep
 */
export function* planUser(pair: UserPair, policy: PlanPolicy): Generator<PlanItem> {
  const { desired, link, current } = pair
  const name = desired.values.uid ?? desired.dn
  const objectKind = desired.values.room ? ('room' as const) : ('user' as const)
  const values = { ...desired.values, ...managerValue(pair.manager, policy) }
  const identity = {
    objectKind,
    name,
    dn: desired.dn,
    baseDn: desired.baseDn,
    anchor: desired.anchor,
  }
  if (current === null) {
    const reason: ChangeReason = link
      ? { kind: 'resource-missing', resourceId: link.resourceId }
      : { kind: 'new-in-selection', baseDn: desired.baseDn }
    const after = { active: desired.active, values: presentValues(values, policy.managed) }
    yield {
      kind: 'change',
      change: { ...identity, kind: 'create', resourceId: null, version: null, before: null, after, reason },
    }
    return
  }

  const object = {
    objectKind,
    name,
    dn: desired.dn,
    anchor: desired.anchor,
    resourceId: current.id,
  }
  const compared = pair.sameText ? policy.managed.filter((attribute) => attribute === 'manager') : policy.managed
  const found = diff(values, current.values, compared)
  const { kept, given } = withoutIgnored(found, pair.ignored)
  for (const attribute of given) {
    const problem = 'The store accepted this value earlier and did not keep it.'
    yield { kind: 'note', note: { objectKind, name, dn: desired.dn, attribute, problem } }
  }

  let activity = activityChange(desired.active, current.active, link?.vanishedAt ?? null)
  let withheld: PlanObject['reason'] | null = null
  if (activity?.kind === 'deactivate') {
    if (current.administrator) withheld = { kind: 'administrator', withheld: 'deactivate' }
    else if ([name, current.values.uid ?? null].some((uid) => policy.isProtected({ uid, dn: desired.dn })))
      withheld = { kind: 'protected', withheld: 'deactivate' }
    if (withheld) activity = null
  }
  if (!activity && kept.attributes.length === 0) {
    if (withheld) yield { kind: 'object', object: { ...object, outcome: 'skipped', reason: withheld } }
    else yield { kind: 'object', object: { ...object, outcome: 'matched', reason: { kind: 'equal' } } }
    return
  }
  const before: ResourceState = { ...(activity && { active: current.active }), values: kept.before }
  const after: ResourceState = { ...(activity && { active: desired.active }), values: kept.after }
  yield {
    kind: 'change',
    change: {
      ...identity,
      kind: activity?.kind ?? 'update',
      resourceId: current.id,
      version: current.version,
      before,
      after,
      reason: activity?.reason ?? { kind: 'differs', attributes: kept.attributes },
    },
  }
}

/** No reference, or one out of the selection, clears the value, unless the read was incomplete: then it stays as it is. */
function managerValue(manager: Reference, policy: PlanPolicy): UserValues {
  if (!policy.managed.includes('manager')) return {}
  switch (manager.kind) {
    case 'resource':
      return { manager: manager.resourceId }
    case 'entry':
      return { manager: `entry:${manager.anchor}` }
    default:
      return policy.complete ? { manager: null } : {}
  }
}

function activityChange(
  wanted: boolean,
  found: boolean,
  vanishedAt: string | null,
): { readonly kind: ChangeKind; readonly reason: ChangeReason } | null {
  if (wanted === found) return null
  if (!wanted) return { kind: 'deactivate', reason: { kind: 'account-disabled' } }
  if (vanishedAt) return { kind: 'reactivate', reason: { kind: 'back-in-selection', vanishedAt } }
  return { kind: 'reactivate', reason: { kind: 'account-enabled' } }
}

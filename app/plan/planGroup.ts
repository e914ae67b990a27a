import type { ChangeReason, MemberReference } from '../model/change.ts'
import type { CurrentGroup } from '../model/resource.ts'
import type { PlanItem } from './planItem.ts'
import type { GroupPair, VanishedGroup } from './planningData.ts'
import type { PlanPolicy } from './policy.ts'

/** Decides about one desired group: its name and its members (DC-35). After an incomplete read no member is removed. */
export function* planGroup(pair: GroupPair, policy: PlanPolicy): Generator<PlanItem> {
  const { desired, link, current } = pair
  const { displayName: name, dn, baseDn, anchor } = desired
  const identity = { objectKind: 'group' as const, name, dn, baseDn, anchor }
  const members = memberDifference(pair, policy)
  if (current === null) {
    const reason: ChangeReason = link
      ? { kind: 'resource-missing', resourceId: link.resourceId }
      : { kind: 'new-in-selection', baseDn }
    const change = {
      ...identity,
      resourceId: null,
      version: null,
      before: null,
      after: { displayName: name },
      members,
      reason,
    }
    yield { kind: 'change', change: { ...change, kind: 'create' } }
    return
  }
  const renamed = current.displayName !== name
  const changed = members.add.length > 0 || members.remove.length > 0
  if (!renamed && !changed) {
    const object = { objectKind: 'group' as const, name, dn, anchor, resourceId: current.id }
    yield { kind: 'object', object: { ...object, outcome: 'matched', reason: { kind: 'equal' } } }
    return
  }
  const attributes = [...(renamed ? (['displayName'] as const) : []), ...(changed ? (['members'] as const) : [])]
  yield {
    kind: 'change',
    change: {
      ...identity,
      kind: 'update',
      resourceId: current.id,
      version: current.version,
      before: renamed ? { displayName: current.displayName } : {},
      after: renamed ? { displayName: name } : {},
      members,
      reason: { kind: 'differs', attributes },
    },
  }
}

function memberDifference(pair: GroupPair, policy: PlanPolicy): { add: MemberReference[]; remove: MemberReference[] } {
  const present = new Set(pair.currentMembers.map((member) => member.resourceId))
  const wanted = new Set<string>()
  const add: MemberReference[] = []
  for (const { anchor, kind, name, resourceId } of pair.members) {
    if (resourceId !== null) {
      wanted.add(resourceId)
      if (present.has(resourceId)) continue
    }
    add.push({ resourceId, anchor, kind, name })
  }
  if (!policy.complete) return { add, remove: [] }
  const remove = pair.currentMembers
    .filter((member) => !wanted.has(member.resourceId))
    .map(({ resourceId, kind, name }) => ({ resourceId, anchor: null, kind, name }))
  return { add, remove }
}

/** Decides about a linked group whose entry is gone: a group cannot be inactive, so it is deleted at once. */
export function* planVanishedGroup({ link, current }: VanishedGroup, policy: PlanPolicy): Generator<PlanItem> {
  if (current === null) return
  const { name, dn, baseDn, anchor } = link
  if (!policy.complete) {
    const object = { objectKind: 'group' as const, name, dn, anchor, resourceId: current.id }
    yield { kind: 'object', object: { ...object, outcome: 'skipped', reason: { kind: 'not-seen', lastDn: dn } } }
    return
  }
  const identity = {
    objectKind: 'group' as const,
    name,
    dn,
    baseDn,
    anchor,
    resourceId: current.id,
    version: current.version,
  }
  const reason = { kind: 'vanished' as const, lastDn: dn }
  const before = { displayName: current.displayName }
  yield { kind: 'change', change: { ...identity, kind: 'delete', before, after: null, reason } }
}

/** Decides about a group that no entry accounts for (DC-32). */
export function* planUnaccountedGroup(current: CurrentGroup, policy: PlanPolicy): Generator<PlanItem> {
  const name = current.displayName
  const object = { objectKind: 'group' as const, name, dn: null, anchor: null, resourceId: current.id }
  yield { kind: 'object', object: { ...object, outcome: 'mismatched', reason: { kind: 'no-entry' } } }
  if (policy.mismatched === 'retain' || !policy.complete) return
  const identity = { objectKind: 'group' as const, name, dn: null, baseDn: null, anchor: null, resourceId: current.id }
  const before = { displayName: name }
  const change = { ...identity, version: current.version, before, after: null, reason: { kind: 'mismatched' as const } }
  yield { kind: 'change', change: { ...change, kind: 'delete' } }
}

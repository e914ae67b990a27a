import type { Change, ChangeReason, MemberReference } from '../model/change.ts'
import type { Provenance } from '../model/organization.ts'
import type { CurrentGroup, UserValues } from '../model/resource.ts'
import { notOursToDelete } from './notOursToDelete.ts'
import { otherDomainOf } from './otherDomainOf.ts'
import type { PlanItem } from './planItem.ts'
import type { GroupPair, PlanningData, VanishedGroup } from './planningData.ts'
import type { PlanPolicy } from './policy.ts'

/**
 * Decides about one desired group: its name, its members (DC-35) and the mark of its domain (DC-32). After an incomplete
 * read no member is removed; in a store that several domains share, none that is or may be another domain's.
 */
export function* planGroup(
  pair: GroupPair,
  data: Pick<PlanningData, 'provenance'>,
  policy: PlanPolicy,
): Generator<PlanItem> {
  const { desired, link, current } = pair
  const { displayName: name, dn, baseDn, anchor } = desired
  const identity = { objectKind: 'group' as const, name, dn, baseDn, anchor }
  const members = memberDifference(pair, data, policy)
  const mark = missingMark(pair, policy)
  if (current === null) {
    const reason: ChangeReason = link
      ? { kind: 'resource-missing', resourceId: link.resourceId }
      : { kind: 'new-in-selection', baseDn }
    const change = {
      ...identity,
      resourceId: null,
      version: null,
      before: null,
      after: { displayName: name, ...(mark && { values: mark.after }) },
      members,
      reason,
    }
    yield { kind: 'change', change: { ...change, kind: 'create' } }
    return
  }
  const renamed = current.displayName !== name
  const changed = members.add.length > 0 || members.remove.length > 0
  if (!renamed && !changed && !mark) {
    const object = { objectKind: 'group' as const, name, dn, anchor, resourceId: current.id }
    yield { kind: 'object', object: { ...object, outcome: 'matched', reason: { kind: 'equal' } } }
    return
  }
  const attributes = [
    ...(renamed ? (['displayName'] as const) : []),
    ...(changed ? (['members'] as const) : []),
    ...(mark ? (['connectorDomain'] as const) : []),
  ]
  yield {
    kind: 'change',
    change: {
      ...identity,
      kind: 'update',
      resourceId: current.id,
      version: current.version,
      before: { ...(renamed && { displayName: current.displayName }), ...(mark && { values: mark.before }) },
      after: { ...(renamed && { displayName: name }), ...(mark && { values: mark.after }) },
      members,
      reason: { kind: 'differs', attributes },
    },
  }
}

/** The mark that a group should bear and does not; null when all is well, nothing is marked, or the store did not keep it. */
function missingMark(
  { current, ignored }: GroupPair,
  { organization }: PlanPolicy,
): { readonly before: UserValues; readonly after: UserValues } | null {
  if (organization.kind === 'alone' || !organization.marks.includes('group')) return null
  const before = current?.connectorDomain ?? null
  if (before?.toLowerCase() === organization.domain || ignored.connectorDomain === organization.domain) return null
  return { before: { connectorDomain: before }, after: { connectorDomain: organization.domain } }
}

function memberDifference(
  pair: GroupPair,
  data: Pick<PlanningData, 'provenance'>,
  policy: PlanPolicy,
): { add: MemberReference[]; remove: MemberReference[] } {
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
    .filter((member) => !wanted.has(member.resourceId) && isOurs(member, data, policy))
    .map(({ resourceId, kind, name }) => ({ resourceId, anchor: null, kind, name }))
  return { add, remove }
}

/** What was not read can be anybody's. */
function isOurs(
  { kind, resourceId }: GroupPair['currentMembers'][number],
  data: Pick<PlanningData, 'provenance'>,
  { organization }: PlanPolicy,
): boolean {
  if (organization.kind === 'alone') return true
  const provenance = data.provenance(kind, resourceId)
  return provenance !== null && otherDomainOf(organization, kind, provenance) === null
}

/** Decides about a linked group whose entry is gone: a group cannot be inactive, so it is deleted at once. */
export function* planVanishedGroup(
  { link, current }: VanishedGroup,
  data: Pick<PlanningData, 'membersOf'>,
  policy: PlanPolicy,
): Generator<PlanItem> {
  if (current === null) return
  const { name, dn, baseDn, anchor } = link
  const object = { objectKind: 'group' as const, name, dn, anchor, resourceId: current.id }
  const domain = otherDomainOf(policy.organization, 'group', provenanceOf(current))
  if (domain !== null) {
    const reason = { kind: 'other-domain' as const, domain, resourceId: current.id }
    yield { kind: 'object', object: { ...object, outcome: 'mismatched', reason } }
    return
  }
  if (!policy.complete) {
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
  const members = lastMembers(current, data)
  yield { kind: 'change', change: { ...identity, kind: 'delete', before, after: null, members, reason } }
}

/** Decides about a group that no entry accounts for (DC-32). */
export function* planUnaccountedGroup(
  current: CurrentGroup,
  data: Pick<PlanningData, 'membersOf'>,
  policy: PlanPolicy,
): Generator<PlanItem> {
  const name = current.displayName
  const object = { objectKind: 'group' as const, name, dn: null, anchor: null, resourceId: current.id }
  const notOurs = notOursToDelete('group', current.id, provenanceOf(current), policy)
  yield { kind: 'object', object: { ...object, outcome: 'mismatched', reason: notOurs ?? { kind: 'no-entry' } } }
  if (notOurs !== null || policy.mismatched === 'retain' || !policy.complete) return
  const identity = { objectKind: 'group' as const, name, dn: null, baseDn: null, anchor: null, resourceId: current.id }
  const before = { displayName: name }
  const members = lastMembers(current, data)
  const reason = { kind: 'mismatched' as const }
  const change = { ...identity, version: current.version, before, after: null, members, reason }
  yield { kind: 'change', change: { ...change, kind: 'delete' } }
}

/** Recorded with a deletion, so that it can be taken back (DC-58). */
function lastMembers({ id }: CurrentGroup, data: Pick<PlanningData, 'membersOf'>): NonNullable<Change['members']> {
  return { add: [], remove: data.membersOf(id).map((member) => ({ ...member, anchor: null })) }
}

function provenanceOf({ displayName, connectorDomain }: CurrentGroup): Provenance {
  return { name: displayName, domain: connectorDomain }
}

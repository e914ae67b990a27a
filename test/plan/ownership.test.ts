import type { Organization, Provenance, SharedOrganization } from '../../app/model/organization.ts'
import type { CurrentGroup, CurrentUser } from '../../app/model/resource.ts'
import { otherDomainOf } from '../../app/plan/otherDomainOf.ts'
import { planGroup, planUnaccountedGroup, planVanishedGroup } from '../../app/plan/planGroup.ts'
import type { PlanItem } from '../../app/plan/planItem.ts'
import type { GroupPair, Join, JoinFacts } from '../../app/plan/planningData.ts'
import { planUnaccountedUser, planVanishedUser } from '../../app/plan/planVanishedUser.ts'
import type { PlanPolicy } from '../../app/plan/policy.ts'
import { unlessOthers } from '../../app/plan/unlessOthers.ts'

const corp: SharedOrganization = { kind: 'shared', domain: 'corp.test', marks: ['user', 'group'], otherDomains: [] }
const emea = { name: 'emea.test', uidEndings: ['@emea.test'], groupBeginnings: ['EMEA '] }
const named: SharedOrganization = { ...corp, marks: [], otherDomains: [emea] }
const alone: Organization = { kind: 'alone' }

const policyWith = (organization: Organization, changes: Partial<PlanPolicy> = {}): PlanPolicy => ({
  managed: ['uid'],
  complete: true,
  mismatched: 'delete',
  organization,
  contacts: null,
  pictures: 'none',
  softDeleteDays: 0,
  now: new Date('2026-03-01T12:00:00Z'),
  isProtected: () => false,
  waiting: () => null,
  ...changes,
})
const noMembers = { membersOf: () => [] }
const dn = 'CN=Ann,DC=corp,DC=test'
const link = {
  anchor: 'a1',
  kind: 'user' as const,
  resourceId: 'r1',
  name: 'ann@corp.test',
  dn,
  baseDn: 'DC=corp,DC=test',
  vanishedAt: null,
}
const user = (uid: string, domain: string | null): CurrentUser => ({
  kind: 'user',
  id: 'r1',
  version: null,
  active: true,
  administrator: false,
  values: { uid, ...(domain !== null && { connectorDomain: domain }) },
  emails: [uid],
  photo: { kind: 'unknown' },
})
const group = (displayName: string, connectorDomain: string | null): CurrentGroup => ({
  kind: 'group',
  id: 'r1',
  version: null,
  displayName,
  externalId: null,
  connectorDomain,
})

/** `delete (mismatched)`, `mismatched (other-domain emea.test)`. */
function said(items: Iterable<PlanItem>): readonly string[] {
  return [...items].map((item) => {
    if (item.kind === 'note') return `note on ${item.note.attribute}`
    if (item.kind === 'change') return `${item.change.kind} (${item.change.reason.kind})`
    const { outcome, reason } = item.object
    return `${outcome} (${reason.kind}${'domain' in reason ? ` ${reason.domain}` : ''})`
  })
}

describe('whose a resource is', () => {
  it.each([
    [alone, 'user', 'ann@emea.test', 'emea.test', null],
    [corp, 'user', 'ann@emea.test', 'CORP.test', null],
    [corp, 'user', 'ann@corp.test', 'emea.test', 'emea.test'],
    [corp, 'user', 'ann@corp.test', null, null],
    [named, 'user', 'Ann@EMEA.Test', null, 'emea.test'],
    [named, 'user', 'ann@emea.test.example', null, null],
    [named, 'user', 'EMEA ann', null, null],
    [named, 'group', 'emea Sales', null, 'emea.test'],
    [named, 'group', 'EMEAN Sales', null, null],
    [{ ...named, marks: ['user'] }, 'user', 'ann@emea.test', 'corp.test', null],
  ] as const)('%j: %s %s with the mark %s is of %s', (organization, kind, name, domain, owner) => {
    expect(otherDomainOf(organization, kind, { name, domain })).toBe(owner)
  })
})

describe('an entry in a shared store', () => {
  const facts: JoinFacts = {
    anchor: 'a1',
    objectKind: 'user',
    name: 'ann@corp.test',
    link: null,
    conflict: null,
    sameName: null,
    sameEmail: [],
  }
  const seen = (found: Join, organization: Organization, provenance: Provenance | null, name = facts.name) =>
    unlessOthers({ ...facts, name }, found, 'user', { provenance: () => provenance }, { organization })
  const held = (domain: string, resourceId: string | null) => ({
    kind: 'held',
    outcome: 'conflict',
    reason: { kind: 'other-domain', domain, resourceId },
  })
  const joined = (by: 'link' | 'name' | 'email' | 'takeover') => ({ kind: 'joined' as const, resourceId: 'r1', by })

  it.each(['link', 'name', 'email', 'takeover'] as const)(
    "never takes another domain's resource that was found by %s",
    (by) => {
      const others = { name: 'ann@corp.test', domain: 'emea.test' }
      expect(seen(joined(by), corp, others)).toEqual(held('emea.test', 'r1'))
      expect(seen(joined(by), named, { name: 'ann@emea.test', domain: null })).toEqual(held('emea.test', 'r1'))
    },
  )

  it('takes its own, and what bears no mark', () => {
    for (const domain of ['corp.test', null]) {
      expect(seen(joined('name'), corp, { name: 'ann@corp.test', domain })).toEqual(joined('name'))
    }
    expect(seen(joined('link'), corp, null)).toEqual(joined('link'))
  })

  it('is not created under a name of another domain, and keeps such a name where it bears its own mark', () => {
    const create = { kind: 'create' as const, because: 'new' as const }
    expect(seen(create, named, null, 'ann@emea.test')).toEqual(held('emea.test', null))
    expect(seen(create, named, null)).toEqual(create)
    const both = { ...named, marks: ['user' as const] }
    expect(seen(joined('link'), both, { name: 'ann@emea.test', domain: 'corp.test' }, 'ann@emea.test')).toEqual(
      joined('link'),
    )
  })

  it('is not looked at twice where the connector is alone', () => {
    expect(seen(joined('name'), alone, { name: 'ann@emea.test', domain: 'emea.test' })).toEqual(joined('name'))
  })
})

describe('a resource that no entry accounts for, with mismatched: delete', () => {
  it.each([
    ['own', corp, 'x@corp.test', 'corp.test', ['mismatched (no-entry)', 'delete (mismatched)']],
    ['other', corp, 'x@corp.test', 'emea.test', ['mismatched (other-domain emea.test)']],
    ['unmarked', corp, 'x@corp.test', null, ['mismatched (no-mark corp.test)']],
    ['named as other', named, 'x@emea.test', null, ['mismatched (other-domain emea.test)']],
    ['named as nobody', named, 'x@corp.test', null, ['mismatched (no-entry)', 'delete (mismatched)']],
    ['alone', alone, 'x@emea.test', 'emea.test', ['mismatched (no-entry)', 'delete (mismatched)']],
  ] as const)('%s', (_, organization, uid, domain, expected) => {
    const current = user(uid, domain)
    expect(said(planUnaccountedUser({ current, inactiveSince: null }, policyWith(organization)))).toEqual(expected)
    const name = uid === 'x@emea.test' && organization === named ? 'EMEA x' : 'x'
    expect(said(planUnaccountedGroup(group(name, domain), noMembers, policyWith(organization)))).toEqual(expected)
  })

  it('is only shown without that setting', () => {
    const retain = policyWith(corp, { mismatched: 'retain' })
    const current = user('x@corp.test', null)
    expect(said(planUnaccountedUser({ current, inactiveSince: null }, retain))).toEqual(['mismatched (no-entry)'])
  })
})

describe('a linked resource whose entry is gone', () => {
  it.each([true, false])('is left alone once it bears the mark of another domain (complete read: %s)', (complete) => {
    const policy = policyWith(corp, { complete })
    const left = ['mismatched (other-domain emea.test)']
    expect(said(planVanishedUser({ link, current: user('ann@corp.test', 'emea.test') }, policy))).toEqual(left)
    expect(said(planVanishedGroup({ link, current: group('Sales', 'emea.test') }, noMembers, policy))).toEqual(left)
  })

  it('is taken away while it bears its own mark or none', () => {
    for (const domain of ['corp.test', null]) {
      const current = user('ann@corp.test', domain)
      expect(said(planVanishedUser({ link, current }, policyWith(corp)))).toEqual(['delete (vanished)'])
    }
  })
})

describe('a group in a shared store', () => {
  const pairWith = (current: CurrentGroup | null, memberNames: readonly string[] = []): GroupPair => ({
    desired: { kind: 'group', anchor: 'g1', dn, baseDn: 'DC=corp,DC=test', displayName: 'Sales' },
    link: null,
    current,
    members: [],
    currentMembers: memberNames.map((name) => ({ resourceId: name, name, kind: 'user' as const })),
    ignored: {},
  })
  const marks: Readonly<Record<string, string | null>> = { ours: 'corp.test', theirs: 'emea.test', nobodys: null }
  const data = {
    provenance: (_: string, name: string) => (name in marks ? { name, domain: marks[name] ?? null } : null),
  }

  it('is marked when it is created, and once when it bears no mark', () => {
    const [created] = planGroup(pairWith(null), data, policyWith(corp))
    expect(created).toMatchObject({
      change: { kind: 'create', after: { displayName: 'Sales', values: { connectorDomain: 'corp.test' } } },
    })
    const [marked] = planGroup(pairWith(group('Sales', null)), data, policyWith(corp))
    expect(marked).toMatchObject({
      change: {
        kind: 'update',
        before: { values: { connectorDomain: null } },
        after: { values: { connectorDomain: 'corp.test' } },
        reason: { kind: 'differs', attributes: ['connectorDomain'] },
      },
    })
    expect(said(planGroup(pairWith(group('Sales', 'corp.test')), data, policyWith(corp)))).toEqual(['matched (equal)'])
    const lost = { ...pairWith(group('Sales', null)), ignored: { connectorDomain: 'corp.test' } }
    expect(said(planGroup(lost, data, policyWith(corp)))).toEqual(['matched (equal)'])
  })

  it.each([alone, named])('is not marked where nothing is (%j)', (organization) => {
    const policy = policyWith(organization)
    expect(said(planGroup(pairWith(group('Sales', null)), data, policy))).toEqual(['matched (equal)'])
    const [created] = planGroup(pairWith(null), data, policy)
    expect(created).toMatchObject({ change: { after: { displayName: 'Sales' } } })
    expect(JSON.stringify(created)).not.toContain('connectorDomain')
  })

  it('keeps members that are or may be of another domain', () => {
    const pair = pairWith(group('Sales', 'corp.test'), ['ours', 'theirs', 'nobodys', 'never read'])
    const removed = (organization: Organization) => {
      const [item] = planGroup(pair, data, policyWith(organization))
      return item?.kind === 'change' ? item.change.members?.remove.map(({ name }) => name) : []
    }
    expect(removed(corp)).toEqual(['ours', 'nobodys'])
    expect(removed(alone)).toEqual(['ours', 'theirs', 'nobodys', 'never read'])
  })
})

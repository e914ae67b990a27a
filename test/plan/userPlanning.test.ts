import type { CurrentUser, DesiredUser } from '../../app/model/resource.ts'
import type { PlanItem } from '../../app/plan/planItem.ts'
import type { UserPair } from '../../app/plan/planningData.ts'
import { planUser } from '../../app/plan/planUser.ts'
import { planUnaccountedUser, planVanishedUser } from '../../app/plan/planVanishedUser.ts'
import type { PlanPolicy } from '../../app/plan/policy.ts'
import { day } from '../fakes/connectorOn.ts'

const now = new Date('2026-03-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString()

const policyWith = (changes: Partial<PlanPolicy> = {}): PlanPolicy => ({
  managed: ['uid', 'title', 'manager'],
  complete: true,
  mismatched: 'retain',
  contacts: null,
  pictures: 'none',
  softDeleteDays: 7,
  now,
  isProtected: () => false,
  organization: { kind: 'alone' },
  waiting: () => null,
  ...changes,
})
const protecting = (name: string) => policyWith({ isProtected: ({ uid, dn }) => uid === name || dn === name })

const dn = 'CN=Ann,DC=corp,DC=test'
const desiredWith = (changes: Partial<DesiredUser> = {}): DesiredUser => ({
  kind: 'user',
  anchor: 'a1',
  dn,
  baseDn: 'DC=corp,DC=test',
  active: true,
  values: { uid: 'ann@corp.test', title: 'Chef' },
  ...changes,
})
const currentWith = (changes: Partial<CurrentUser> = {}): CurrentUser => ({
  kind: 'user',
  id: 'u1',
  version: null,
  active: true,
  administrator: false,
  values: { uid: 'ann@corp.test', title: 'Chef' },
  emails: [],
  photo: { kind: 'unknown' },
  ...changes,
})
const link = (vanishedAt: string | null = null) => ({
  anchor: 'a1',
  kind: 'user' as const,
  resourceId: 'u1',
  name: 'ann@corp.test',
  dn,
  baseDn: 'DC=corp,DC=test',
  vanishedAt,
})
const pairWith = (changes: Partial<UserPair> = {}): UserPair => ({
  desired: desiredWith(),
  link: link(),
  current: currentWith(),
  manager: { kind: 'none' },
  ignored: {},
  sameText: false,
  ...changes,
})

/** `deactivate (vanished)`, `skipped (protected)`, `note on title`. */
function said(items: Iterable<PlanItem>): readonly string[] {
  return [...items].map((item) => {
    if (item.kind === 'note') return `note on ${item.note.attribute}`
    if (item.kind === 'change') return `${item.change.kind} (${item.change.reason.kind})`
    return `${item.object.outcome} (${item.object.reason.kind})`
  })
}

function changeOf(items: Iterable<PlanItem>) {
  const [first] = items
  if (first?.kind !== 'change') throw new Error('no change')
  return first.change
}

describe('a user that should exist', () => {
  const disabled = desiredWith({ active: false })
  const inactive = currentWith({ active: false })

  it.each([
    ['is matched when all is equal', pairWith(), policyWith(), 'matched (equal)'],
    ['is created', pairWith({ current: null, link: null }), policyWith(), 'create (new-in-selection)'],
    [
      'is created again when somebody deleted it',
      pairWith({ current: null }),
      policyWith(),
      'create (resource-missing)',
    ],
    ['is updated', pairWith({ current: currentWith({ values: {} }) }), policyWith(), 'update (differs)'],
    ['is deactivated with its account', pairWith({ desired: disabled }), policyWith(), 'deactivate (account-disabled)'],
    ['is reactivated with its account', pairWith({ current: inactive }), policyWith(), 'reactivate (account-enabled)'],
    [
      'is reactivated when it comes back',
      pairWith({ current: inactive, link: link(daysAgo(2)) }),
      policyWith(),
      'reactivate (back-in-selection)',
    ],
    [
      'stays inactive while disabled',
      pairWith({ desired: disabled, current: inactive }),
      policyWith(),
      'matched (equal)',
    ],
    [
      'stays active as an administrator',
      pairWith({ desired: disabled, current: currentWith({ administrator: true }) }),
      policyWith(),
      'skipped (administrator)',
    ],
    [
      'stays active when its uid is protected',
      pairWith({ desired: disabled }),
      protecting('ann@corp.test'),
      'skipped (protected)',
    ],
    ['stays active when its DN is protected', pairWith({ desired: disabled }), protecting(dn), 'skipped (protected)'],
    [
      'stays active when the uid it has so far is protected',
      pairWith({ desired: disabled, current: currentWith({ values: { uid: 'old@corp.test', title: 'Chef' } }) }),
      protecting('old@corp.test'),
      'update (differs)',
    ],
  ] as const)('%s', (_, pair, policy, expected) => {
    expect(said(planUser(pair, policy))).toEqual([expected])
  })

  it('is created with everything that has a value, inactive when its account is disabled', () => {
    const pair = pairWith({
      desired: desiredWith({ active: false, values: { uid: 'ann@corp.test', title: null } }),
      current: null,
      manager: { kind: 'entry', anchor: 'a2' },
    })
    expect(changeOf(planUser(pair, policyWith()))).toMatchObject({
      before: null,
      after: { active: false, values: { uid: 'ann@corp.test', manager: 'entry:a2' } },
    })
  })

  it('changes values and activity in one change, with before and after of both', () => {
    const pair = pairWith({
      desired: disabled,
      current: currentWith({ values: { uid: 'old@corp.test', title: 'Chef' } }),
    })
    expect(changeOf(planUser(pair, policyWith()))).toMatchObject({
      kind: 'deactivate',
      before: { active: true, values: { uid: 'old@corp.test' } },
      after: { active: false, values: { uid: 'ann@corp.test' } },
    })
  })

  it.each([
    ['none', 'complete', 'update (differs)'],
    ['none', 'incomplete', 'matched (equal)'],
    ['outside', 'complete', 'update (differs)'],
    ['outside', 'incomplete', 'matched (equal)'],
  ] as const)('with a manager in the store and %s in the directory after a %s read: %s', (kind, read, expected) => {
    const current = currentWith({ values: { uid: 'ann@corp.test', title: 'Chef', manager: 'u2' } })
    const policy = policyWith({ complete: read === 'complete' })
    expect(said(planUser(pairWith({ current, manager: { kind } }), policy))).toEqual([expected])
  })

  it('gets no manager where the store has no place for one', () => {
    const pair = pairWith({ manager: { kind: 'resource', resourceId: 'u2' } })
    expect(said(planUser(pair, policyWith({ managed: ['uid', 'title'] })))).toEqual(['matched (equal)'])
    expect(said(planUser(pair, policyWith()))).toEqual(['update (differs)'])
  })

  it('is not sent again what the store is known not to keep, but a new value is', () => {
    const current = currentWith({ values: { uid: 'ann@corp.test' } })
    expect(said(planUser(pairWith({ current, ignored: { title: 'Chef' } }), policyWith()))).toEqual([
      'note on title',
      'matched (equal)',
    ])
    expect(said(planUser(pairWith({ current, ignored: { title: 'Pilot' } }), policyWith()))).toEqual([
      'update (differs)',
    ])
  })
})

describe('a linked user whose entry is gone', () => {
  const off = currentWith({ active: false })
  const admin = currentWith({ administrator: true })
  const atOnce = policyWith({ softDeleteDays: 0 })

  it.each([
    ['incomplete read', currentWith(), null, policyWith({ complete: false }), ['skipped (not-seen)']],
    ['incomplete read, long gone', off, daysAgo(30), policyWith({ complete: false }), ['skipped (not-seen)']],
    ['resource gone too', null, null, policyWith(), []],
    ['there', currentWith(), null, policyWith(), ['deactivate (vanished)']],
    ['inactive already', off, null, policyWith(), ['deactivate (vanished)']],
    ['inactive for less than the days', off, daysAgo(6.99), policyWith(), ['skipped (waiting-for-deletion)']],
    ['inactive for exactly the days', off, daysAgo(7), policyWith(), ['delete (vanished-long-enough)']],
    ['made active again by somebody', currentWith(), daysAgo(30), policyWith(), ['deactivate (vanished)']],
    ['no days to wait', currentWith(), null, atOnce, ['delete (vanished)']],
    ['administrator', admin, null, policyWith(), ['skipped (administrator)']],
    ['administrator, long gone', { ...admin, active: false }, daysAgo(30), policyWith(), ['skipped (administrator)']],
    ['protected uid', currentWith(), null, protecting('ann@corp.test'), ['skipped (protected)']],
    ['protected DN, long gone', off, daysAgo(30), protecting(dn), ['skipped (protected)']],
    [
      'protected by its former uid',
      currentWith({ values: { uid: 'x@corp.test' } }),
      null,
      protecting('ann@corp.test'),
      ['skipped (protected)'],
    ],
  ] as const)('%s', (_, current, vanishedAt, policy, expected) => {
    expect(said(planVanishedUser({ link: link(vanishedAt), current }, policy))).toEqual(expected)
  })

  it('is told until when it waits', () => {
    const [item] = planVanishedUser({ link: link(daysAgo(2)), current: off }, policyWith())
    expect(item).toMatchObject({
      object: { reason: { vanishedAt: daysAgo(2), deletedAfter: daysAgo(-5) } },
    })
  })
})

describe('a user that no entry accounts for', () => {
  const remove = policyWith({ mismatched: 'delete' })
  const off = currentWith({ active: false })

  it.each([
    ['is retained', currentWith(), null, policyWith(), ['mismatched (no-entry)']],
    [
      'is retained when the read was incomplete',
      currentWith(),
      null,
      { ...remove, complete: false },
      ['mismatched (no-entry)'],
    ],
    ['is made inactive first', currentWith(), null, remove, ['mismatched (no-entry)', 'deactivate (mismatched)']],
    ['waits', off, daysAgo(3), remove, ['mismatched (no-entry)']],
    ['is deleted then', off, daysAgo(7), remove, ['mismatched (no-entry)', 'delete (vanished-long-enough)']],
    [
      'waits anew when somebody made it active',
      currentWith(),
      daysAgo(9),
      remove,
      ['mismatched (no-entry)', 'deactivate (mismatched)'],
    ],
    [
      'is deleted at once without days to wait',
      currentWith(),
      null,
      { ...remove, softDeleteDays: 0 },
      ['mismatched (no-entry)', 'delete (mismatched)'],
    ],
    ['is never an administrator', currentWith({ administrator: true }), null, remove, ['mismatched (no-entry)']],
    [
      'is never protected',
      currentWith(),
      null,
      { ...protecting('ann@corp.test'), mismatched: 'delete' as const },
      ['mismatched (no-entry)'],
    ],
  ] as const)('%s', (_, current, inactiveSince, policy, expected) => {
    expect(said(planUnaccountedUser({ current, inactiveSince }, policy))).toEqual(expected)
  })
})

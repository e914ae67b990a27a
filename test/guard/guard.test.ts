import { type GuardedPlan, guard, limitFor } from '../../app/guard/guard.ts'
import type { KindCounts } from '../../app/model/plan.ts'
import { settingsWith } from '../fakes/connectorOn.ts'

const none: KindCounts = {
  read: 10,
  selected: 10,
  matched: 0,
  create: 0,
  update: 0,
  deactivate: 0,
  reactivate: 0,
  delete: 0,
  mismatched: 0,
  skipped: 0,
  conflicts: 0,
  failed: 0,
}
const usual = settingsWith({ guards: {} }).guards
const planWith = (changes: Partial<GuardedPlan> = {}): GuardedPlan => ({
  kinds: ['user', 'group'],
  counts: { users: none, groups: none },
  linked: { user: 100, group: 100 },
  selected: { user: 10, group: 10 },
  deletions: { user: 0, group: 0 },
  emptiedBases: [],
  ...changes,
})
const names = (plan: GuardedPlan, settings = usual) => guard(plan, settings).map(({ name }) => name)

describe('the limit of deletions', () => {
  it.each([
    [0, 3],
    [10, 3],
    [60, 3],
    [79, 3],
    [80, 4],
    [100, 5],
    [119, 5],
    [10_000, 500],
    [100_000, 500],
  ])('is, of %d linked objects, %d by default', (linked, limit) => {
    expect(limitFor(linked, usual.deletions.users)).toBe(limit)
  })

  it('can be nothing at all', () => {
    expect(limitFor(1000, { percent: 0, atLeast: 0, atMost: 0 })).toBe(0)
    expect(limitFor(1000, { percent: 100, atLeast: 0, atMost: 20 })).toBe(20)
  })

  it('lets 5 of 100 pass and halts 6, with numbers and the place of the setting', () => {
    expect(guard(planWith({ deletions: { user: 5, group: 5 } }), usual)).toEqual([])
    const [reason] = guard(planWith({ deletions: { user: 6, group: 0 } }), usual)
    expect(reason?.name).toBe('deletions-users')
    expect(reason?.message).toContain('6 of 100 linked users')
    expect(reason?.message).toContain('here 5')
    expect(reason?.message).toContain('guards.deletions.users')
  })

  it('is kept for groups by itself', () => {
    expect(names(planWith({ deletions: { user: 0, group: 6 } }))).toEqual(['deletions-groups'])
    expect(names(planWith({ deletions: { user: 6, group: 6 } }))).toEqual(['deletions-users', 'deletions-groups'])
    expect(names(planWith({ kinds: ['user'], deletions: { user: 0, group: 6 } }))).toEqual([])
  })
})

describe('reading nothing', () => {
  it('halts for users always, also before anything is linked', () => {
    const plan = planWith({ selected: { user: 0, group: 10 }, linked: { user: 0, group: 0 } })
    expect(names(plan)).toEqual(['empty-read-users'])
  })

  it('halts for groups only when some are linked', () => {
    const selected = { user: 10, group: 0 }
    expect(names(planWith({ selected }))).toEqual(['empty-read-groups'])
    expect(names(planWith({ selected, linked: { user: 5, group: 0 } }))).toEqual([])
    expect(names(planWith({ selected, kinds: ['user'] }))).toEqual([])
  })

  it('halts for a base that gave nothing, and names it', () => {
    const [reason] = guard(planWith({ emptiedBases: [{ baseDn: 'OU=Plant,DC=corp,DC=test', linked: 2 }] }), usual)
    expect(reason?.name).toBe('empty-base')
    expect(reason?.message).toContain('OU=Plant,DC=corp,DC=test')
    expect(reason?.message).toContain('2 linked objects')
  })
})

describe('guards of creations and updates', () => {
  const busy = { ...none, create: 5000, update: 5000 }
  const counts = { users: busy, groups: busy }

  it('are off by default', () => {
    expect(names(planWith({ counts }))).toEqual([])
  })

  it('halt when they are set', () => {
    const { guards } = settingsWith({
      guards: { creates: { users: { percent: 10 } }, updates: { groups: { percent: 100, atMost: 5000 } } },
    })
    expect(names(planWith({ counts }), guards)).toEqual([
      'creates-users',
      'updates-users',
      'creates-groups',
      'updates-groups',
    ])
    expect(names(planWith({ counts: { users: none, groups: none } }), guards)).toEqual([])
  })
})

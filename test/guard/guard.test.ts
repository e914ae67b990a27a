import { type GuardedPlan, guard, limitFor } from '../../app/guard/guard.ts'
import { noCounts } from '../../app/model/noCounts.ts'
import type { Counts, KindCounts } from '../../app/model/plan.ts'
import { settingsWith } from '../fakes/connectorOn.ts'

const none: KindCounts = { ...noCounts, read: 10, selected: 10 }
const countsOf = (counts: Partial<Counts> = {}): Counts => ({
  users: none,
  rooms: none,
  groups: none,
  contacts: none,
  avatars: none,
  ...counts,
})
const noDeletions = { user: 0, room: 0, group: 0, contact: 0, avatar: 0 }
const nothingLinked = noDeletions
const usual = settingsWith({ guards: {} }).guards
const planWith = (changes: Partial<GuardedPlan> = {}): GuardedPlan => ({
  kinds: ['user', 'group'],
  counts: countsOf(),
  linked: { user: 100, room: 100, group: 100, contact: 100, avatar: 100 },
  selected: { user: 10, group: 10, contact: 10 },
  deletions: noDeletions,
  emptiedBases: [],
  because: 'entries-gone',
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
    expect(guard(planWith({ deletions: { ...noDeletions, user: 5, group: 5 } }), usual)).toEqual([])
    const [reason] = guard(planWith({ deletions: { ...noDeletions, user: 6, group: 0 } }), usual)
    expect(reason?.name).toBe('deletions-users')
    expect(reason?.message).toContain('6 of 100 linked users')
    expect(reason?.message).toContain('here 5')
    expect(reason?.message).toContain('guards.deletions.users')
  })

  it('says of people whose entry is gone that it is, and of those that an undo takes away that they go', () => {
    const gone = planWith({ deletions: { ...noDeletions, user: 6 } })
    expect(guard(gone, usual)[0]?.message).toContain('made inactive or deleted because their entry is gone')
    expect(guard({ ...gone, because: 'undo' }, usual)[0]?.message).toContain('made inactive or deleted (limit 5 %')
  })

  it('is kept for groups by itself', () => {
    expect(names(planWith({ deletions: { ...noDeletions, user: 0, group: 6 } }))).toEqual(['deletions-groups'])
    expect(names(planWith({ deletions: { ...noDeletions, user: 6, group: 6 } }))).toEqual([
      'deletions-users',
      'deletions-groups',
    ])
    expect(names(planWith({ kinds: ['user'], deletions: { ...noDeletions, user: 0, group: 6 } }))).toEqual([])
  })
})

describe('the limit of deletions of further kinds', () => {
  it('is kept for rooms and contacts by itself', () => {
    const kinds = ['user', 'contact'] as const
    const rooms = { kinds, deletions: { ...noDeletions, room: 6 } }
    expect(names(planWith(rooms))).toEqual(['deletions-rooms'])
    expect(names(planWith({ kinds, deletions: { ...noDeletions, contact: 6 } }))).toEqual(['deletions-contacts'])
    expect(names(planWith({ kinds: ['group'], deletions: { ...noDeletions, room: 6, contact: 6 } }))).toEqual([])
  })

  it('is kept for pictures, so that a web server that has lost all of them takes nobody’s away', () => {
    const [reason, ...others] = guard(planWith({ deletions: { ...noDeletions, avatar: 6 } }), usual)
    expect(others).toEqual([])
    expect(reason?.name).toBe('deletions-avatars')
    expect(reason?.message).toContain('6 of 100 sent pictures would be deleted')
    expect(reason?.message).toContain('guards.deletions.avatars')
    expect(names(planWith({ kinds: ['group'], deletions: { ...noDeletions, avatar: 6 } }))).toEqual([])
  })
})

describe('reading nothing', () => {
  it('halts for contacts only when some are linked', () => {
    const plan = { kinds: ['user', 'contact'] as const, selected: { user: 10, group: 0, contact: 0 } }
    expect(names(planWith(plan))).toEqual(['empty-read-contacts'])
    expect(names(planWith({ ...plan, linked: { ...nothingLinked, user: 5 } }))).toEqual([])
  })

  it('halts for users always, also before anything is linked', () => {
    const plan = planWith({ selected: { user: 0, group: 10, contact: 10 }, linked: nothingLinked })
    expect(names(plan)).toEqual(['empty-read-users'])
  })

  it('halts for groups only when some are linked', () => {
    const selected = { user: 10, group: 0, contact: 10 }
    expect(names(planWith({ selected }))).toEqual(['empty-read-groups'])
    expect(names(planWith({ selected, linked: { ...nothingLinked, user: 5 } }))).toEqual([])
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
  const counts = countsOf({ users: busy, groups: busy })

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
    expect(names(planWith(), guards)).toEqual([])
  })
})

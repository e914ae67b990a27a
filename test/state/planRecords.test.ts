import type { Link } from '../../app/model/link.ts'
import type { Counts, PlanHeader } from '../../app/model/plan.ts'
import type { PlanItem, UnplacedChange } from '../../app/plan/planItem.ts'
import type { RecordedOutcome, State } from '../../app/state/state.ts'
import { now, open } from './stateFixture.ts'
import { temporaryFolders } from './temporaryFolders.ts'

const none = {
  read: 0,
  selected: 0,
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
const counts: Counts = { users: { ...none, create: 1 }, rooms: none, groups: none, contacts: none, avatars: none }
const header: Omit<PlanHeader, 'id' | 'runId'> = {
  basis: { kind: 'full' },
  createdAt: now.toISOString(),
  status: 'pending',
  digest: 'ab',
  settingsDigest: 'cd',
  complete: false,
  gaps: [{ kind: 'size-limit', baseDn: 'DC=corp', message: 'Cut short.', remedy: 'Raise it.' }],
  warnings: [],
  halted: [{ name: 'deletions-users', message: 'Too many.', count: 4 }],
  counts,
  membersOutside: 3,
}
const create: UnplacedChange = {
  kind: 'create',
  objectKind: 'user',
  name: 'änn "安"@corp.test',
  dn: 'CN=Änn,DC=corp',
  baseDn: 'DC=corp',
  anchor: 'a1',
  resourceId: null,
  version: null,
  before: null,
  after: { active: true, values: { uid: 'ann@corp.test', title: null } },
  reason: { kind: 'new-in-selection', baseDn: 'DC=corp' },
}
const members: UnplacedChange = {
  ...create,
  kind: 'update',
  objectKind: 'group',
  anchor: 'a2',
  resourceId: 'g1',
  before: {},
  after: {},
  members: { add: [{ resourceId: null, anchor: 'a1', kind: 'user', name: 'ann' }], remove: [] },
  reason: { kind: 'differs', attributes: ['members'] },
}
const object = {
  outcome: 'skipped',
  objectKind: 'user',
  name: 'x',
  dn: null,
  anchor: null,
  resourceId: 'u9',
  reason: { kind: 'no-entry' },
} as const
const matched = { ...object, outcome: 'matched', reason: { kind: 'equal' } } as const
const note = { objectKind: 'user', name: 'x', dn: null, attribute: 'title', problem: 'Odd.' } as const
const items: readonly PlanItem[] = [
  { kind: 'change', change: create },
  { kind: 'object', object },
  { kind: 'object', object: matched },
  { kind: 'change', change: members },
  { kind: 'note', note },
]
const link: Link = {
  anchor: 'a1',
  kind: 'user',
  resourceId: 'u1',
  name: 'ann',
  dn: 'CN=Ann',
  baseDn: 'DC=corp',
  vanishedAt: null,
}
const outcome = (changes: Partial<RecordedOutcome> = {}): RecordedOutcome => ({
  position: 1,
  objectKind: 'user',
  outcome: { kind: 'done', resourceId: 'u1', ignored: [] },
  effect: { kind: 'link', link },
  ignored: [],
  ...changes,
})

describe('stored plans', () => {
  const newFolder = temporaryFolders()
  let state: State
  beforeEach(() => {
    state = open(newFolder())
  })
  afterEach(() => state.close())
  const save = (saved: Iterable<PlanItem> = items) =>
    state.plans.save(state.runs.start('dry-run', now).id, saved, () => header)

  it('come back as they were saved', () => {
    const id = save()
    expect(state.plans.get(id)).toEqual({ ...header, id, runId: 1 })
    expect([...state.plans.changes(id)]).toEqual([
      { change: { ...create, position: 1 }, outcome: null },
      { change: { ...members, position: 2 }, outcome: null },
    ])
    expect([...state.plans.changes(id, { objectKinds: ['user'], kinds: ['update'] })]).toEqual([])
    expect([...state.plans.objects(id)]).toEqual([object, matched])
    expect([...state.plans.objects(id, 'skipped')]).toEqual([object])
    expect([...state.plans.notes(id)]).toEqual([note])
    expect(state.plans.get(99)).toBeNull()
  })

  it('are there whole or not at all', () => {
    function* broken(): Generator<PlanItem> {
      yield* items
      throw new Error('the directory burned down')
    }
    expect(() => save(broken())).toThrow('burned down')
    expect(state.plans.list()).toEqual([])
    expect([...state.plans.changes(1)]).toEqual([])
  })

  it('are told apart change by change, and forgotten with everything in them', () => {
    const first = save()
    const second = save([
      { kind: 'change', change: { ...create, anchor: 'a7', name: 'bob' } },
      { kind: 'change', change: members },
    ])
    expect(state.plans.difference(first, second)).toEqual({
      added: { count: 1, names: ['bob'] },
      gone: { count: 1, names: [create.name] },
    })
    expect(state.plans.difference(first, first).added.count).toBe(0)
    state.plans.discard(second)
    expect(state.plans.list().map(({ id }) => id)).toEqual([first])
    expect([...state.plans.changes(second)]).toEqual([])
  })

  it('keep the list of what is equal only while they are new, and everything else for good', () => {
    const ids = [save(), save(), save(), save()]
    const outcomes = ids.map((id) => [...state.plans.objects(id)].map((it) => it.outcome))
    expect(outcomes).toEqual([['skipped'], ['skipped', 'matched'], ['skipped', 'matched'], ['skipped', 'matched']])
  })

  it('take an outcome and its link together, or neither', () => {
    const id = save()
    const broken = outcome({
      position: 2,
      effect: { kind: 'link', link: { ...link, resourceId: null as unknown as string } },
    })
    expect(() => state.plans.saveOutcomes(id, [outcome(), broken], now)).toThrow()
    expect([...state.plans.changes(id)].map((it) => it.outcome)).toEqual([null, null])
    expect(state.links.get('a1')).toBeNull()

    state.plans.saveOutcomes(id, [outcome()], now)
    const [first] = state.plans.changes(id)
    expect(first).toMatchObject({ change: { resourceId: 'u1' }, outcome: { kind: 'done', resourceId: 'u1' } })
    expect(state.links.get('a1')).toEqual(link)
    expect(state.links.ofResource('user', 'u1')).toEqual(link)
    expect(state.links.count('user')).toBe(1)
    expect([...state.plans.changes(id)].map((it) => it.outcome?.kind ?? null)).toEqual(['done', null])
  })

  it('move links with what was done: another entry takes over, vanishes, and is gone', () => {
    const id = save()
    state.plans.saveOutcomes(id, [outcome()], now)
    state.plans.saveOutcomes(id, [outcome({ effect: { kind: 'link', link: { ...link, anchor: 'a5' } } })], now)
    expect(state.links.get('a1')).toBeNull()
    state.plans.saveOutcomes(id, [outcome({ effect: { kind: 'vanished', resourceId: 'u1' } })], now)
    expect(state.links.get('a5')?.vanishedAt).toBe(now.toISOString())
    expect(state.links.count('user')).toBe(0)
    state.plans.saveOutcomes(id, [outcome({ effect: { kind: 'unlink', resourceId: 'u1' } })], now)
    expect(state.links.get('a5')).toBeNull()
  })

  it('tell the history of one object by anchor or name, newest first', () => {
    const [first, second] = [save(), save()]
    expect(state.plans.historyOf('a1').map(({ planId }) => planId)).toEqual([second, first])
    expect(state.plans.historyOf('änn "安"@CORP.test')).toHaveLength(4)
    expect(state.plans.historyOf('nobody')).toEqual([])
  })
})

describe('events', () => {
  const newFolder = temporaryFolders()

  it('are listed by severity and run, in order', () => {
    const state = open(newFolder())
    const add = (level: 'error' | 'warning' | 'info' | 'debug', runId: number | null) =>
      state.events.add([
        {
          at: now.toISOString(),
          level,
          side: 'store',
          code: level,
          message: `${level}.`,
          remedy: '',
          runId,
          object: null,
        },
      ])
    add('debug', null)
    add('info', 1)
    add('error', 1)
    add('warning', 2)
    const listed = (filter: Parameters<State['events']['list']>[0]) =>
      [...state.events.list(filter)].map(({ code }) => code)
    expect(listed({})).toEqual(['info', 'error', 'warning'])
    expect(listed({ level: 'debug' })).toHaveLength(4)
    expect(listed({ level: 'warning' })).toEqual(['error', 'warning'])
    expect(listed({ level: 'error', runId: 2 })).toEqual([])
    expect(listed({ runId: 1 })).toEqual(['info', 'error'])
    state.close()
  })
})

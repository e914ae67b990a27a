import { openPlanBrowser } from '../../../app/api/plans/openPlanBrowser.ts'
import type { PlanBrowser, PlanQuery, PlanSummary } from '../../../app/api/plans/planBrowser.ts'
import { planSettingsDigest } from '../../../app/settings/settingsDigest.ts'
import type { RecordedOutcome, State } from '../../../app/state/state.ts'
import { settingsWith } from '../../fakes/connectorOn.ts'
import { fabricatedChange } from '../../report/fabricatedChange.ts'
import { fabricatedCounts, fabricatedHeader, fabricatedPlan, fabricatedReport } from '../../report/fabricatedPlan.ts'
import { waitUntil } from '../../services/waitUntil.ts'
import { now, open } from '../../state/stateFixture.ts'
import { temporaryFolders } from '../../state/temporaryFolders.ts'
import { savePlan } from './savePlan.ts'

const folder = temporaryFolders()
const settings = settingsWith()
const digest = planSettingsDigest(settings)

let state: State
let browser: PlanBrowser
beforeEach(() => {
  state = open(folder())
  browser = openPlanBrowser({ state, loadSettings: async () => settings })
})
afterEach(() => state.close())

const asked = (planId: number, of: Partial<PlanQuery> = {}): PlanQuery => ({
  planId,
  kind: 'user',
  tab: 'all',
  search: '',
  sort: 'plan',
  direction: 'up',
  offset: 0,
  limit: 500,
  ...of,
})
const names = (planId: number, of: Partial<PlanQuery> = {}) =>
  browser.rows(asked(planId, of)).rows.map(({ name }) => name)
const people = (...given: readonly string[]) =>
  fabricatedReport({ changes: given.map((name) => fabricatedChange({ name, dn: `CN=${name},OU=Büro,DC=corp` })) })

describe('the summary', () => {
  it('says what a report says, with as many rows in each tab as there are', async () => {
    const plan = fabricatedPlan(1000)
    const id = savePlan(state, plan)
    const { sentence, kinds, changes } = await browser.summary(id)
    expect(sentence).toContain('401 people would be added, 201 changed')
    expect(changes).toBe([...plan.changes()].length)
    expect(kinds.map(({ kind }) => kind)).toEqual(['user', 'room', 'group', 'contact', 'avatar'])
    for (const { kind, tabs } of kinds) {
      for (const { name, count } of tabs) {
        const { total, rows } = browser.rows(asked(id, { kind, tab: name }))
        expect([kind, name, total]).toEqual([kind, name, count])
        expect(rows).toHaveLength(Math.min(count, 500))
      }
    }
  })

  it('leaves out kinds without anything, but never users', async () => {
    const { kinds } = await browser.summary(savePlan(state, fabricatedReport()))
    expect(kinds.map(({ kind }) => kind)).toEqual(['user'])
    expect(kinds[0]?.tabs.map(({ name }) => name)).toEqual([
      'all',
      'create',
      'update',
      'deactivate',
      'reactivate',
      'delete',
      'failed',
      'conflict',
      'skipped',
      'mismatched',
      'note',
      'matched',
    ])
  })

  it('still knows how many matched when nobody knows any more who', async () => {
    const id = savePlan(state, fabricatedPlan(40))
    for (let later = 0; later < 3; later += 1) savePlan(state, fabricatedReport())
    const matched = tab(await browser.summary(id), 'matched')
    expect(matched).toMatchObject({ count: fabricatedPlan(40).header.counts.users.matched, listed: 0 })
    expect(browser.rows(asked(id, { tab: 'matched' }))).toEqual({ total: 0, rows: [] })
  })

  it('tells of a halt with the number to type and the tabs that list who is concerned', async () => {
    const halted = [
      { name: 'deletions-users', message: 'Halted: 412 of 900.', count: 412 },
      { name: 'creates-groups', message: 'Halted: 7 of 9.', count: 7 },
      { name: 'empty-base', message: 'Halted: OU=Sales gave nothing.', count: 3 },
    ]
    const id = savePlan(state, fabricatedReport({ header: fabricatedHeader({ status: 'halted', halted }) }))
    expect((await browser.summary(id)).halted).toEqual([
      { ...halted[0], kind: 'user', tabs: ['deactivate', 'delete'] },
      { ...halted[1], kind: 'group', tabs: ['create'] },
      { ...halted[2], kind: null, tabs: [] },
    ])
  })

  it('says whether the plan can be applied, and else why not', async () => {
    const applicable = async (header: Parameters<typeof fabricatedHeader>[0]) => {
      const id = savePlan(state, fabricatedReport({ header: fabricatedHeader(header) }))
      return (await browser.summary(id)).applicable
    }
    expect(await applicable({ settingsDigest: digest })).toEqual({ possible: true })
    expect(await applicable({ settingsDigest: digest, status: 'applied' })).toMatchObject({
      possible: false,
      why: expect.stringMatching(/^Plan \d+ is applied already\.$/),
    })
    expect(await applicable({ settingsDigest: 'other' })).toMatchObject({
      possible: false,
      why: expect.stringContaining('was made with other settings'),
      remedy: expect.stringContaining('dry run'),
    })
  })

  it('counts what the store has confirmed once the plan was applied', async () => {
    const header = fabricatedHeader({ counts: fabricatedCounts({ update: 2 }) })
    const id = savePlan(state, { ...people('ann', 'ben'), header })
    state.plans.saveOutcomes(id, [done(1), failed(2)], now)
    state.plans.setStatus(id, 'partly-applied')
    const summary = await browser.summary(id)
    expect(summary.sentence).toContain('1 person was changed.')
    expect(tab(summary, 'failed')?.count).toBe(1)
    expect(browser.rows(asked(id, { tab: 'failed' })).rows).toMatchObject([
      { name: 'ben', failed: true, result: 'failed: The store refused it. Ask there.' },
    ])
    expect(browser.rows(asked(id)).rows[0]).toMatchObject({ name: 'ann', failed: false, result: 'done' })
    expect(browser.item(id, 'c2').outcome).toEqual({ message: 'The store refused it.', remedy: 'Ask there.' })
  })
})

describe('rows', () => {
  it('come page by page, in either direction, each once', () => {
    const id = savePlan(state, fabricatedPlan(200))
    for (const direction of ['up', 'down'] as const) {
      const all = names(id, { direction })
      const paged = Array.from({ length: Math.ceil(all.length / 7) }, (_, page) =>
        names(id, { direction, offset: page * 7, limit: 7 }),
      )
      expect(paged.flat()).toEqual(all)
    }
    expect(names(id, { direction: 'down' })).toEqual(names(id).toReversed())
    expect(names(id, { offset: 10_000 })).toEqual([])
  })

  it('are found by a part of name or DN in whatever case, umlauts too', () => {
    const id = savePlan(state, people('Jürgen', 'JÜRGEN.B', 'Anna', 'Ołga'))
    expect(names(id, { search: 'jürg' })).toEqual(['Jürgen', 'JÜRGEN.B'])
    expect(names(id, { search: 'ÜRGEN' })).toEqual(['Jürgen', 'JÜRGEN.B'])
    expect(names(id, { search: 'oŁG' })).toEqual(['Ołga'])
    expect(names(id, { search: ' ou=BÜRO ' })).toHaveLength(4)
    expect(browser.rows(asked(id, { search: 'nobody' }))).toEqual({ total: 0, rows: [] })
  })

  it('have their names gathered before anything is searched for, and again where that failed', async () => {
    const id = savePlan(state, people('Anna', 'Ben'))
    const gathered: ('failed' | 'done')[] = []
    const gather: State['planRows']['names'] = (...part) => {
      gathered.push(gathered.length === 0 ? 'failed' : 'done')
      if (gathered.length === 1) throw new Error('The state was closed.')
      return state.planRows.names(...part)
    }
    const watched = { ...state, planRows: { ...state.planRows, names: gather } }
    browser = openPlanBrowser({ state: watched, loadSettings: async () => settings })
    expect(names(id)).toEqual(['Anna', 'Ben'])
    await waitUntil('the names were tried to be gathered', () => gathered.length === 1)
    expect(names(id, { search: 'ben' })).toEqual(['Ben'])
    expect(names(id, { tab: 'create' })).toHaveLength(0)
    await waitUntil('the names of the other tab are there', () => gathered.length === 3)
    expect(names(id, { tab: 'create', search: 'ben' })).toHaveLength(0)
    expect(gathered).toEqual(['failed', 'done', 'done'])
  })

  it('are sorted without regard to case and accents, also while they are searched', () => {
    const id = savePlan(state, people('Zoe', 'ärger', 'anna', 'Äpfel', 'bert'))
    const sorted = ['anna', 'Äpfel', 'ärger', 'bert', 'Zoe']
    expect(names(id, { sort: 'name' })).toEqual(sorted)
    expect(names(id, { sort: 'dn' })).toEqual(sorted)
    expect(names(id, { sort: 'name', direction: 'down' })).toEqual(sorted.toReversed())
    expect(names(id, { sort: 'name', search: 'e' })).toEqual(['Äpfel', 'ärger', 'bert', 'Zoe'])
    expect(names(id, { sort: 'name', search: 'e', offset: 1, limit: 2 })).toEqual(['ärger', 'bert'])
    expect(names(id)).toEqual(['Zoe', 'ärger', 'anna', 'Äpfel', 'bert'])
  })

  it('without a DN are found by name, and come last by DN', () => {
    const change = (name: string, dn: string | null) => fabricatedChange({ name, dn })
    const id = savePlan(state, fabricatedReport({ changes: [change('gone', null), change('here', 'CN=here')] }))
    expect(names(id, { search: 'gone' })).toEqual(['gone'])
    expect(names(id, { sort: 'dn' })).toEqual(['here', 'gone'])
  })

  it('show what became of them as it becomes known', () => {
    const id = savePlan(state, people('ann', 'ben'))
    expect(names(id, { tab: 'failed' })).toEqual([])
    state.plans.saveOutcomes(id, [failed(1)], now)
    expect(names(id, { tab: 'failed' })).toEqual(['ann'])
    state.plans.saveOutcomes(id, [failed(2)], now)
    expect(names(id, { tab: 'failed' })).toEqual(['ann', 'ben'])
  })

  it('of a plan or a tab that is not there are refused', () => {
    expect(() => browser.rows(asked(7))).toThrow(expect.objectContaining({ code: 'no-such-plan' }))
    const id = savePlan(state, people('ann'))
    expect(() => browser.rows(asked(id, { tab: 'nowhere' }))).toThrow(expect.objectContaining({ code: 'no-such-tab' }))
  })
})

describe('one row', () => {
  it('has before and after, and what the plan notes of the same object', () => {
    const change = fabricatedChange({ name: 'ben' })
    const note = { objectKind: 'user', name: 'ben', dn: change.dn, attribute: 'mobile', problem: 'No number.' } as const
    const id = savePlan(state, fabricatedReport({ changes: [change], notes: [note, { ...note, name: 'ann' }] }))
    expect(browser.item(id, 'c1')).toMatchObject({
      id: 'c1',
      kind: 'user',
      word: 'change',
      attributes: [{ attribute: 'title', before: 'Engineer', after: 'Lead Engineer' }],
      members: null,
      notes: [{ attribute: 'mobile', problem: 'No number.' }],
      outcome: null,
    })
  })

  it('is found by the id that the list gave it, whatever it is', () => {
    const id = savePlan(state, fabricatedPlan(60))
    for (const tab of ['create', 'matched', 'conflict', 'note']) {
      const [row] = browser.rows(asked(id, { tab })).rows
      expect(browser.item(id, row?.id ?? '')).toMatchObject({ ...row })
    }
    const [, group] = browser.rows(asked(id, { kind: 'group' })).rows
    const { members } = browser.item(id, group?.id ?? '')
    expect(members?.add.count).toBe(1200)
    expect(members?.add.names).toHaveLength(500)
  })

  it('that is not there is refused', () => {
    const id = savePlan(state, people('ann'))
    for (const row of ['c2', 'o1', 'n1', 'x', '', 'c1 OR 1', 'c-1'])
      expect(() => browser.item(id, row)).toThrow(expect.objectContaining({ code: 'no-such-row' }))
  })
})

test('two plans are compared change by change', () => {
  const before = savePlan(state, people('ann', 'ben'))
  const after = savePlan(state, people('ben', 'carl', 'dora'))
  expect(browser.difference(before, after)).toEqual({
    added: { count: 2, names: ['carl', 'dora'] },
    gone: { count: 1, names: ['ann'] },
  })
  expect(() => browser.difference(before, 99)).toThrow(expect.objectContaining({ code: 'no-such-plan' }))
})

function tab({ kinds }: PlanSummary, name: string) {
  return kinds[0]?.tabs.find((each) => each.name === name)
}

function done(position: number): RecordedOutcome {
  const outcome = { kind: 'done', resourceId: `u${position}`, ignored: [] } as const
  return { position, objectKind: 'user', outcome, effect: { kind: 'none' }, ignored: [] }
}

function failed(position: number): RecordedOutcome {
  const outcome = { kind: 'failed', code: 'refused', message: 'The store refused it.', remedy: 'Ask there.' } as const
  return { position, objectKind: 'user', outcome, effect: { kind: 'none' }, ignored: [] }
}

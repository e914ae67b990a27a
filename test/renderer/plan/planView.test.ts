import type { PlanSummary } from '../../../app/api/plans/planBrowser.ts'
import { queryOf } from '../../../renderer/frame/hashAddress.ts'
import { type PlanView, planAddress, planViewOf } from '../../../renderer/plan/planView.ts'

type Kind = PlanSummary['kinds'][number]

const kind = (name: Kind['kind'], counts: Readonly<Record<string, number>>): Kind => ({
  kind: name,
  label: name,
  tabs: Object.entries(counts).map(([tab, count]) => ({ name: tab, label: tab, tone: 'none', count, listed: count })),
})
const viewOf = (address: string, kinds: readonly Kind[]) => planViewOf(queryOf(address), kinds)

const users = kind('user', { all: 0, failed: 0, conflict: 2, matched: 9 })
const groups = kind('group', { all: 3, failed: 0, conflict: 0, matched: 1 })
const failed = kind('contact', { all: 5, failed: 1 })

test('an address that says nothing shows what changes', () => {
  expect(viewOf('/plans/1', [users, groups])).toMatchObject({ kind: 'group', tab: 'all' })
})

test('failures come before everything else', () => {
  expect(viewOf('/plans/1', [users, groups, failed])).toMatchObject({ kind: 'contact', tab: 'failed' })
})

test('where nothing changes, the first list with anything in it is shown', () => {
  expect(viewOf('/plans/1', [users])).toMatchObject({ kind: 'user', tab: 'conflict' })
  expect(viewOf('/plans/1', [kind('user', { all: 0 })])).toMatchObject({ kind: 'user', tab: 'all' })
})

test('what the plan does not have is not shown', () => {
  expect(viewOf('/plans/1?kind=room&tab=delete&sort=size&direction=left', [groups])).toMatchObject({
    ...{ kind: 'group', tab: 'all', sort: 'plan', direction: 'up' },
  })
})

test('an address holds all that is shown', () => {
  const view: PlanView = {
    kind: 'user',
    tab: 'matched',
    search: 'Müller & Söhne',
    sort: 'dn',
    direction: 'down',
    row: 'o7',
  }
  expect(viewOf(planAddress(4, view), [users])).toEqual(view)
  expect(planAddress(4, { kind: 'user', tab: 'all' })).toBe('/plans/4?kind=user&tab=all')
})

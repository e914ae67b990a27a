import type { PlanQuery, PlanSummary } from '../../app/api/plans/planBrowser.ts'
import type { ObjectKind } from '../../app/model/objectKind.ts'

/** What the page shows of a plan; all of it stands in the address. */
export interface PlanView extends Pick<PlanQuery, 'kind' | 'tab' | 'search' | 'sort' | 'direction'> {
  /** The id of the row whose details are shown; null for none. */
  readonly row: string | null
}

type Kinds = PlanSummary['kinds']

/** Reads the query of an address; what it leaves open, or what the plan does not have, is chosen so that there is something to see. */
export function planViewOf(query: URLSearchParams, kinds: Kinds): PlanView {
  const asked = kinds.find(({ kind }) => kind === query.get('kind'))
  const chosen = asked ?? kinds.find(hasFailures) ?? kinds.find(hasChanges) ?? kinds.find(hasRows) ?? kinds[0]
  const tab = chosen?.tabs.find(({ name }) => name === query.get('tab'))?.name
  const sort = query.get('sort')
  return {
    kind: chosen?.kind ?? 'user',
    tab: tab ?? (chosen ? firstTab(chosen) : 'all'),
    search: query.get('search') ?? '',
    sort: sort === 'name' || sort === 'dn' ? sort : 'plan',
    direction: query.get('direction') === 'down' ? 'down' : 'up',
    row: query.get('row'),
  }
}

/** The address of a part of a plan. */
export function planAddress(planId: number, view: Partial<PlanView> = {}): string {
  const query = queryOfView(view)
  return query === '' ? `/plans/${planId}` : `/plans/${planId}?${query}`
}

/** The opposite of `planViewOf`; empty for what is shown anyway. */
export function queryOfView(view: Partial<PlanView>): string {
  const { kind, tab, search = '', sort = 'plan', direction = 'up', row = null } = view
  const query = new URLSearchParams()
  if (kind !== undefined) query.set('kind', kind)
  if (tab !== undefined) query.set('tab', tab)
  if (search !== '') query.set('search', search)
  if (sort !== 'plan') query.set('sort', sort)
  if (direction !== 'up') query.set('direction', direction)
  if (row !== null) query.set('row', row)
  return query.toString()
}

/** How many objects of all kinds are in a tab; of one kind when it is given. */
export function countIn(kinds: Kinds, tab: string, kind?: ObjectKind): number {
  return kinds
    .filter((one) => kind === undefined || one.kind === kind)
    .reduce((sum, { tabs }) => sum + (tabs.find(({ name }) => name === tab)?.count ?? 0), 0)
}

/** Failures before everything else, then what changes, then whatever there is. */
function firstTab({ tabs }: Kinds[number]): string {
  const filled = tabs.filter(({ listed }) => listed > 0)
  const found = filled.find(({ name }) => name === 'failed') ?? filled.find(({ name }) => name === 'all') ?? filled[0]
  return found?.name ?? 'all'
}

function hasFailures({ tabs }: Kinds[number]): boolean {
  return tabs.some(({ name, count }) => name === 'failed' && count > 0)
}

function hasChanges({ tabs }: Kinds[number]): boolean {
  return tabs.some(({ name, count }) => name === 'all' && count > 0)
}

function hasRows({ tabs }: Kinds[number]): boolean {
  return tabs.some(({ listed }) => listed > 0)
}

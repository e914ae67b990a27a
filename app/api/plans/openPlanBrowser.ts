import { ConnectorError } from '../../model/error.ts'
import type { PlanHeader } from '../../model/plan.ts'
import { partOfTab } from '../../report/partOfTab.ts'
import { planTabs } from '../../report/planTabs.ts'
import type { Settings } from '../../settings/schema.ts'
import { checkApplicable } from '../../stages/checkApplicable.ts'
import type { PlanPart, State } from '../../state/state.ts'
import { noSuch } from '../noSuch.ts'
import { KeptRows } from './keptRows.ts'
import type { PlanBrowser, PlanQuery } from './planBrowser.ts'
import { planItem, planRow } from './planItems.ts'
import { refusalOf } from './refusalOf.ts'
import { summarizePlan } from './summarizePlan.ts'

export interface PlanBrowserParts {
  readonly state: State
  loadSettings(): Promise<Settings>
}

/** Shows stored plans a part at a time. */
export function openPlanBrowser({ state, loadSettings }: PlanBrowserParts): PlanBrowser {
  const keptRows = new KeptRows(state)
  const headerOf = (planId: number): PlanHeader => {
    const header = state.plans.get(planId)
    if (!header) throw noSuch('plan', planId, state.plans.list(1)[0]?.id)
    return header
  }
  return {
    async summary(planId) {
      const header = headerOf(planId)
      const refusal = await refusalOf(async () => checkApplicable({ settings: await loadSettings() }, header))
      const applicable = refusal
        ? ({ possible: false, why: refusal.message, remedy: refusal.remedy } as const)
        : ({ possible: true } as const)
      return { ...summarizePlan(state, header), applicable }
    },
    rows(query) {
      const { planId, kind: objectKind, search, sort, direction, offset, limit } = query
      headerOf(planId)
      const part = partOf(query)
      const keys = keptRows.find({ planId, objectKind, part, search, sort })
      const rows = pageOf(keys, direction, offset, limit).map((key) => planRow(state, planId, part, key))
      return { total: keys.length, rows: rows.filter((row) => row !== null) }
    },
    item(planId, id) {
      headerOf(planId)
      return planItem(state, planId, id)
    },
    difference(before, after) {
      headerOf(before)
      headerOf(after)
      return state.plans.difference(before, after)
    },
  }
}

function partOf({ kind, tab }: PlanQuery): PlanPart {
  const found = planTabs(kind).find(({ name }) => name === tab)
  if (found) return partOfTab(found.name)
  throw new ConnectorError({
    side: 'connector',
    code: 'no-such-tab',
    message: `A plan has no tab ${tab}.`,
    remedy: `Choose one of ${planTabs(kind)
      .map(({ name }) => name)
      .join(', ')}.`,
  })
}

function pageOf(keys: Float64Array, direction: 'up' | 'down', offset: number, limit: number): readonly number[] {
  if (direction === 'up') return [...keys.subarray(offset, offset + limit)]
  const end = Math.max(0, keys.length - offset)
  return [...keys.subarray(Math.max(0, end - limit), end)].reverse()
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlanBrowser } from '../../app/api/plans/openPlanBrowser.ts'
import type { PlanBrowser, PlanQuery } from '../../app/api/plans/planBrowser.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import { savePlan } from '../api/plans/savePlan.ts'
import { settingsWith } from '../fakes/connectorOn.ts'
import { fabricatedPlan } from '../report/fabricatedPlan.ts'
import { median } from './median.ts'

/**
 * How long the service takes to show parts of a large stored plan: its summary, the first page of a tab, every further
 * page, each letter of a search, another order. Each round begins as after a restart. Prints milliseconds as JSON, the
 * median of the rounds and the longest, and how much more memory is held afterwards.
 *
 * node test/bench/planBrowser.ts [rows of the tab, 100000] [rounds, 5]
 */
const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 5)
const pageRows = 100
const folder = mkdtempSync(join(tmpdir(), 'connector-bench-'))
const now = new Date()
const times = new Map<string, number[]>()

async function timed<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const begun = performance.now()
  const result = await work()
  times.set(name, [...(times.get(name) ?? []), performance.now() - begun])
  return result
}

async function look(browser: PlanBrowser, planId: number): Promise<void> {
  const ordinary: PlanQuery = {
    planId,
    kind: 'user',
    tab: 'create',
    search: '',
    sort: 'plan',
    direction: 'up',
    offset: 0,
    limit: pageRows,
  }
  const show = (name: string, query: Partial<PlanQuery> = {}) =>
    timed(name, () => browser.rows({ ...ordinary, ...query }))
  await timed('summary', () => browser.summary(planId))
  const { total } = await show('opening a tab')
  for (let offset = pageRows; offset < total; offset += pageRows) await show('each further page', { offset })
  await show('first letter of a search', { search: 's' })
  for (const search of ['sc', 'sch', 'SCHRÖ', 'schröder', 'nobody']) await show('each further letter', { search })
  await show('sorting by name', { sort: 'name' })
  for (let offset = pageRows; offset < total; offset += 50 * pageRows) {
    await show('each further page by name', { sort: 'name', offset })
  }
  await show('searching by name', { sort: 'name', search: 'ann' })
  await show('sorting by DN', { sort: 'dn' })
  const { rows: found } = await show('opening another tab', { tab: 'matched' })
  await timed('one row', () => browser.item(planId, found[0]?.id ?? ''))
}

const writing = openState({ folder, access: 'write', purpose: 'bench', now })
// Two in five of them are added.
const planId = savePlan(writing, fabricatedPlan(rows * 2.5))
writing.close()
try {
  global.gc?.()
  const before = process.memoryUsage().rss
  for (let round = 0; round < rounds; round += 1) {
    const state = openState({ folder, access: 'read', purpose: 'bench', now })
    await look(openPlanBrowser({ state, loadSettings: async () => settingsWith() }), planId)
    state.close()
  }
  const shown = [...times].map(([name, each]) => ({
    name,
    medianMilliseconds: Number(median(each).toFixed(1)),
    longestMilliseconds: Number(Math.max(...each).toFixed(1)),
  }))
  const megabytes = Math.round((process.memoryUsage().rss - before) / 2 ** 20)
  console.log(JSON.stringify({ rows, times: shown, moreMegabytes: megabytes }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

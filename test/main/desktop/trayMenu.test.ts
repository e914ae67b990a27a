import { existsSync } from 'node:fs'
import type { Light } from '../../../app/api/overview/overview.ts'
import type { RunningRun } from '../../../app/api/overview/serviceStatus.ts'
import { ConnectorError } from '../../../app/model/error.ts'
import { type ServiceView, trayLight } from '../../../main/desktop/serviceView.ts'
import { trayMenu, trayText } from '../../../main/desktop/trayMenu.ts'
import { overviewOf } from './overviewOf.ts'

const running: RunningRun = { kind: 'full', startedBy: 'schedule', startedAt: '2026-01-01T00:00:00Z', progress: null }
const viewOf = (kind: Light['kind'], run: RunningRun | null = null): ServiceView => ({
  kind: 'present',
  overview: overviewOf({ light: { kind, sentence: `It is ${kind}.`, page: null } }),
  running: run,
})
const gone: ServiceView = { kind: 'absent', trouble: null }

describe('The tray', () => {
  test.each([
    [viewOf('equal'), 'equal', 'Directory Connector: It is equal.'],
    [viewOf('halted'), 'halted', 'Directory Connector: It is halted.'],
    [viewOf('failed'), 'failed', 'Directory Connector: It is failed.'],
    [viewOf('paused'), 'waiting', 'Directory Connector: It is paused.'],
    [viewOf('failed', running), 'running', 'Directory Connector: Running'],
    [gone, 'absent', 'Directory Connector: Service not reachable'],
  ] as const)('shows how all is, by light and words (%#)', (view, light, text) => {
    expect(trayLight(view)).toBe(light)
    expect(trayText(view)).toBe(text)
    for (const scale of ['', '@2x']) expect(existsSync(`resources/icons/tray-${light}${scale}.png`)).toBe(true)
  })

  test('says why a service cannot be used, as far as there is room', () => {
    const trouble = new ConnectorError({
      side: 'connector',
      code: 'x',
      message: `Not yours. ${'x'.repeat(200)}`,
      remedy: '',
    })
    const text = trayText({ kind: 'absent', trouble })
    expect(text).toMatch(/^Directory Connector: Not yours\./)
    expect(text).toHaveLength(127)
  })

  test('opens, syncs, pauses or resumes, and quits', () => {
    const chosen: string[] = []
    const entries = (view: ServiceView) =>
      trayMenu({
        view,
        open: () => chosen.push('open'),
        command: (command) => chosen.push(command),
        quit: () => chosen.push('quit'),
      })
    const paused: ServiceView = {
      kind: 'present',
      overview: overviewOf({ control: { mode: 'manual', pausedAt: '2026-01-01T00:00:00Z', attendedUntil: null } }),
      running: null,
    }
    for (const { click, enabled } of [...entries(viewOf('equal')), ...entries(paused), ...entries(gone)])
      if (click && enabled !== false) Reflect.apply(click, undefined, [])
    expect(chosen).toEqual([
      ...['open', 'sync-incremental', 'pause', 'quit'],
      ...['open', 'sync-incremental', 'resume', 'quit'],
      ...['open', 'quit'],
    ])
  })
})

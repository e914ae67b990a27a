import type { Possible } from '../../../app/api/overview/overview.ts'
import { appMenu } from '../../../main/desktop/appMenu.ts'
import type { DesktopCommand } from '../../../main/desktop/desktopBridge.ts'
import type { ServiceView } from '../../../main/desktop/serviceView.ts'
import { overviewOf } from './overviewOf.ts'

type Entry = ReturnType<typeof appMenu>[number]

const yes: Possible = { possible: true }
const no: Possible = { possible: false, why: 'The schedule is paused.', remedy: '', page: null }
const viewOf = (incremental: Possible, pausedAt: string | null): ServiceView => ({
  kind: 'present',
  overview: overviewOf({
    control: { mode: 'automatic', pausedAt, attendedUntil: null },
    can: { dryRun: yes, full: yes, incremental },
  }),
  running: null,
})

describe('The menu', () => {
  const chosen: (DesktopCommand | 'quit')[] = []
  const menu = (view: ServiceView): readonly Entry[] =>
    appMenu({ view, platform: 'win32', command: (command) => chosen.push(command), quit: () => chosen.push('quit') })
  beforeEach(() => {
    chosen.length = 0
  })

  /** What typing these keys after Alt chooses; at the end the entry is clicked. */
  const type = (view: ServiceView, keys: string) => {
    let entries = menu(view)
    for (const key of keys) {
      const found = entries.filter(({ label, visible }) => visible !== false && keyOf(label) === key)
      expect(found).toHaveLength(1)
      const [entry] = found
      if (Array.isArray(entry?.submenu)) entries = entry.submenu
      else if (entry?.click && entry.enabled !== false) Reflect.apply(entry.click, undefined, [])
    }
  }
  const keyOf = (label = '') => /(?<!&)&(\w)/.exec(label)?.[1]?.toUpperCase()

  test.each([
    ['ASI', 'sync-incremental'],
    ['ASF', 'sync-full'],
    ['AMA', 'mode-automatic'],
    ['AMM', 'mode-manual'],
    ['AP', 'pause'],
    ['AD', 'dry-run'],
    ['AT', 'show-events'],
    ['AF', 'refresh'],
    ['AX', 'quit'],
    ['HH', 'show-help'],
    ['HA', 'show-about'],
    ['HF', 'show-faq'],
  ])('Alt+%s chooses %s', (keys, command) => {
    type(viewOf(yes, null), keys)
    expect(chosen).toEqual([command])
  })

  test('keeps what is not built grey, with its key and the reason', () => {
    type(viewOf(yes, null), 'AR')
    expect(chosen).toEqual([])
  })

  test('keeps what cannot be done now grey, with the reason', () => {
    type(viewOf(no, '2026-01-01T00:00:00Z'), 'ASI')
    expect(chosen).toEqual([])
    const labels = JSON.stringify(menu(viewOf(no, '2026-01-01T00:00:00Z')))
    expect(labels).toContain('&Incremental (The schedule is paused)')
    expect(labels).toContain('&Resume')
  })

  test('starts nothing where the service is gone', () => {
    const gone: ServiceView = { kind: 'absent', trouble: null }
    for (const keys of ['ASI', 'ASF', 'AMA', 'AP', 'AD']) type(gone, keys)
    expect(chosen).toEqual([])
    type(gone, 'AX')
    expect(chosen).toEqual(['quit'])
  })
})

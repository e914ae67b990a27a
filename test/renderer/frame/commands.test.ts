import { type CommandGround, menusOf, possibilityOf } from '../../../renderer/frame/commands.ts'

const control = { mode: 'automatic', pausedAt: null, attendedUntil: null } as const
const yes = { possible: true } as const
const ready: CommandGround = {
  connection: 'connected',
  running: null,
  overview: { control, can: { dryRun: yes, full: yes, incremental: yes } },
}

test('while all is well and nothing runs, every run can be started', () => {
  for (const command of ['dry-run', 'sync-full', 'sync-incremental'] as const)
    expect(possibilityOf(command, ready)).toEqual({ possible: true })
})

test('what the service refuses is refused here in its words, with the page that mends it', () => {
  const no = { possible: false, why: 'No full sync yet.', remedy: 'Make a dry run.', page: '/plans' } as const
  const ground = { ...ready, overview: { control, can: { dryRun: yes, full: yes, incremental: no } } }
  expect(possibilityOf('sync-incremental', ground)).toEqual(no)
  expect(possibilityOf('dry-run', ground).possible).toBe(true)
})

test('while a run goes on, no other one can be started, and the reason names it', () => {
  for (const command of ['dry-run', 'sync-full', 'sync-incremental'] as const)
    expect(possibilityOf(command, { ...ready, running: 'full' })).toMatchObject({
      possible: false,
      why: 'Full sync is running.',
    })
  expect(possibilityOf('pause', { ...ready, running: 'full' }).possible).toBe(true)
})

test('without the service only what leads to a page is possible', () => {
  const lost: CommandGround = { ...ready, connection: 'lost' }
  expect(possibilityOf('dry-run', lost)).toMatchObject({ possible: false, why: 'The service does not answer.' })
  expect(possibilityOf('pause', lost).possible).toBe(false)
  expect(possibilityOf('show-help', lost).possible).toBe(true)
})

test('a pause can be begun once and ended once', () => {
  const paused = {
    ...ready,
    overview: {
      can: { dryRun: yes, full: yes, incremental: yes },
      control: { ...control, pausedAt: '2026-11-14T12:00:00Z' },
    },
  }
  expect([possibilityOf('pause', ready).possible, possibilityOf('resume', ready).possible]).toEqual([true, false])
  expect([possibilityOf('pause', paused).possible, possibilityOf('resume', paused).possible]).toEqual([false, true])
})

test('resetting the secret says why it cannot be done', () => {
  expect(possibilityOf('reset-secret', ready)).toMatchObject({ possible: false, page: '/configure/general' })
})

test('no two lines of a menu have the same letter', () => {
  for (const pausedAt of [null, '2026-11-14T12:00:00Z'])
    for (const { lines } of menusOf({ ...control, pausedAt }))
      for (const level of [lines, ...lines.flatMap((line) => (line.kind === 'menu' ? [line.lines] : []))]) {
        const letters = level.map(({ key }) => key)
        expect(new Set(letters).size).toBe(letters.length)
      }
})

test('Alt+A, S, I is the incremental sync, and S, F the full one', () => {
  const actions = menusOf(control).find(({ key }) => key === 'a')
  const sync = actions?.lines.find(({ key }) => key === 's')
  expect(sync?.kind === 'menu' && sync.lines.map(({ key, command }) => [key, command])).toEqual([
    ['i', 'sync-incremental'],
    ['f', 'sync-full'],
  ])
})

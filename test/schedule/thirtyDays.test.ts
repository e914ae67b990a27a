import { hours, type Machine, machine } from './machine.ts'

const schedule = { incremental: '0 */4 * * *', full: '30 2 * * 0', timeZone: 'Europe/Berlin' }
const everyFourHours = ['00:00', '04:00', '08:00', '12:00', '16:00', '20:00']

/** `incremental 2026-03-14 04:00 GMT+1` for all days from the first to the last, ascending. */
function daily(first: string, last: string, offset: string, times: readonly string[] = everyFourHours): string[] {
  const days: string[] = []
  for (let day = Date.parse(first); day <= Date.parse(last); day += hours(24)) {
    const shown = new Date(day).toISOString().slice(0, 10)
    days.push(...times.map((time) => `incremental ${shown} ${time} ${offset}`))
  }
  return days
}

/** Lets the machine sleep from now until a moment. */
function sleepUntil({ clock }: Machine, moment: string): void {
  clock.jump(Date.parse(moment) - clock.now().getTime())
}

const without = (runs: readonly string[], ...left: readonly string[]) => runs.filter((run) => !left.includes(run))
const inOrder = (runs: readonly string[]) => [...runs].sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))
const whenOf = (run: string) => run.slice(run.indexOf(' '))

/** Everything that happens to a machine in the thirty days around a change of the clock. */
const spring: readonly [moment: string, happens: (one: Machine) => unknown][] = [
  ['2026-03-16T01:00+01:00', (one) => sleepUntil(one, '2026-03-17T09:30+01:00')],
  ['2026-03-19T07:00+01:00', (one) => works(one, hours(5))],
  ['2026-03-19T11:00+01:00', (one) => works(one, 0)],
  ['2026-03-21T10:00+01:00', (one) => pauses(one, '2026-03-21T10:00+01:00')],
  ['2026-03-23T10:00+01:00', (one) => pauses(one, null)],
  ['2026-03-25T22:00+01:00', (one) => one.shutDown()],
  ['2026-03-26T07:00+01:00', (one) => one.boot()],
  ['2026-04-01T09:00+02:00', (one) => turns(one, 'manual')],
  ['2026-04-02T09:00+02:00', (one) => turns(one, 'automatic')],
  ['2026-04-07T03:00+02:00', (one) => works(one, hours(2))],
  ['2026-04-07T05:00+02:00', (one) => one.shutDown()],
  ['2026-04-07T06:00+02:00', (one) => one.boot()],
  ['2026-04-07T09:00+02:00', (one) => works(one, 0)],
  ['2026-04-09T10:30+02:00', (one) => one.clock.jump(-hours(3))],
  ['2026-04-13T00:30+02:00', (one) => one.shutDown()],
]

function works(one: Machine, duration: number): void {
  one.work = (_, signal) => (duration === 0 ? Promise.resolve() : one.clock.sleep(duration, signal))
}

function pauses(one: Machine, pausedAt: string | null): void {
  one.control = { ...one.control, pausedAt }
  one.scheduler.reconsider()
}

function turns(one: Machine, mode: 'manual' | 'automatic'): void {
  one.control = { ...one.control, mode }
  one.scheduler.reconsider()
}

describe('thirty days of the schedule', () => {
  test('over the change to summer time, whatever happens to the machine, it runs exactly when it should', async () => {
    const one = machine('2026-03-14T00:30+01:00', schedule)
    one.boot()
    for (const [moment, happens] of spring) {
      await one.clock.passUntil(moment)
      await happens(one)
    }
    const asPlanned = [...daily('2026-03-14', '2026-03-28', 'GMT+1'), ...daily('2026-03-30', '2026-04-12', 'GMT+2')]
    const expected = [
      ...without(
        asPlanned,
        'incremental 2026-03-14 00:00 GMT+1',
        // Slept through.
        ...daily('2026-03-16', '2026-03-16', 'GMT+1', everyFourHours.slice(1)),
        ...daily('2026-03-17', '2026-03-17', 'GMT+1', ['00:00', '04:00', '08:00']),
        // Fell into a run of five hours.
        'incremental 2026-03-19 12:00 GMT+1',
        // Paused.
        ...daily('2026-03-21', '2026-03-21', 'GMT+1', ['12:00', '16:00', '20:00']),
        ...daily('2026-03-22', '2026-03-22', 'GMT+1'),
        ...daily('2026-03-23', '2026-03-23', 'GMT+1', ['00:00', '04:00', '08:00']),
        // The service was not there.
        ...daily('2026-03-26', '2026-03-26', 'GMT+1', ['00:00', '04:00']),
        // Manual mode.
        ...daily('2026-04-01', '2026-04-01', 'GMT+2', ['12:00', '16:00', '20:00']),
        ...daily('2026-04-02', '2026-04-02', 'GMT+2', ['00:00', '04:00', '08:00']),
      ),
      'full 2026-03-15 02:30 GMT+1',
      'incremental 2026-03-17 09:31 GMT+1',
      'incremental 2026-03-19 13:00 GMT+1',
      'incremental 2026-03-26 07:00 GMT+1',
      'incremental 2026-03-29 00:00 GMT+1',
      'full 2026-03-29 03:00 GMT+2',
      ...daily('2026-03-29', '2026-03-29', 'GMT+2', everyFourHours.slice(1)),
      'full 2026-04-05 02:30 GMT+2',
      'incremental 2026-04-07 06:00 GMT+2',
      'full 2026-04-12 02:30 GMT+2',
      'incremental 2026-04-13 00:00 GMT+2',
    ]
    expect(one.runs).toEqual(inOrder(expected))
    expect(one.stopped).toEqual(['incremental 2026-04-07 04:00 GMT+2'])
    expect(one.troubles).toEqual([])
  })

  test('over the change from summer time, slept through, it runs exactly when it should', async () => {
    const one = machine('2026-10-10T00:30+02:00', schedule)
    one.boot()
    await one.clock.passUntil('2026-10-24T23:30+02:00')
    sleepUntil(one, '2026-10-25T02:45+01:00')
    await one.clock.passUntil('2026-11-08T23:30+01:00')
    await one.shutDown()
    expect(one.runs).toEqual(
      inOrder([
        ...without(daily('2026-10-10', '2026-10-24', 'GMT+2'), 'incremental 2026-10-10 00:00 GMT+2'),
        'full 2026-10-11 02:30 GMT+2',
        'full 2026-10-18 02:30 GMT+2',
        'full 2026-10-25 02:46 GMT+1',
        ...daily('2026-10-25', '2026-10-25', 'GMT+1', everyFourHours.slice(1)),
        ...daily('2026-10-26', '2026-11-08', 'GMT+1'),
        'full 2026-11-01 02:30 GMT+1',
        'full 2026-11-08 02:30 GMT+1',
      ]),
    )
  })

  test('awake, a time that comes twice runs once and a time that does not come runs after the leap', async () => {
    const nightly = { incremental: '30 2 * * *', full: null, timeZone: 'Europe/Berlin' }
    const autumn = machine('2026-10-24T00:00+02:00', nightly)
    autumn.boot()
    await autumn.clock.passUntil('2026-10-27T00:00+01:00')
    await autumn.shutDown()
    expect(autumn.runs).toEqual([
      'incremental 2026-10-24 02:30 GMT+2',
      'incremental 2026-10-25 02:30 GMT+2',
      'incremental 2026-10-26 02:30 GMT+1',
    ])
    const leap = machine('2026-03-28T00:00+01:00', nightly)
    leap.boot()
    await leap.clock.passUntil('2026-03-31T00:00+02:00')
    await leap.shutDown()
    expect(leap.runs).toEqual([
      'incremental 2026-03-28 02:30 GMT+1',
      'incremental 2026-03-29 03:00 GMT+2',
      'incremental 2026-03-30 02:30 GMT+2',
    ])
  })
})

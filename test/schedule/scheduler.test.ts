import { ConnectorError } from '../../app/model/error.ts'
import { hours, machine } from './machine.ts'

const every4h = { incremental: '0 */4 * * *', full: null, timeZone: 'UTC' }
const refused = (code: string) =>
  new ConnectorError({ side: 'connector', code, message: 'Refused.', remedy: 'Do something about it.' })

describe('the scheduler', () => {
  test('a full sync covers the incremental one that is due with it, and both are made up for by one', async () => {
    const one = machine('2026-01-01T01:00Z', { ...every4h, full: '0 4 * * *' })
    one.boot()
    await one.clock.passUntil('2026-01-01T09:00Z')
    one.clock.jump(hours(7 * 24))
    await one.clock.passUntil('2026-01-08T13:00Z')
    await one.shutDown()
    expect(one.runs).toEqual([
      'full 2026-01-01 04:00 GMT+0',
      'incremental 2026-01-01 08:00 GMT+0',
      'full 2026-01-08 09:01 GMT+0',
      'incremental 2026-01-08 12:00 GMT+0',
    ])
  })

  test('a full sync that comes due in an incremental one runs after it, once', async () => {
    const one = machine('2026-01-01T03:00Z', { ...every4h, full: '0 5,6 * * *' })
    one.work = (lane, signal) => (lane === 'incremental' ? one.clock.sleep(hours(3), signal) : Promise.resolve())
    one.boot()
    await one.clock.passUntil('2026-01-01T06:30Z')
    expect(one.scheduler.running()).toBe('incremental')
    expect(one.scheduler.next()).toEqual({ lane: 'full', at: new Date('2026-01-01T05:00Z') })
    await one.clock.passUntil('2026-01-01T07:59Z')
    expect(one.scheduler.running()).toBeNull()
    await one.shutDown()
    expect(one.runs).toEqual(['incremental 2026-01-01 04:00 GMT+0', 'full 2026-01-01 07:00 GMT+0'])
  })

  test('a run that fails is told every time and the schedule goes on', async () => {
    const one = machine('2026-01-01T01:00Z', every4h)
    one.work = () => Promise.reject(new Error('The directory does not answer'))
    one.boot()
    await one.clock.passUntil('2026-01-01T13:00Z')
    await one.shutDown()
    expect(one.runs).toHaveLength(3)
    expect(one.troubles).toEqual(
      ['04:00', '08:00', '12:00'].map((time) => ({
        kind: 'run-failed',
        lane: 'incremental',
        startedAt: new Date(`2026-01-01T${time}Z`),
        error: new Error('The directory does not answer'),
      })),
    )
  })

  test('a refusal that waits for a person is told once, and again after a run has worked', async () => {
    const one = machine('2026-01-01T01:00Z', every4h)
    let code: string | null = 'no-full-sync'
    one.work = () => (code === null ? Promise.resolve() : Promise.reject(refused(code)))
    one.boot()
    await one.clock.passUntil('2026-01-02T01:00Z')
    code = 'settings-changed'
    await one.clock.passUntil('2026-01-03T01:00Z')
    code = null
    await one.clock.passUntil('2026-01-03T05:00Z')
    code = 'settings-changed'
    await one.clock.passUntil('2026-01-04T01:00Z')
    await one.shutDown()
    expect(one.runs).toHaveLength(18)
    const told = one.troubles.map((trouble) =>
      'startedAt' in trouble ? trouble.startedAt.toISOString() : trouble.kind,
    )
    expect(told).toEqual(['2026-01-01T04:00:00.000Z', '2026-01-02T04:00:00.000Z', '2026-01-03T08:00:00.000Z'])
  })

  test('what cannot be saved is told once, runs nothing twice, and is saved when it can be', async () => {
    const one = machine('2026-01-01T01:00Z', every4h)
    one.boot()
    await one.clock.passUntil('2026-01-01T03:00Z')
    one.beforeSave = () => {
      throw new Error('The disk is full')
    }
    await one.clock.passUntil('2026-01-01T09:00Z')
    expect(one.control.attendedUntil).toBe('2026-01-01T01:00:00.000Z')
    one.beforeSave = () => {}
    await one.clock.passUntil('2026-01-01T09:05Z')
    await one.shutDown()
    expect(one.runs).toEqual(['incremental 2026-01-01 04:00 GMT+0', 'incremental 2026-01-01 08:00 GMT+0'])
    expect(one.troubles).toEqual([{ kind: 'upkeep-failed', error: new Error('The disk is full') }])
    expect(one.control.attendedUntil).toBe('2026-01-01T08:00:00.000Z')
  })

  test('a listener that throws does not end the schedule', async () => {
    const one = machine('2026-01-01T01:00Z', every4h)
    one.work = () => Promise.reject(new Error('broken'))
    one.troubles.push = () => {
      throw new Error('broken too')
    }
    one.boot()
    await one.clock.passUntil('2026-01-01T09:00Z')
    await one.shutDown()
    expect(one.runs).toHaveLength(2)
  })

  test('a service that starts for the first time makes up for nothing', async () => {
    const one = machine('2026-01-01T05:00Z', every4h)
    one.boot()
    await one.clock.pass(hours(1))
    await one.shutDown()
    expect(one.runs).toEqual([])
    expect(one.control.attendedUntil).toBe('2026-01-01T05:00:00.000Z')
  })

  test('a clock that was wrong by years does not stop the schedule when it is put right', async () => {
    const one = machine('2026-01-01T05:00Z', every4h)
    one.boot()
    await one.clock.passUntil('2026-01-01T06:00Z')
    one.clock.jump(hours(24 * 365 * 10))
    await one.clock.pass(hours(1))
    one.clock.jump(-hours(24 * 365 * 10))
    await one.clock.passUntil('2026-01-01T13:00Z')
    await one.shutDown()
    expect(one.runs.slice(1)).toEqual(['incremental 2026-01-01 08:00 GMT+0', 'incremental 2026-01-01 12:00 GMT+0'])
  })

  test('a changed schedule counts at once, from the moment of its change', async () => {
    const one = machine('2026-01-05T01:00Z', { incremental: null, full: '0 0 * * 0', timeZone: 'UTC' })
    one.boot()
    await one.clock.passUntil('2026-01-08T10:30Z')
    one.schedule = { incremental: '0 * * * *', full: null, timeZone: 'UTC' }
    one.scheduler.reconsider()
    await one.clock.passUntil('2026-01-08T12:30Z')
    await one.shutDown()
    expect(one.runs).toEqual(['incremental 2026-01-08 11:00 GMT+0', 'incremental 2026-01-08 12:00 GMT+0'])
  })

  test('a schedule that changes while the clock is set back runs nothing twice either', async () => {
    const one = machine('2026-01-01T03:00Z', every4h)
    one.boot()
    await one.clock.passUntil('2026-01-01T08:30Z')
    one.clock.jump(-hours(2))
    one.schedule = { ...every4h, incremental: '0 */2 * * *' }
    await one.clock.passUntil('2026-01-01T11:00Z')
    await one.shutDown()
    expect(one.runs.map((run) => run.slice(-11))).toEqual(['04:00 GMT+0', '08:00 GMT+0', '10:00 GMT+0'])
  })

  test('a machine that wakes up is noticed within a minute', async () => {
    const one = machine('2026-01-01T03:00Z', every4h)
    one.boot()
    await one.clock.pass(1)
    one.clock.jump(hours(3))
    await one.clock.pass(60_000)
    await one.shutDown()
    expect(one.runs).toEqual(['incremental 2026-01-01 06:01 GMT+0'])
  })

  test('tells what is next; nothing in manual mode, while paused, without a schedule, or when stopped', async () => {
    const one = machine('2026-01-01T01:00Z', every4h)
    one.boot()
    const { scheduler } = one
    expect(scheduler.next()).toEqual({ lane: 'incremental', at: new Date('2026-01-01T04:00Z') })
    one.control = { ...one.control, mode: 'manual' }
    expect(scheduler.next()).toBeNull()
    one.control = { ...one.control, mode: 'automatic', pausedAt: '2026-01-01T01:00Z' }
    expect(scheduler.next()).toBeNull()
    one.control = { ...one.control, pausedAt: null }
    one.schedule = { incremental: null, full: null }
    expect(scheduler.next()).toBeNull()
    one.schedule = every4h
    await one.shutDown()
    expect(scheduler.next()).toBeNull()
  })
})

import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import { runGate } from '../../main/service/runGate.ts'

const now = () => new Date('2026-03-01T10:00:00Z')

describe('The gate for runs', () => {
  test('lets one through at a time, and names it to the others', async () => {
    const gate = runGate(now, () => {})
    const first = Promise.withResolvers<string>()
    const running = gate.run('full', 'schedule', () => first.promise)
    await expect(gate.run('dry-run', 'request', async () => 'never')).rejects.toMatchObject({
      side: 'connector',
      code: 'busy',
      message: 'A full sync, started by the schedule, has been running in the service since 2026-03-01T10:00:00.000Z.',
    })
    first.resolve('done')
    expect(await running).toBe('done')
    expect(await gate.run('dry-run', 'request', async () => 'next')).toBe('next')
  })

  test('is free again after a run that failed', async () => {
    const gate = runGate(now, () => {})
    const failing = Promise.withResolvers<void>()
    const failed = gate.run('full', 'request', () => failing.promise)
    const free = gate.free()
    failing.reject(new Error('the store is gone'))
    await expect(failed).rejects.toThrow('the store is gone')
    await free
    expect(gate.running).toBeNull()
  })

  test('tells of begin, progress and end', async () => {
    const told: (RunningRun | null)[] = []
    const gate = runGate(now, (running) => told.push(running))
    await gate.run('apply', 'request', async () => gate.progress({ phase: 'write', done: 5, total: 9 }))
    gate.progress({ phase: 'record', done: 1 })
    const begun = { kind: 'apply', startedBy: 'request', startedAt: '2026-03-01T10:00:00.000Z' }
    expect(told).toEqual([
      { ...begun, progress: null },
      { ...begun, progress: { phase: 'write', done: 5, total: 9 } },
      null,
    ])
  })
})

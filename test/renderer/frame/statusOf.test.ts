import type { Overview } from '../../../app/api/overview/overview.ts'
import type { Run } from '../../../app/model/run.ts'
import { statusOf } from '../../../renderer/frame/statusOf.ts'

const connected = { connection: 'connected', running: null } as const
const failedWith = (code: string): Pick<Overview, 'light' | 'lastRuns'> => {
  const run: Run = {
    id: 1,
    kind: 'full',
    status: 'failed',
    startedAt: '2026-11-14T12:00:00Z',
    endedAt: '2026-11-14T12:01:00Z',
    planId: null,
    counts: null,
    error: { side: 'store', code, message: '', remedy: '' },
  }
  return { light: { kind: 'failed', sentence: '', page: '/runs/1' }, lastRuns: [{ run, sentence: '' }] }
}

test('a service that is gone comes before everything else', () => {
  expect(statusOf({ ...connected, connection: 'lost' }, failedWith('unreachable')).kind).toBe('lost')
})

test('a run shows how far it is when its end is known', () => {
  const running = {
    kind: 'full',
    startedBy: 'schedule',
    startedAt: '2026-11-14T12:00:00Z',
    progress: { phase: 'write', done: 43, total: 100 },
  } as const
  expect(statusOf({ ...connected, running }, undefined)).toEqual({ kind: 'running', percent: 43, page: '/' })
})

test('a token that is not accepted is named as what it is', () => {
  expect(statusOf(connected, failedWith('unauthorized'))).toMatchObject({ kind: 'not-signed-in', page: '/runs/1' })
  expect(statusOf(connected, failedWith('unreachable')).kind).toBe('failed')
})

test('before the first answer nothing is claimed', () => {
  expect(statusOf(connected, undefined).kind).toBe('connecting')
})

test('a service that does not know this browser any more is not called gone', () => {
  expect(statusOf({ ...connected, connection: 'signed-out' }, undefined).kind).toBe('not-signed-in')
})

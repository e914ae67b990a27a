import type { Run } from '../../../app/model/run.ts'
import { lastFailure, movedOnTo } from '../../../renderer/plan/lastFailure.ts'

const ended = { startedAt: '2026-11-14T09:00:00Z', endedAt: '2026-11-14T09:01:00Z', planId: null, counts: null }
const error = { side: 'directory', code: 'unreachable', message: 'No answer.', remedy: 'Start it.' } as const
const failed = (id: number, kind: Run['kind']): Run => ({ ...ended, id, kind, status: 'failed', error })
const done = (id: number): Run => ({ ...ended, id, kind: 'dry-run', status: 'planned', error: null })

test('a dry run that failed after the plan was made is told', () => {
  expect(lastFailure([failed(3, 'dry-run'), done(2)], { id: 1, runId: 2 })?.id).toBe(3)
  expect(lastFailure([failed(1, 'dry-run')], null)?.error.message).toBe('No answer.')
})

test('what failed before the plan was made, or was made good since, is not', () => {
  expect(lastFailure([done(3), failed(2, 'dry-run')], { id: 2, runId: 3 })).toBeNull()
  expect(lastFailure([failed(2, 'dry-run')], { id: 2, runId: 3 })).toBeNull()
  expect(lastFailure([], null)).toBeNull()
})

test('a scheduled sync that failed is told elsewhere', () => {
  expect(lastFailure([failed(3, 'incremental')], { id: 1, runId: 2 })).toBeNull()
})

test('a refusal names the plan that says what would change now', () => {
  expect(movedOnTo({ code: 'plan-moved-on', place: 'plan 12' })).toBe(12)
  expect(movedOnTo({ code: 'plan-applied', place: 'plan 12' })).toBeNull()
  expect(movedOnTo({ code: 'plan-moved-on', place: null })).toBeNull()
})

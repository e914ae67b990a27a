import { lastSyncAt } from '../../../renderer/dashboard/lastSyncAt.ts'
import { whenSentence } from '../../../renderer/dashboard/whenSentence.ts'

const now = new Date('2026-11-14T12:00:00Z')

test('last and next sync stand in one sentence', () => {
  const next = { lane: 'incremental', at: '2026-11-14T15:48:10Z' } as const
  expect(whenSentence('2026-11-14T11:48:00Z', next, now)).toBe('Last sync 12 minutes ago, next in 3 h 48 min.')
})

test('each of them stands alone as well, and neither is nothing', () => {
  expect(whenSentence('2026-11-14T11:59:40Z', null, now)).toBe('Last sync less than a minute ago.')
  expect(whenSentence(null, { lane: 'full', at: '2026-11-14T12:01:30Z' }, now)).toBe('Next in 1 minute.')
  expect(whenSentence(null, null, now)).toBe('')
})

test('what is due while something runs waits for its end', () => {
  expect(whenSentence(null, { lane: 'full', at: '2026-11-14T11:59:00Z' }, now)).toBe('Next as soon as this one ends.')
})

test('the last sync is the last run that made the cloud equal, not a dry run', () => {
  const point = { added: 0, changed: 0, removed: 0, failed: 0, seconds: 60 }
  const recentRuns = [
    { ...point, id: 3, kind: 'dry-run', status: 'equal', startedAt: '2026-11-14T11:00:00Z' },
    { ...point, id: 2, kind: 'incremental', status: 'failed', startedAt: '2026-11-14T10:00:00Z' },
    { ...point, id: 1, kind: 'apply', status: 'done', startedAt: '2026-11-14T09:00:00Z' },
  ] as const
  expect(lastSyncAt({ recentRuns, fullSyncedAt: null })).toBe('2026-11-14T09:01:00.000Z')
  expect(lastSyncAt({ recentRuns: [], fullSyncedAt: '2026-11-01T00:00:00Z' })).toBe('2026-11-01T00:00:00Z')
})

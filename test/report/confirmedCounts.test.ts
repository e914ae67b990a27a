import type { Outcome } from '../../app/model/change.ts'
import { changesIn } from '../../app/model/changesIn.ts'
import { objectKinds, plural } from '../../app/model/objectKind.ts'
import { confirmedCounts } from '../../app/report/confirmedCounts.ts'
import { fabricatedChange } from './fabricatedChange.ts'
import { fabricatedCounts, fabricatedHeader, fabricatedReport } from './fabricatedPlan.ts'

const planned = { read: 9, matched: 4, create: 2, update: 1 }
const counts = fabricatedCounts(planned, planned, { rooms: planned, contacts: planned, avatars: planned })
const done: Outcome = { kind: 'done', resourceId: 'r1', ignored: [] }
const failed: Outcome = { kind: 'failed', code: 'uniqueness', message: 'Taken.', remedy: '' }
const changes = objectKinds.flatMap((objectKind) => [
  { change: fabricatedChange({ objectKind, kind: 'create' }), outcome: done },
  { change: fabricatedChange({ objectKind, kind: 'create' }), outcome: failed },
  { change: fabricatedChange({ objectKind, kind: 'update' }), outcome: null },
])

test('before anything was applied, what is planned counts', () => {
  const report = fabricatedReport({ header: fabricatedHeader({ counts }), changes })
  expect(confirmedCounts(report)).toEqual(counts)
  expect(changesIn(confirmedCounts(report))).toBe(15)
})

test('afterwards what the store confirmed counts, for every kind, and the rest has failed', () => {
  const report = fabricatedReport({ header: fabricatedHeader({ counts, status: 'partly-applied' }), changes })
  const confirmed = confirmedCounts(report)
  for (const kind of objectKinds) {
    expect(confirmed[plural[kind]]).toMatchObject({ read: 9, matched: 4, create: 1, update: 0, failed: 2 })
  }
  expect(changesIn(confirmed)).toBe(5)
})

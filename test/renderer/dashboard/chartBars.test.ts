import type { RunPoint } from '../../../app/api/overview/overview.ts'
import { chartBars } from '../../../renderer/dashboard/chartBars.ts'

const size = { width: 300, height: 100, slots: 30 }
const point = (id: number, changes: Partial<RunPoint> = {}): RunPoint => ({
  id,
  kind: 'incremental',
  status: 'done',
  startedAt: '2026-11-14T12:00:00Z',
  seconds: 10,
  added: 0,
  changed: 0,
  removed: 0,
  failed: 0,
  ...changes,
})

test('the newest run is at the right end, and all of them are in order of time', () => {
  const bars = chartBars([point(3), point(2), point(1)], size)
  expect(bars.map(({ point: { id } }) => id)).toEqual([1, 2, 3])
  expect(bars.at(-1)?.x).toBe(290)
})

test('the largest run fills the height, and its parts share it as they share the changes', () => {
  const [bar] = chartBars([point(1, { added: 30, changed: 10 })], size)
  expect(bar?.segments).toEqual([
    { part: 'added', y: 25, height: 75 },
    { part: 'changed', y: 0, height: 25 },
  ])
})

test('a single change is seen beside a hundred thousand', () => {
  const [small, large] = chartBars([point(2, { added: 100_000 }), point(1, { failed: 1 })], size)
  expect(small?.segments).toEqual([{ part: 'failed', y: 97, height: 3 }])
  expect(large?.segments[0]?.height).toBe(100)
})

test('a run that changed nothing has no bar, but a duration', () => {
  const [quiet, slow] = chartBars([point(2, { seconds: 40 }), point(1)], size)
  expect(quiet?.segments).toEqual([])
  expect([quiet?.durationY, slow?.durationY]).toEqual([50, 0])
})

test('only as many runs are shown as there is room for', () => {
  const many = Array.from({ length: 40 }, (_, index) => point(40 - index))
  const bars = chartBars(many, size)
  expect([bars.length, bars[0]?.point.id, bars.at(-1)?.point.id]).toEqual([30, 11, 40])
})

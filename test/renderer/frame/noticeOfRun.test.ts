import type { Run } from '../../../app/model/run.ts'
import { noticeOfRun, showsRun } from '../../../renderer/frame/noticeOfRun.ts'

const run: Run = {
  id: 7,
  kind: 'incremental',
  status: 'done',
  startedAt: '2026-11-14T12:00:00Z',
  endedAt: '2026-11-14T12:01:00Z',
  planId: 12,
  counts: null,
  error: null,
}

test('a run that is done says what it did and leads to itself', () => {
  expect(noticeOfRun({ run, sentence: '3 people were changed.' })).toEqual({
    intent: 'success',
    title: 'Incremental sync has ended',
    body: '3 people were changed.',
    links: [{ label: 'Show the run', address: '/runs/7' }],
  })
})

test('a halt is a warning and leads to its plan', () => {
  const notice = noticeOfRun({ run: { ...run, status: 'halted' }, sentence: '' })
  expect([notice.intent, notice.title, notice.links]).toEqual([
    'warning',
    'Incremental sync was halted',
    [{ label: 'Review the plan', address: '/plans/12' }],
  ])
})

test.each([
  ['/plans/12?kind=user', true],
  ['/plans', true],
  ['/plans/11', false],
  ['/runs/7', true],
  ['/runs', false],
  ['/start/plan', true],
  ['/', false],
])('whoever looks at %s sees the end of the run: %p', (address, shows) => {
  expect(showsRun(address, run)).toBe(shows)
})

import { exactMoment, shownDuration, shownMoment } from '../../renderer/texts/moment.ts'

const now = new Date('2026-11-14T12:00:00Z')

test.each([
  ['2026-11-14T09:33:12Z', 'Today 10:33'],
  ['2026-11-13T21:15:00Z', 'Yesterday 22:15'],
  ['2026-11-13T23:30:00Z', 'Today 00:30'],
  ['2026-11-01T09:33:12Z', '1 Nov 10:33'],
  ['2025-11-14T09:33:12Z', '14 Nov 2025 10:33'],
])('%s is shown in the zone of who reads it, as %s', (at, shown) => {
  expect(shownMoment(at, now, 'minute', 'Europe/Vienna')).toBe(shown)
})

test('seconds are there where they are asked for', () => {
  expect(shownMoment('2026-11-14T09:33:12Z', now, 'second', 'UTC')).toBe('Today 09:33:12')
})

test('the exact time names day, second and zone', () => {
  const text = exactMoment('2026-11-14T09:33:12Z', 'Europe/Vienna')
  expect(text).toMatch(/^Saturday,? 14 November 2026 at 10:33:12 (CET|GMT\+1)$/)
})

test.each([
  [0.2, 'under 1 s'],
  [38.4, '38 s'],
  [60, '1 min'],
  [124, '2 min 4 s'],
  [3780, '1 h 3 min'],
  [187_200, '2 d 4 h'],
])('%d seconds are %s', (seconds, shown) => {
  expect(shownDuration(seconds)).toBe(shown)
})

import fc from 'fast-check'
import { formatGeneralizedTime, parseGeneralizedTime } from '../../../../app/source/ldap/tracking/generalizedTime.ts'

const second = 1000
const times = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) / second }).map((seconds) => seconds * second)

test('every second comes back as it was written', () => {
  fc.assert(fc.property(times, (time) => expect(parseGeneralizedTime(formatGeneralizedTime(time))).toBe(time)))
})

test.each([
  ['20260131235958Z', '2026-01-31T23:59:58Z'],
  ['20260131235958.0Z', '2026-01-31T23:59:58Z'],
  ['20260131235958.731Z', '2026-01-31T23:59:58Z'],
  ['202601312359Z', '2026-01-31T23:59:00Z'],
  ['2026013123Z', '2026-01-31T23:00:00Z'],
  ['20260131235958+0130', '2026-01-31T22:29:58Z'],
  ['20260131235958-05', '2026-02-01T04:59:58Z'],
])('%s is %s', (text, iso) => {
  expect(parseGeneralizedTime(text)).toBe(Date.parse(iso))
})

test.each(['', '2026', '20260131', '2026-01-31T23:59:58Z', '20260131235958', 'x20260131235958Z'])(
  '"%s" is no time',
  (text) => {
    expect(parseGeneralizedTime(text)).toBeUndefined()
  },
)

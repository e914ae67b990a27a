import { isRelease } from '../../../../main/desktop/updates/isRelease.ts'

test.each(['1.0.0', '0.2.0', '10.20.30'])('%s is for everybody', (version) => {
  expect(isRelease(version)).toBe(true)
})

test.each(['2.0.0-beta.1', '2.0.0-0', '2.0', 'v2.0.0', '02.0.0', '2.0.0\n', '<b>2.0.0</b>', '', 2, undefined])(
  '%j is not',
  (version) => {
    expect(isRelease(version)).toBe(false)
  },
)

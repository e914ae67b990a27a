import { nearNames } from '../../app/settings/nearNames.ts'

const names = ['mail', 'mailnickname', 'mobile', 'sn', 'cn', 'displayname', 'telephonenumber']

test.each([
  ['mial', ['mail']],
  ['dispalyname', ['displayname']],
  ['telefonenumber', ['telephonenumber']],
  ['an', ['cn', 'sn']],
  ['zzzzzz', []],
])('%s may have been meant for %j', (wanted, expected) => {
  expect(nearNames(wanted, names)).toEqual(expected)
})

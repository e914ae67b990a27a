import { adLogonFailure } from '../../../../app/source/ldap/session/adLogonFailure.ts'

const answer = (code: string) =>
  `80090308: LdapErr: DSID-0C090446, comment: AcceptSecurityContext error, data ${code}, v4563`

test.each([
  ['52e', 'password is wrong'],
  ['525', 'no such user'],
  ['530', 'hour'],
  ['531', 'computer'],
  ['532', 'password has expired'],
  ['533', 'disabled'],
  ['701', 'account has expired'],
  ['773', 'must be changed'],
  ['775', 'locked'],
])('explains %s', (code, words) => {
  expect(adLogonFailure(answer(code))?.meaning).toContain(words)
  expect(adLogonFailure(answer(code))?.remedy).not.toBe('')
})

test('says nothing where there is nothing to explain', () => {
  expect(adLogonFailure(answer('9999'))).toBeUndefined()
  expect(adLogonFailure('')).toBeUndefined()
})

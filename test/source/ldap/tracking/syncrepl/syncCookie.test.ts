import { isSamePlace, syncCookie } from '../../../../../app/source/ldap/tracking/syncrepl/syncCookie.ts'

const one = '20260131235958.000001Z#000000#001#000000'
const two = '20250131235958.000001Z#000000#002#000000'

test('the changes of several servers stand in the order of their ids', () => {
  expect(syncCookie([two, one])).toBe(`rid=000,csn=${one};${two}`)
})

test('a cookie of the same changes is of the same place, whoever made it', () => {
  expect(isSamePlace(`rid=000,csn=${one}`, `rid=000,sid=001,csn=${one}`)).toBe(true)
  expect(isSamePlace(`rid=000,csn=${one}`, `rid=000,csn=${two}`)).toBe(false)
})

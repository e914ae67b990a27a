import { BerWriter, FilterParser } from 'ldapts'
import { parseFilter } from '../../../../app/selection/filter/parseFilter.ts'
import { EncodedFilter } from '../../../../app/source/ldap/protocol/encodedFilter.ts'

const encode = (filter: string): Buffer => {
  const writer = new BerWriter()
  new EncodedFilter(parseFilter(filter)).write(writer)
  return writer.buffer
}

test.each([
  '(cn=*)',
  '(cn=Ann)',
  '(&(objectClass=user)(!(mail=*))(|(a>=1)(b<=2)(c~=3)))',
  '(cn=a*b*c*d)',
  '(cn=*b*)',
  '(cn=a*)',
  '(memberOf:1.2.840.113556.1.4.1941:=CN=All,DC=example)',
  '(ou:dn:=Sales)',
])('another implementation writes %s the same', (filter) => {
  const writer = new BerWriter()
  FilterParser.parseString(filter).write(writer)
  expect(encode(filter).toString('hex')).toBe(writer.buffer.toString('hex'))
})

test('sends escaped bytes as they are', () => {
  expect(encode('(objectGUID=\\ff\\00\\80)').toString('hex')).toContain('0403ff0080')
  expect(encode('(x=\\ff*\\fe*\\fd)').toString('hex')).toContain('8001ff8101fe8201fd')
  expect(encode('(x:1.2:=\\ff)').toString('hex')).toContain('8301ff')
})

test('writes true and false as RFC 4526 wants them', () => {
  expect(encode('(&)').toString('hex')).toBe('a000')
  expect(encode('(|)').toString('hex')).toBe('a100')
})

import fc from 'fast-check'
import type { Attributes } from '../../../app/model/entry.ts'
import type { FilterResult } from '../../../app/selection/filter/matchesFilter.ts'
import { matchesFilter } from '../../../app/selection/filter/matchesFilter.ts'
import { parseFilter } from '../../../app/selection/filter/parseFilter.ts'

const ann: Attributes = {
  objectclass: ['top', 'person', 'user'],
  objectcategory: ['CN=Person,CN=Schema,CN=Configuration,DC=corp'],
  cn: ['Ann Müller'],
  mail: ['ann@corp.example', 'A.Mueller@corp.example'],
  useraccountcontrol: ['514'],
  grouptype: ['-2147483646'],
  usnchanged: ['9007199254740993'],
  whenchanged: ['20260301120000.0Z'],
  memberof: ['CN=Sales\\, North,DC=corp'],
  objectguid: ['04030201-0605-0807-090a-0b0c0d0e0f10'],
  objectsid: ['S-1-5-21-1-2-3-1001'],
  photo: ['/9j/4A=='],
}

test.each<[string, FilterResult]>([
  ['(cn=ANN MÜLLER)', 'true'],
  ['(cn=Ann)', 'false'],
  ['(mail=a.mueller@CORP.example)', 'true'],
  ['(mail=*)', 'true'],
  ['(title=*)', 'false'],
  ['(!(title=Intern))', 'true'],
  ['(constructor=*)', 'false'],
  ['(cn=a*m*r)', 'true'],
  ['(cn=*nn*n*)', 'false'],
  ['(cn=ann mül*müller)', 'false'],
  ['(cn~=ann müller)', 'true'],
  ['(userAccountControl>=99)', 'true'],
  ['(userAccountControl<=99)', 'false'],
  ['(uSNChanged>=9007199254740993)', 'true'],
  ['(uSNChanged>=9007199254740994)', 'false'],
  ['(whenChanged>=20260301000000.0Z)', 'true'],
  ['(cn<=anz)', 'true'],
  ['(userAccountControl:1.2.840.113556.1.4.803:=2)', 'true'],
  ['(userAccountControl:1.2.840.113556.1.4.803:=3)', 'false'],
  ['(userAccountControl:1.2.840.113556.1.4.804:=3)', 'true'],
  ['(groupType:1.2.840.113556.1.4.803:=2147483648)', 'true'],
  ['(userAccountControl:1.2.840.113556.1.4.803:=x)', 'undefined'],
  ['(title:1.2.840.113556.1.4.803:=2)', 'false'],
  ['(cn:caseExactMatch:=Ann Müller)', 'true'],
  ['(cn:caseExactMatch:=ann müller)', 'false'],
  ['(cn:=ann müller)', 'true'],
  ['(memberOf:1.2.840.113556.1.4.1941:=CN=All,DC=corp)', 'undefined'],
  ['(!(cn:1.2.3:=x))', 'undefined'],
  ['(&(cn:1.2.3:=x)(cn=nobody))', 'false'],
  ['(|(cn:1.2.3:=x)(cn=*))', 'true'],
  ['(&(cn:1.2.3:=x)(cn=*))', 'undefined'],
  ['(:dn:caseExactMatch:=corp)', 'undefined'],
  ['(memberOf=cn=sales\\5c2C north, dc=CORP)', 'true'],
  ['(objectCategory=person)', 'true'],
  ['(objectCategory=user)', 'true'],
  ['(objectCategory=computer)', 'false'],
  ['(objectGUID=\\01\\02\\03\\04\\05\\06\\07\\08\\09\\0a\\0b\\0c\\0d\\0e\\0f\\10)', 'true'],
  ['(objectGUID=04030201-0605-0807-090A-0b0c0d0e0f10)', 'true'],
  [
    '(objectSid=\\01\\05\\00\\00\\00\\00\\00\\05\\15\\00\\00\\00\\01\\00\\00\\00\\02\\00\\00\\00\\03\\00\\00\\00\\e9\\03\\00\\00)',
    'true',
  ],
  ['(photo=\\ff\\d8\\ff\\e0)', 'true'],
  ['(&)', 'true'],
  ['(|)', 'false'],
])('%s is %s', (filter, expected) => {
  expect(matchesFilter(parseFilter(filter), ann)).toBe(expected)
})

test('substrings match where the parts follow each other without overlap', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 2, maxLength: 5 }),
      fc.string({ unit: fc.constantFrom('a', 'b') }),
      (parts, text) => {
        const expected = new RegExp(`^${parts.join('.*')}$`).test(text) && text !== ''
        expect(matchesFilter(parseFilter(`(cn=${parts.join('*')})`), text === '' ? {} : { cn: [text] })).toBe(
          expected ? 'true' : 'false',
        )
      },
    ),
  )
})

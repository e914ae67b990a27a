import { topBases } from '../../../../app/source/ldap/reading/topBases.ts'

test('keeps bases that lie beside each other, as written and in their order', () => {
  const bases = ['OU=Sales, DC=corp', 'ou=it,dc=corp']
  expect(topBases(bases)).toEqual(bases)
})

test('drops what lies below another base or is the same base', () => {
  expect(topBases(['OU=Inside,OU=Sales,DC=corp', 'OU=Sales,DC=corp', 'ou=sales , dc=corp'])).toEqual([
    'OU=Sales,DC=corp',
  ])
})

test('does not take a longer name for a container', () => {
  expect(topBases(['OU=Presales,DC=corp', 'OU=sales,DC=corp'])).toHaveLength(2)
})

import { contextsAround } from '../../../../app/source/ldap/tracking/contextsAround.ts'

const contexts = ['DC=corp,DC=test', 'CN=Configuration,DC=corp,DC=test', 'DC=other']

test.each([
  { bases: ['OU=Sales,DC=corp,DC=test'], around: ['DC=corp,DC=test'] },
  { bases: ['ou=sales, dc=CORP, dc=test', 'OU=Finance,DC=corp,DC=test'], around: ['DC=corp,DC=test'] },
  { bases: ['CN=Sites,CN=Configuration,DC=corp,DC=test'], around: ['CN=Configuration,DC=corp,DC=test'] },
  { bases: ['DC=other', 'OU=Sales,DC=corp,DC=test'], around: ['DC=other', 'DC=corp,DC=test'] },
  { bases: ['OU=Sales,DC=unknown'], around: ['OU=Sales,DC=unknown'] },
])('around $bases: $around', ({ bases, around }) => {
  expect(contextsAround(bases, contexts)).toEqual(around)
})

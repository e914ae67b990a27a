import { whoOf } from '../../../renderer/plan/whoOf.ts'

const dn = 'CN=Anna,DC=corp'

test('people are looked for by their address, and so are their pictures; others by DN', () => {
  expect(whoOf({ kind: 'user', name: 'anna@corp.example', dn })).toBe('anna@corp.example')
  expect(whoOf({ kind: 'avatar', name: 'anna@corp.example', dn })).toBe('anna@corp.example')
  expect(whoOf({ kind: 'group', name: 'Sales', dn: 'CN=Sales,DC=corp' })).toBe('CN=Sales,DC=corp')
})

test('what has no DN is looked for by its name', () => {
  expect(whoOf({ kind: 'group', name: 'Sales', dn: null })).toBe('Sales')
})

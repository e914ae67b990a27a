import { compileSelection } from '../../app/selection/compileSelection.ts'
import { selectEntry } from '../../app/selection/selectEntry.ts'
import { entryAt, selectionSettings } from './selectionSettings.ts'

const selection = compileSelection(
  selectionSettings({
    baseDns: ['OU=Sales,DC=corp', 'OU=IT,DC=corp'],
    excludeDns: ['OU=Old, OU=Sales, DC=corp'],
    users: { enabled: true, filter: '(department=Sales)' },
  }),
  'ldap',
)

const seller = { objectclass: ['inetOrgPerson'], department: ['sales'] }

test.each([
  ['CN=Ann,OU=Sales,DC=corp', { kind: 'selected', baseDn: 'OU=Sales,DC=corp' }],
  ['cn=ann, ou=eu, ou=it, dc=corp', { kind: 'selected', baseDn: 'OU=IT,DC=corp' }],
  ['CN=Bell\\, Ann,OU=Sales,DC=corp', { kind: 'selected', baseDn: 'OU=Sales,DC=corp' }],
  [
    'CN=Ann,OU=EU,OU=old,OU=Sales,DC=corp',
    { kind: 'excluded', baseDn: 'OU=Sales,DC=corp', excludeDn: 'OU=Old, OU=Sales, DC=corp' },
  ],
  ['CN=Ann,OU=Presales,DC=corp', { kind: 'outside-bases' }],
  ['CN=Ann\\,OU=Sales,DC=corp', { kind: 'outside-bases' }],
])('the place decides first: %s', (dn, expected) => {
  expect(selectEntry(entryAt(dn, 'user', seller), selection, 'unfiltered')).toEqual(expected)
})

test('the filter that dropped an entry is named', () => {
  const decide = (attributes: Readonly<Record<string, readonly string[]>>) =>
    selectEntry(entryAt('CN=Ann,OU=IT,DC=corp', 'user', attributes), selection, 'unfiltered')
  const dropped = { kind: 'filtered', baseDn: 'OU=IT,DC=corp', verdict: 'false' }
  expect(decide({ ...seller, objectclass: ['device'] })).toEqual({ ...dropped, by: 'default' })
  expect(decide({ ...seller, department: ['IT'] })).toEqual({ ...dropped, by: 'administrator' })
  expect(decide({ objectclass: ['inetOrgPerson'] })).toEqual({ ...dropped, by: 'administrator' })
})

test('the users’ filter is not asked about a group', () => {
  const group = entryAt('CN=Team,OU=IT,DC=corp', 'group', { objectclass: ['groupOfNames'], department: ['IT'] })
  expect(selectEntry(group, selection, 'unfiltered').kind).toBe('selected')
})

test('what a search with the filter found is not filtered again', () => {
  const entry = entryAt('CN=Ann,OU=IT,DC=corp', 'user', {})
  expect(selectEntry(entry, selection, 'matched')).toEqual({ kind: 'selected', baseDn: 'OU=IT,DC=corp' })
})

test('a filter that only the directory can decide is said to be undecided', () => {
  const nested = compileSelection(
    selectionSettings({ users: { enabled: true, filter: '(memberOf:1.2.840.113556.1.4.1941:=CN=All,DC=corp)' } }),
    'ldap',
  )
  const entry = entryAt('CN=Ann,DC=corp', 'user', { ...seller, memberof: ['CN=Sales,DC=corp'] })
  expect(selectEntry(entry, nested, 'unfiltered')).toMatchObject({ kind: 'filtered', verdict: 'undefined' })
})

import { type Attributes, type EntryKind, entryKinds } from '../../app/model/entry.ts'
import { compileSelection } from '../../app/selection/compileSelection.ts'
import { defaultFilter } from '../../app/selection/defaultFilter.ts'
import { formatFilter } from '../../app/selection/filter/formatFilter.ts'
import { parseFilter } from '../../app/selection/filter/parseFilter.ts'
import { selectEntry } from '../../app/selection/selectEntry.ts'
import type { DirectorySettings, SelectionSettings } from '../../app/settings/schema.ts'
import { entryAt, selectionSettings } from './selectionSettings.ts'

type GroupTypes = SelectionSettings['groups']['types']

function isSelected(
  type: DirectorySettings['type'],
  kind: EntryKind,
  attributes: Attributes,
  types: GroupTypes = ['security'],
): boolean {
  const selection = compileSelection(selectionSettings({ groups: { enabled: true, types, filter: '' } }), type)
  return selectEntry(entryAt('CN=x,DC=corp', kind, attributes), selection, 'unfiltered').kind === 'selected'
}

test.each(['ad-ds', 'ad-lds', 'ldap'] as const)('the filters of %s are good filters in canonical form', (type) => {
  const choices: GroupTypes[] = [['security'], ['distribution'], ['security', 'distribution']]
  for (const kind of entryKinds) {
    for (const types of choices) {
      const filter = defaultFilter(type, kind, types)
      expect(formatFilter(parseFilter(filter))).toBe(filter)
    }
  }
})

const category = (name: string) => [`CN=${name},CN=Schema,CN=Configuration,DC=corp`]
const userClasses = ['top', 'person', 'organizationalPerson', 'user']

describe('users of AD DS', () => {
  test.each([
    ['a user', true, { objectclass: userClasses, objectcategory: category('Person') }],
    ['an inetOrgPerson', true, { objectclass: [...userClasses, 'inetOrgPerson'], objectcategory: category('Person') }],
    ['a computer', false, { objectclass: [...userClasses, 'computer'], objectcategory: category('Computer') }],
    [
      'a group managed service account',
      false,
      {
        objectclass: [...userClasses, 'computer', 'msDS-GroupManagedServiceAccount'],
        objectcategory: category('ms-DS-Group-Managed-Service-Account'),
      },
    ],
    ['a contact', false, { objectclass: ['top', 'person', 'contact'], objectcategory: category('Person') }],
  ])('%s: %s', (_, expected, attributes) => {
    expect(isSelected('ad-ds', 'user', attributes)).toBe(expected)
  })
})

describe('groups of AD DS', () => {
  const group = { objectclass: ['top', 'group'], objectcategory: category('Group') }
  test.each([
    ['a global security group', true, { ...group, grouptype: ['-2147483646'] }],
    ['a distribution group', false, { ...group, grouptype: ['2'] }],
    ['a group of the system', false, { ...group, grouptype: ['-2147483646'], iscriticalsystemobject: ['TRUE'] }],
    ['a group not of the system', true, { ...group, grouptype: ['-2147483640'], iscriticalsystemobject: ['FALSE'] }],
  ])('%s: %s', (_, expected, attributes) => {
    expect(isSelected('ad-ds', 'group', attributes)).toBe(expected)
  })
})

describe('groups by their type', () => {
  const ofType = (grouptype: string, critical = 'FALSE') => ({
    ...{ objectclass: ['top', 'group'], objectcategory: category('Group') },
    ...{ grouptype: [grouptype], iscriticalsystemobject: [critical] },
  })
  const [security, distribution, system] = [ofType('-2147483646'), ofType('8'), ofType('-2147483646', 'TRUE')]
  test.each([
    [['security'], true, false],
    [['distribution'], false, true],
    [['distribution', 'security'], true, true],
  ] as const)('%j', (types, takesSecurity, takesDistribution) => {
    for (const directory of ['ad-ds', 'ad-lds'] as const) {
      expect(isSelected(directory, 'group', security, [...types])).toBe(takesSecurity)
      expect(isSelected(directory, 'group', distribution, [...types])).toBe(takesDistribution)
    }
    expect(isSelected('ad-ds', 'group', system, [...types])).toBe(false)
  })
})

describe('contacts', () => {
  test.each([
    ['ad-ds', true, { objectclass: ['top', 'person', 'contact'], objectcategory: category('Person') }],
    ['ad-ds', false, { objectclass: userClasses, objectcategory: category('Person') }],
    ['ad-lds', true, { objectclass: ['top', 'person', 'contact'] }],
    ['ad-lds', false, { objectclass: userClasses }],
    ['ldap', true, { objectclass: ['contact'] }],
    ['ldap', false, { objectclass: ['inetOrgPerson'] }],
  ] as const)('of %s: %s for %j', (type, expected, attributes) => {
    expect(isSelected(type, 'contact', attributes)).toBe(expected)
  })
})

describe('other directories', () => {
  test.each([
    ['ad-lds', 'user', true, { objectclass: userClasses }],
    ['ad-lds', 'group', true, { objectclass: ['top', 'group'], grouptype: ['-2147483646'] }],
    ['ldap', 'user', true, { objectclass: ['inetOrgPerson'] }],
    ['ldap', 'user', true, { objectclass: ['person'], uid: ['ann'] }],
    ['ldap', 'user', false, { objectclass: ['person'] }],
    ['ldap', 'group', true, { objectclass: ['groupOfNames'] }],
    ['ldap', 'group', true, { objectclass: ['groupOfUniqueNames'] }],
    ['ldap', 'group', false, { objectclass: ['posixGroup'] }],
  ] as const)('%s %s: %s for %j', (type, kind, expected, attributes) => {
    expect(isSelected(type, kind, attributes)).toBe(expected)
  })
})

import { mapGroup } from '../../app/mapping/mapGroup.ts'
import type { Attributes, Entry } from '../../app/model/entry.ts'

const group = (attributes: Attributes): Entry => ({
  anchor: 'g1',
  kind: 'group',
  dn: 'CN=Sales,DC=corp',
  baseDn: 'DC=corp',
  attributes,
})

test('a group is called by its cn', () => {
  expect(mapGroup(group({ cn: [' Sales '], displayname: ['Sales of ACME'] }))).toEqual({
    kind: 'mapped',
    group: { kind: 'group', anchor: 'g1', dn: 'CN=Sales,DC=corp', baseDn: 'DC=corp', displayName: 'Sales' },
  })
})

test.each([
  [{}, 'displayName: the group has no name (cn).'],
  [{ cn: [' '] }, 'displayName: the group has no name (cn).'],
  [{ cn: ['a\u0000b'] }, 'displayName: "a\\u0000b" holds the control character U+0000.'],
])('a group with %j is skipped', (attributes, message) => {
  expect(mapGroup(group(attributes))).toMatchObject({ kind: 'skipped', reason: { message } })
})

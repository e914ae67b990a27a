import { compileMapping } from '../../app/mapping/compileMapping.ts'
import { cloudAttributes } from '../../app/model/cloudAttribute.ts'
import { compileSelection } from '../../app/selection/compileSelection.ts'
import { requiredAttributes } from '../../app/selection/requiredAttributes.ts'
import { selectionSettings, withRooms } from './selectionSettings.ts'

const onlyUid = Object.fromEntries(cloudAttributes.map((it) => [it, null]))
const mapping = compileMapping(
  { ...onlyUid, uid: 'Mail', 'ds-pwp-account-disabled': 'userAccountControl' },
  'ad-ds',
  null,
  {},
)

test('users need what the mapping reads and the filters ask about, each once', () => {
  const selection = compileSelection(
    selectionSettings({ users: { enabled: true, filter: '(&(mail=*)(department=Sales))' } }),
    'ad-ds',
  )
  expect(requiredAttributes('user', mapping, selection)).toEqual([
    'Mail',
    'userAccountControl',
    'objectcategory',
    'objectclass',
    'department',
  ])
})

test('groups need their name and what their filters ask about, nothing of the users', () => {
  const selection = compileSelection(
    selectionSettings({ groups: { enabled: true, types: ['security'], filter: 'cn=Team*' } }),
    'ad-ds',
  )
  expect(requiredAttributes('group', mapping, selection)).toEqual([
    'cn',
    'objectcategory',
    'grouptype',
    'iscriticalsystemobject',
  ])
})

test('users need what tells rooms from them, when rooms are identified', () => {
  const attributes = [
    { name: 'employeeType', equals: 'room' },
    { name: 'MSEXCHRESOURCEMETADATA', equals: 'x' },
  ]
  const selection = compileSelection(withRooms({}, attributes), 'ad-ds')
  expect(requiredAttributes('user', mapping, selection)).toEqual([
    'Mail',
    'userAccountControl',
    'msExchResourceMetaData',
    'employeeType',
    'objectcategory',
    'objectclass',
  ])
})

test('contacts need what the mapping reads and their own filters ask about', () => {
  const selection = compileSelection(withRooms({ contacts: { enabled: true, filter: 'company=*' } }), 'ad-ds')
  expect(requiredAttributes('contact', mapping, selection)).toEqual([
    ...mapping.contactAttributes,
    'objectcategory',
    'objectclass',
    'company',
  ])
})

import { compileMapping } from '../../app/mapping/compileMapping.ts'
import { cloudAttributes } from '../../app/model/cloudAttribute.ts'
import { compileSelection } from '../../app/selection/compileSelection.ts'
import { requiredAttributes } from '../../app/selection/requiredAttributes.ts'
import { selectionSettings } from './selectionSettings.ts'

const onlyUid = Object.fromEntries(cloudAttributes.map((it) => [it, null]))
const mapping = compileMapping(
  { ...onlyUid, uid: 'Mail', 'ds-pwp-account-disabled': 'userAccountControl' },
  'ad-ds',
  null,
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
  const selection = compileSelection(selectionSettings({ groups: { enabled: true, filter: 'cn=Team*' } }), 'ad-ds')
  expect(requiredAttributes('group', mapping, selection)).toEqual([
    'cn',
    'objectcategory',
    'grouptype',
    'iscriticalsystemobject',
  ])
})

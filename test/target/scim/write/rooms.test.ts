import type { UserValues } from '../../../../app/model/resource.ts'
import { ignoredAttributes } from '../../../../app/target/scim/profile/ignoredAttributes.ts'
import { profiles } from '../../../../app/target/scim/profile/profiles.ts'
import { readValues } from '../../../../app/target/scim/profile/readValues.ts'
import { repairOperations } from '../../../../app/target/scim/profile/repairOperations.ts'
import { toPatchOperations } from '../../../../app/target/scim/profile/toPatchOperations.ts'
import { toScimUser } from '../../../../app/target/scim/profile/toScimUser.ts'

const { generic, webex } = profiles

it('are users of the type room, in any spelling', () => {
  expect(readValues(generic, { userType: 'Room' })).toEqual({ room: 'room' })
  expect(readValues(generic, { userType: 'Contractor' })).toEqual({ employeeType: 'Contractor' })
  expect(readValues(webex, { userType: 'room' })).toEqual({ room: 'room' })
  expect(readValues(webex, { userType: 'external_calling' })).toEqual({})
})

it.each([
  [generic, { room: 'room' }, 'room'],
  [generic, { room: 'room', employeeType: 'staff' }, 'room'],
  [generic, { employeeType: 'staff' }, 'staff'],
  [generic, { employeeType: 'Room' }, undefined],
  [generic, {}, undefined],
  [webex, { room: 'room', employeeType: 'staff' }, 'room'],
  [webex, { room: null, employeeType: 'staff' }, 'user'],
])('are created as what they are', (profile, values: UserValues, userType) => {
  const user = toScimUser(profile, { active: true, values })
  expect(user.userType).toBe(userType)
})

const replace = (value: string) => ({ op: 'replace', path: 'userType', value })
const add = (value: string) => ({ op: 'add', path: 'userType', value })
const remove = { op: 'remove', path: 'userType' }

it.each([
  [generic, { room: null, employeeType: 'staff' }, { room: 'room', employeeType: null }, replace('room')],
  [generic, { room: 'room', employeeType: null }, { room: null, employeeType: 'staff' }, replace('staff')],
  [generic, { room: 'room' }, { room: null }, remove],
  [generic, { room: null }, { room: 'room' }, add('room')],
  [generic, { employeeType: 'staff' }, { employeeType: null }, remove],
  [webex, { room: 'room' }, { room: null }, replace('user')],
])('change with one operation: %#', (profile, before: UserValues, values: UserValues, operation) => {
  expect(toPatchOperations(profile, { before, values })).toEqual({ kind: 'operations', operations: [operation] })
})

it('leave the types alone that Webex gives to others', () => {
  const edit = { before: { room: null }, values: { room: 'room' } }
  expect(toPatchOperations(webex, edit)).toEqual({ kind: 'read-first' })
  expect(repairOperations(webex, { userType: 'user' }, edit)).toEqual([replace('room')])
  expect(repairOperations(webex, { userType: 'Room' }, edit)).toEqual([])
  const calling = { userType: 'external_calling' }
  expect(repairOperations(webex, calling, edit)).toEqual([])
  expect(repairOperations(webex, calling, { values: { room: null } })).toEqual([])
  expect(ignoredAttributes(webex, edit, calling)).toEqual(['room'])
})

it('cannot be made by an employee type', () => {
  expect(ignoredAttributes(generic, { values: { employeeType: 'Room' } }, {})).toEqual(['employeeType'])
  const edit = { before: { employeeType: 'staff' }, values: { employeeType: 'Room' } }
  expect(toPatchOperations(generic, edit)).toEqual({ kind: 'operations', operations: [remove] })
})

import type { Attributes } from '../../app/model/entry.ts'
import { matchesFilter } from '../../app/selection/filter/matchesFilter.ts'
import { identifyingMark } from '../../app/selection/identifyingMark.ts'
import { isRoom } from '../../app/selection/isRoom.ts'
import { roomAttributes } from '../../app/selection/roomAttributes.ts'
import { roomFilter } from '../../app/selection/roomFilter.ts'
import { unknownInRooms } from '../../app/selection/unknownInRooms.ts'
import type { RoomSettings } from '../../app/settings/schema.ts'

const plain: RoomSettings = { enabled: true, attributes: [] }
const further: RoomSettings = {
  enabled: true,
  attributes: [
    { name: 'employeeType', equals: 'Meeting room' },
    { name: 'extensionAttribute1', equals: '*' },
  ],
}

const cases: readonly (readonly [string, RoomSettings, boolean, Attributes])[] = [
  ['Exchange says so', plain, true, { msexchresourcemetadata: ['ResourceType:Room'] }],
  ['in another letter case', plain, true, { msexchresourcemetadata: ['resourcetype:ROOM'] }],
  ['among other values', plain, true, { msexchresourcemetadata: ['ResourceType:x', 'ResourceType:Room'] }],
  ['a thing that can be booked', plain, false, { msexchresourcemetadata: ['ResourceType:Equipment'] }],
  ['part of a value', plain, false, { msexchresourcemetadata: ['ResourceType:Rooms'] }],
  ['nothing said', plain, false, { mail: ['ann@corp'] }],
  ['a further attribute that is not asked for', plain, false, { employeetype: ['meeting room'] }],
  ['a further attribute', further, true, { employeetype: ['meeting ROOM'] }],
  ['the second of them', further, true, { employeetype: ['clerk'], extensionattribute1: ['*'] }],
  ['a star, which is no wild card', further, false, { extensionattribute1: ['anything'] }],
  ['still Exchange', further, true, { msexchresourcemetadata: ['ResourceType:Room'], employeetype: ['clerk'] }],
]

test.each(cases)('a room: %s', (_, rooms, expected, attributes) => {
  expect(isRoom(attributes, rooms)).toBe(expected)
})

test.each(cases)('the directory is asked for the same: %s', (_, rooms, expected, attributes) => {
  expect(matchesFilter(roomFilter(rooms), attributes)).toBe(String(expected))
})

test('nobody is a room while rooms are not identified, and nothing is read for it', () => {
  const off = { ...further, enabled: false }
  expect(isRoom({ msexchresourcemetadata: ['ResourceType:Room'] }, off)).toBe(false)
  expect(roomAttributes(off)).toEqual([])
  expect(roomAttributes(further)).toEqual(['msExchResourceMetaData', 'employeeType', 'extensionAttribute1'])
})

describe('a directory that lacks the attributes', () => {
  const unknown = (rooms: RoomSettings, ...known: string[]) => unknownInRooms({ rooms }, new Set(known))

  test('of the settings: each is named, with a likely spelling', () => {
    expect(unknown(further, 'msexchresourcemetadata', 'employeetypes', 'extensionattribute1')).toMatchObject([
      {
        subject: 'selection.rooms.attributes',
        message: expect.stringContaining('employeeType'),
        remedy: expect.stringContaining('employeetypes'),
      },
    ])
  })

  test('all of them: no room can be found', () => {
    expect(unknown(plain, 'mail')).toMatchObject([
      { level: 'warning', side: 'settings', subject: 'selection.rooms', message: expect.stringContaining('msExch') },
    ])
    expect(unknown(further, 'mail').map(({ subject }) => subject)).toEqual([
      'selection.rooms.attributes',
      'selection.rooms.attributes',
      'selection.rooms',
    ])
  })

  test('only Exchange’s: nothing to say, when another one is known', () => {
    expect(unknown(further, 'employeetype', 'extensionattribute1')).toEqual([])
  })

  test('is not asked when it shows no schema, or rooms are off', () => {
    expect(unknownInRooms({ rooms: further }, null)).toEqual([])
    expect(unknown({ ...further, enabled: false }, 'mail')).toEqual([])
  })
})

test('what identifies a room is told with the attribute of the settings and the value of the directory', () => {
  const exchange = { msexchresourcemetadata: ['ResourceType:x', 'resourcetype:ROOM'] }
  const told = { attribute: 'msExchResourceMetaData', value: 'resourcetype:ROOM' }
  expect(identifyingMark({ ...exchange, employeetype: ['meeting room'] }, further)).toEqual(told)
  const own = { attribute: 'employeeType', value: 'meeting ROOM' }
  expect(identifyingMark({ employeetype: ['meeting ROOM'] }, further)).toEqual(own)
  expect(identifyingMark(exchange, { ...further, enabled: false })).toBeNull()
})

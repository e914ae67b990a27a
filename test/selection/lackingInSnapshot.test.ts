import { entryKinds } from '../../app/model/entry.ts'
import { firstSpellings } from '../../app/model/firstSpellings.ts'
import type { SnapshotHeader } from '../../app/model/snapshotHeader.ts'
import { compileSelection } from '../../app/selection/compileSelection.ts'
import { usedAttributes } from '../../app/selection/filter/usedAttributes.ts'
import { lackingInSnapshot, type Wanted } from '../../app/selection/lackingInSnapshot.ts'
import { provenanceInSnapshot } from '../../app/selection/provenanceInSnapshot.ts'
import { roomAttributes } from '../../app/selection/roomAttributes.ts'
import { selectEntry } from '../../app/selection/selectEntry.ts'
import type { SelectionSettings } from '../../app/settings/schema.ts'
import { entryAt, selectionSettings } from './selectionSettings.ts'

/** What a run with these settings reads; an unlucky mapping reads nothing but mail. */
function reads(settings: SelectionSettings): Wanted {
  const selection = compileSelection(settings, 'ad-ds')
  const { users, rooms, groups, contacts } = settings
  const isOn = { user: users.enabled || rooms.enabled, group: groups.enabled, contact: contacts.enabled }
  const attributesOf = (kind: (typeof entryKinds)[number]) => {
    const { default: byDefault, administrator } = selection.filters[kind]
    return ['Mail', ...usedAttributes(byDefault), ...(administrator ? usedAttributes(administrator) : [])]
  }
  return {
    kinds: entryKinds.filter((kind) => isOn[kind]),
    baseDns: settings.baseDns,
    excludeDns: settings.excludeDns,
    filters: {
      user: selection.filters.user.text,
      group: selection.filters.group.text,
      contact: selection.filters.contact.text,
    },
    ownFilters: { user: users.filter, group: groups.filter, contact: contacts.filter },
    attributes: {
      user: firstSpellings([...roomAttributes(rooms), ...attributesOf('user')]),
      group: attributesOf('group'),
      contact: attributesOf('contact'),
    },
  }
}

function snapshotOf(settings: SelectionSettings): SnapshotHeader {
  return {
    ...reads(settings),
    readAt: '2026-01-01T00:00:00.000Z',
    settingsDigest: '',
    managed: [],
    groups: 'flat',
    contacts: null,
    pictures: 'none',
    organization: { kind: 'alone' },
    watermark: null,
  }
}

const lacking = (held: Partial<SelectionSettings>, wanted: Partial<SelectionSettings>) =>
  lackingInSnapshot(snapshotOf(selectionSettings(held)), reads(selectionSettings(wanted)))

const users = (filter: string) => ({ users: { enabled: true, filter } })
const groups = (...types: SelectionSettings['groups']['types']) => ({ groups: { enabled: true, types, filter: '' } })
const rooms = { rooms: { enabled: true, attributes: [] } }
const roomsOnly = { ...rooms, users: { enabled: false, filter: '' } }

test('the same settings lack nothing', () => {
  for (const parts of [{}, rooms, roomsOnly, groups('security', 'distribution'), users('(|(l=a)(l=b))')]) {
    expect(lacking(parts, parts)).toEqual([])
  }
})

test('a place that was not read is lacking', () => {
  expect(lacking({ baseDns: ['OU=a,DC=corp'] }, {})).toEqual(['the base DC=corp'])
  expect(lacking({ excludeDns: ['OU=a,DC=corp'] }, {})).toEqual(['OU=a,DC=corp, which was excluded'])
  expect(lacking({}, { baseDns: ['OU=a,DC=corp'], excludeDns: ['OU=x,OU=a,DC=corp'] })).toEqual([])
})

describe('filters', () => {
  test.each([
    ['', '(l=a)', ['the attributes l of users']],
    ['(l=a)', '(&(l=b)(l=a))', []],
    ['(&(l=a)(l=b))', '(&(&(l=a)(l=b))(l=c))', []],
    ['(l=a)', ' (l=a) ', []],
    ['(l=a)', '', ['users that the filter (l=a) left out']],
    ['(l=a)', '(l=b)', ['users that the filter (l=a) left out']],
    ['(&(l=a)(l=b))', '(l=a)', ['users that the filter (&(l=a)(l=b)) left out']],
    ['(memberOf=CN=a)', '(memberOf=CN=a)', []],
    ['(memberOf=CN=a)', '(&(memberOf=CN=a)(mail=*))', ['memberof, which only the directory can tell']],
  ])('%s to %s', (before, after, expected) => {
    expect(lacking(users(before), users(after))).toEqual(expected)
  })
})

describe('kinds', () => {
  test('that were not read are lacking', () => {
    expect(lacking({}, groups('security'))).toEqual(['groups'])
    expect(lacking({}, { contacts: { enabled: true, filter: '' } })).toEqual(['contacts'])
    expect(lacking(groups('security'), {})).toEqual([])
  })

  test('other types of groups are lacking, unless both were read', () => {
    const [onlySecurity] = lacking(groups('security'), groups('security', 'distribution'))
    expect(onlySecurity).toMatch(/^groups that the filter .*groupType.* left out$/)
    expect(lacking(groups('security'), groups('distribution'))).toHaveLength(1)
    expect(lacking(groups('security', 'distribution'), groups('security'))).toEqual([
      'the attributes grouptype of groups',
    ])
  })
})

describe('rooms', () => {
  test('need their attributes', () => {
    expect(lacking({}, rooms)).toEqual(['the attributes msExchResourceMetaData of users'])
    expect(lacking(rooms, {})).toEqual([])
    const further = { rooms: { enabled: true, attributes: [{ name: 'MAIL', equals: 'room@corp' }] } }
    expect(lacking(rooms, further)).toEqual([])
  })

  test('are there when all users are, and not the other way round', () => {
    expect(lacking(rooms, roomsOnly)).toEqual([])
    expect(lacking({}, roomsOnly)).toEqual(['the attributes msExchResourceMetaData of users'])
    expect(lacking(roomsOnly, rooms)).toEqual([expect.stringMatching(/^users that the filter .*Room.* left out$/)])
    expect(lacking(roomsOnly, {})).toHaveLength(1)
  })

  test('by other attributes are not among those that were read', () => {
    const attributes = [{ name: 'mail', equals: 'room@corp' }]
    const further = { rooms: { enabled: true, attributes }, users: roomsOnly.users }
    expect(lacking(roomsOnly, further)).toHaveLength(1)
    expect(lacking(further, roomsOnly)).toHaveLength(1)
  })

  test('that only the directory can tell are lacking', () => {
    const attributes = [{ name: 'memberOf', equals: 'CN=Rooms,DC=corp' }]
    const byGroup = { rooms: { enabled: true, attributes } }
    expect(lacking(byGroup, { ...byGroup, users: roomsOnly.users })).toEqual([
      'memberof, which only the directory can tell',
    ])
  })
})

describe('entries of a snapshot count', () => {
  const room = entryAt('CN=Aspen,DC=corp', 'user', {
    objectclass: ['top', 'person', 'user'],
    objectcategory: ['CN=Person,CN=Schema,CN=Configuration,DC=corp'],
    msexchresourcemetadata: ['ResourceType:Room'],
  })
  const ann = { ...room, attributes: { ...room.attributes, msexchresourcemetadata: [] } }
  const decided = (held: Partial<SelectionSettings>, wanted: Partial<SelectionSettings>, entry: typeof room) => {
    const selection = compileSelection(selectionSettings(wanted), 'ad-ds')
    const provenance = provenanceInSnapshot(entry.kind, snapshotOf(selectionSettings(held)), selection)
    return [provenance, selectEntry(entry, selection, provenance).kind]
  }

  test('as found by the filter while it is the same', () => {
    expect(decided(roomsOnly, roomsOnly, ann)).toEqual(['matched', 'selected'])
  })

  test('as found by the default filter while only the own one differs', () => {
    const bare = entryAt('CN=Ann,DC=corp', 'user', { l: ['a'] })
    expect(decided({}, users('l=a'), bare)).toEqual(['matched-by-default', 'selected'])
    expect(decided(users('l=a'), users('(&(l=a)(l=b))'), bare)).toEqual(['matched-by-default', 'filtered'])
  })

  test('as not filtered when what counts as a user, or as a group, is another thing now', () => {
    expect(decided(rooms, roomsOnly, room)).toEqual(['unfiltered', 'selected'])
    expect(decided(rooms, roomsOnly, ann)).toEqual(['unfiltered', 'filtered'])
    const team = entryAt('CN=Team,DC=corp', 'group', {
      objectcategory: ['CN=Group,CN=Schema,CN=Configuration,DC=corp'],
      grouptype: ['2'],
    })
    expect(decided(groups('security', 'distribution'), groups('security'), team)).toEqual(['unfiltered', 'filtered'])
    expect(decided(groups('security', 'distribution'), groups('distribution'), team)).toEqual([
      'unfiltered',
      'selected',
    ])
  })
})

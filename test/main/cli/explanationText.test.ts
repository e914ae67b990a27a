import type {
  ExplainedContact,
  ExplainedEntry,
  ExplainedGroup,
  ExplainedPicture,
  Explanation,
  PastChange,
} from '../../../app/api/explain/explanation.ts'
import type { ObjectReason } from '../../../app/model/plan.ts'
import { explanationText } from '../../../main/cli/explanationText.ts'
import { fabricatedEntry } from '../../api/explain/fabricatedEntry.ts'
import { fabricatedChange } from '../../report/fabricatedChange.ts'

const lisbon = 'CN=Lisbon,OU=Rooms,DC=corp'

function textOf(parts: Partial<ExplainedEntry>): string {
  const entry = fabricatedEntry({ dn: lisbon, ...parts })
  return [...explanationText({ ...nobody, entries: [entry] })].join('\n')
}

const nobody: Explanation = { who: 'lisbon', entries: [], link: null, resource: null, contact: null, history: [] }

test('a resource that stands for a room is told to be one', () => {
  const user = {
    kind: 'user',
    id: 'u7',
    version: null,
    active: true,
    administrator: false,
    values: { uid: 'lisbon@corp.test', room: 'room' },
    emails: [],
    photo: { kind: 'unknown' },
  } as const
  expect(textOf({ resource: { user, by: 'link', otherDomain: null } })).toContain(
    'Store     lisbon@corp.test (u7), a room, active, found by link',
  )
})

test.each([
  ['room', 'Change    becomes a room'],
  [null, 'Change    becomes an ordinary user'],
] as const)('what becomes of a room is said in words: %s', (room, line) => {
  const before = { room: room === null ? 'room' : null }
  const active = { before: true, after: true }
  expect(textOf({ pending: { attributes: ['room'], before, after: { room }, active } })).toContain(line)
})

test('the history has the words of pictures, and says why a room became a user', () => {
  const past = (change: PastChange['change'], planId: number): PastChange => ({
    planId,
    runId: planId,
    change,
    outcome: { kind: 'done', resourceId: 'u7', ignored: [] },
    told: { sign: '', word: '', tone: 'none', reason: '', result: 'done', message: '' },
  })
  const picture = fabricatedChange({ objectKind: 'avatar', kind: 'create', reason: { kind: 'picture-missing' } })
  const room = fabricatedChange({
    before: { values: { room: 'room' } },
    after: { values: { room: null } },
    reason: { kind: 'differs', attributes: ['room'] },
  })
  const text = textOf({ history: [past(picture, 9), past(room, 8)] })
  expect(text).toContain('History   plan 9: set picture, done. The store does not have it any more; it is sent again')
  expect(text).toContain('plan 8: update, done. Is no longer identified as a room: becomes an ordinary user')
})

test('a room is called one by the attribute and value that identify it, and nobody else is', () => {
  const room = { attribute: 'msExchResourceMetaData', value: 'ResourceType:Room' }
  expect(textOf({ room })).toContain('Room      yes, by msExchResourceMetaData = "ResourceType:Room"; always active')
  expect(textOf({})).not.toContain('\nRoom')
})

test.each([
  ['switched-off', 'Selected  no: contacts are switched off in the settings'],
  ['not-kept', 'Selected  no: the store keeps no contacts'],
] as const)('a kind that is %s is not selected', (kindIs, line) => {
  expect(textOf({ kind: 'contact', kindIs, contact: { resource: null, join: null, held: null } })).toContain(line)
})

const held = (reason: ObjectReason) => ({ kind: 'held', outcome: 'skipped', reason }) as const
const contactCases: ReadonlyArray<readonly [string, ExplainedContact, string]> = [
  [
    'new',
    { resource: null, join: { kind: 'create', because: 'new' }, held: null },
    'no contact of its own yet; a sync creates it',
  ],
  [
    'gone',
    { resource: null, join: { kind: 'create', because: 'resource-missing' }, held: null },
    'no contact of its own, the one that was created is gone; a sync creates it again',
  ],
  [
    "somebody else's",
    { resource: null, join: held({ kind: 'not-created-here', resourceId: 'c9' }), held: 'never touched' },
    'no contact of its own: c9 stands for the same address, was not created here, and is never touched',
  ],
  [
    'too many',
    { resource: null, join: held({ kind: 'over-cap', cap: 10_000 }), held: 'over the cap' },
    'no contact of its own. Not created: the store holds at most 10,000 contacts',
  ],
  [
    'created here',
    {
      resource: { kind: 'contact', id: 'c7', version: null, values: { uid: 'kay@x.test' }, emails: [] },
      join: { kind: 'joined', resourceId: 'c7', by: 'link' },
      held: null,
    },
    'contact kay@x.test (c7), created here',
  ],
]
test.each(contactCases)('what the store has of a contact: %s', (_, contact, line) => {
  const text = textOf({ kind: 'contact', contact })
  expect(text).toContain(`Store     ${line}`)
  expect(text).not.toContain('Guard')
})

test('a group tells its members, its nesting, and through whom it is a member of itself', () => {
  const group: ExplainedGroup = {
    name: 'Crew',
    members: { read: 1200, linked: 1100, groups: 2 },
    nesting: 'flat',
    memberOfItself: { through: ['Deck', 'Galley'] },
    resource: {
      group: { kind: 'group', id: 'g1', version: null, displayName: 'Team', externalId: null, connectorDomain: null },
      members: 1,
      by: 'link',
      otherDomain: null,
    },
    rename: { before: 'Team', after: 'Crew' },
  }
  const text = textOf({ kind: 'group', group })
  expect(text.split('\n').slice(3)).toEqual([
    'Mapped    displayName ← cn: "Crew"',
    'Linked    not yet',
    'Members   1,200 in the directory; 1,100 of them have a resource; 2 of them groups',
    'Nested    the store keeps no groups in groups: the users of the groups in it become its own members',
    'Circle    a member of itself through Deck and Galley; who is in it counts once',
    'Store     Team (g1), 1 member, found by link',
    'Change    displayName: Team → Crew',
    'History   nothing was planned for it so far',
  ])
})

test('before the first sync, a group tells no more than its members in the directory', () => {
  const group: ExplainedGroup = {
    name: 'Crew',
    members: { read: 3, linked: null, groups: null },
    nesting: 'nested',
    memberOfItself: null,
    resource: null,
    rename: null,
  }
  const text = textOf({ kind: 'group', group })
  expect(text).toContain('Members   3 in the directory\nStore     no resource yet')
  expect(text).not.toContain('Change')
})

const photo = (size: number) => ({ value: `sha256:${'a1'.repeat(32)}`, mediaType: 'image/jpeg', size })
const problem = { side: 'directory', place: 'thumbnailPhoto', remedy: 'Use a smaller one.' } as const
const told = { found: null, sent: null, change: null }
const pictureCases: ReadonlyArray<readonly [string, ExplainedPicture, readonly string[]]> = [
  [
    'sent and the same',
    {
      kind: 'looked-at',
      place: 'thumbnailPhoto',
      found: { kind: 'photo', photo: photo(9) },
      sent: photo(9),
      change: null,
      told,
    },
    [
      'Picture   thumbnailPhoto: image/jpeg, 9 bytes',
      'Sent      image/jpeg, 9 bytes',
      '          a sync would send nothing: the same picture as was sent last',
    ],
  ],
  [
    'new',
    {
      ...{ kind: 'looked-at', place: 'https://pictures.test/a.jpg', sent: null, told },
      found: { kind: 'photo', photo: photo(9) },
      change: { kind: 'create', objectKind: 'avatar', reason: { kind: 'picture-new' }, after: null },
    },
    [
      'Picture   https://pictures.test/a.jpg: image/jpeg, 9 bytes',
      'Sent      no picture so far',
      '          a sync would set it: No picture was sent yet',
    ],
  ],
  [
    'refused',
    {
      ...{ kind: 'looked-at', place: 'thumbnailPhoto', sent: photo(9), change: null, told },
      found: { kind: 'refused', problem: { ...problem, code: 'too-large', message: 'The picture is too large.' } },
    },
    [
      'Picture   thumbnailPhoto: refused. The picture is too large. Use a smaller one.',
      'Sent      image/jpeg, 9 bytes',
      '          a sync would send nothing, and leave the last one in place',
    ],
  ],
  [
    'none',
    {
      ...{ kind: 'looked-at', place: 'thumbnailPhoto', sent: null, change: null, told },
      found: { kind: 'none', problem: { ...problem, code: 'no-value', message: 'It has no value.' } },
    },
    [
      'Picture   thumbnailPhoto: none. It has no value.',
      'Sent      no picture so far',
      '          a sync would send nothing',
    ],
  ],
  [
    'not sent at all',
    {
      kind: 'not-sent',
      finding: { level: 'warning', side: 'store', subject: 'avatar', message: 'No place.', remedy: 'Switch it off.' },
    },
    ['Picture   not sent: No place. Switch it off.'],
  ],
]
test.each(pictureCases)('what becomes of a picture: %s', (_, picture, lines) => {
  expect(textOf({ picture })).toContain(lines.join('\n'))
})

test('a contact that only the store has is shown', () => {
  const contact = { kind: 'contact', id: 'c9', version: null, values: { uid: 'kay@x.test' }, emails: [] } as const
  expect([...explanationText({ ...nobody, contact })]).toContain('Store     contact kay@x.test (c9)')
  expect([...explanationText(nobody)]).toContain('Store     has no user of that name.')
})

test('entries that would have the same uid are named', () => {
  expect(textOf({ rivals: ['CN=Kim,DC=corp'] })).toContain('Conflict  the same uid as CN=Kim,DC=corp: none of them')
})

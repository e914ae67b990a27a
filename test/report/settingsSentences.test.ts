import { settingsSentences } from '../../app/report/settingsSentences.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { settingsSchema } from '../../app/settings/schema.ts'

const ordinary: SettingsInput = {
  version: 1,
  name: 'hq',
  directory: { type: 'ad-ds', servers: ['ldaps://dc1'], bind: { method: 'anonymous' } },
  store: { url: 'https://store.test/scim', auth: { method: 'bearer', token: { env: 'T' } } },
  selection: { baseDns: ['OU=A,DC=corp', 'OU=B,DC=corp'], excludeDns: ['OU=C,OU=A,DC=corp'] },
}
const said = (changes: Partial<SettingsInput> = {}) =>
  settingsSentences(settingsSchema.parse({ ...ordinary, ...changes })).map(
    ({ page, sentence }) => `${page}: ${sentence}`,
  )
const limit = { percent: 10, atLeast: 1, atMost: 1000 }

test('the default settings are said in plain words', () => {
  expect(said()).toEqual([
    'selection: All users under 2 containers, without 1 container.',
    'mapping: 23 attributes, all as they are by default.',
    'avatars: Pictures are not sent.',
    'schedule: Changes are synchronized every 4 hours.',
    'guards: Deletion limit: 5 %, at least 3, at most 500.',
    'guards: Objects in the store that no entry accounts for are kept.',
    'guards: People who left are made inactive at once, and deleted after 7 days.',
  ])
})

test('what differs from the default settings is said', () => {
  const sentences = said({
    selection: {
      baseDns: ['DC=corp'],
      users: { filter: '(l=Berlin)' },
      rooms: { enabled: true },
      groups: { enabled: true, types: ['security', 'distribution'] },
      contacts: { enabled: true },
    },
    mapping: { displayName: 'givenName + " " + sn', title: null, sn: 'sn' },
    schedule: { incremental: null, full: '0 2 * * 6' },
    guards: { deletions: { users: limit }, protected: ['root@corp.test'] },
    avatar: { enabled: true, source: 'server', pattern: 'https://pictures.corp.test/{mail}.jpg' },
    mismatched: 'delete',
    softDeleteDays: 0,
  })
  expect(sentences).toEqual([
    'selection: Users that match a filter under 1 container.',
    'selection: Rooms are identified.',
    'selection: All security and distribution groups there.',
    'selection: All contacts there.',
    'mapping: 22 attributes, 1 of them with an expression of your own.',
    'avatars: Pictures are taken from the web server pictures.corp.test.',
    'schedule: Everything is read again on Saturdays at 02:00.',
    'guards: Deletion limit of people: 10 %, at least 1, at most 1,000.',
    'guards: Deletion limit of rooms: 5 %, at least 3, at most 500.',
    'guards: Deletion limit of groups: 5 %, at least 3, at most 500.',
    'guards: Deletion limit of contacts: 5 %, at least 3, at most 500.',
    'guards: Deletion limit of pictures: 5 %, at least 3, at most 500.',
    'guards: 1 person is protected.',
    'guards: Objects in the store that no entry accounts for are deleted.',
    'guards: People who left are deleted with the next run.',
  ])
})

test('an empty schedule and no users are said too', () => {
  const sentences = said({
    schedule: { incremental: null, full: null },
    selection: { baseDns: ['DC=corp'], users: { enabled: false }, groups: { enabled: true } },
    avatar: { enabled: true, source: 'attribute', attribute: 'jpegPhoto' },
  })
  expect(sentences).toContain('schedule: Nothing is scheduled.')
  expect(sentences).toContain('selection: No users.')
  expect(sentences).toContain('selection: All security groups under 1 container.')
  expect(sentences).toContain('avatars: Pictures are taken from the attribute jpegPhoto.')
})

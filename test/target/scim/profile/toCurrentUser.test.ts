import { profiles } from '../../../../app/target/scim/profile/profiles.ts'
import { canonicalLanguage } from '../../../../app/target/scim/profile/spelling.ts'
import { toCurrentUser } from '../../../../app/target/scim/profile/toCurrentUser.ts'
import { webexServiceUrl } from '../../../../app/target/scim/profile/webexServiceUrl.ts'

const read = (user: object) =>
  toCurrentUser(profiles.generic, { versions: 'etag', pictures: 'bytes' }, { id: '1', ...user })

it.each([
  [{ roles: [{ value: 'id_full_admin' }] }, true],
  [{ roles: [{ value: '1', display: 'Full Administrator' }] }, true],
  [{ roles: [{ type: 'Admin' }] }, true],
  [{ roles: ['administrator'] }, true],
  [{ roles: [{ value: 'user' }, null] }, false],
  [{ roles: 'admin' }, false],
  [{}, false],
])('reads %j as administrator: %s', (user, administrator) => {
  expect(read(user).administrator).toBe(administrator)
})

it('takes the version from the resource itself', () => {
  expect(read({ meta: { version: 'W/"1"' } }).version).toBe('W/"1"')
  const withoutVersions = { versions: 'none', pictures: 'none' } as const
  expect(toCurrentUser(profiles.generic, withoutVersions, { meta: { version: 'W/"1"' } }).version).toBeNull()
})

it('reads what stores write carelessly', () => {
  const user = read({
    userName: 'Ann@Example.com',
    title: '',
    name: null,
    preferredLanguage: 'de_ch',
    addresses: [
      { type: 'home', locality: 'Thun' },
      { type: 'work', formatted: 'x' },
      { type: 'Work', country: 'ch' },
    ],
    phoneNumbers: [{ value: 1, type: 'work' }, 'x', { value: '2', type: 'WORK' }],
    emails: [
      { value: 'other@example.com', type: 'work' },
      { value: 'ann@example.com', type: 'work' },
    ],
  })
  expect(user.values).toEqual({
    uid: 'Ann@Example.com',
    'emails;type-work': 'other@example.com',
    preferredLanguage: 'de-CH',
    c: 'CH',
    telephoneNumber: '2',
  })
  expect(user.active).toBe(true)
})

it.each([
  ['en_us', 'en-US'],
  ['EN-us', 'en-US'],
  ['de', 'de'],
  ['es-419', 'es-419'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['', ''],
])('writes the language %s as %s', (written, canonical) => {
  expect(canonicalLanguage(written)).toBe(canonical)
})

it('turns the organization id that Webex shows into the one that SCIM takes', () => {
  const id = Buffer.from('ciscospark://us/ORGANIZATION/7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41').toString('base64')
  const decoded = 'https://webexapis.com/identity/scim/7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41/v2'
  const address = (organization: string) => `https://webexapis.com/identity/scim/${organization}/v2/`
  expect(webexServiceUrl(new URL(address(id))).href).toBe(decoded)
  expect(webexServiceUrl(new URL(address('7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41'))).href).toBe(decoded)
  expect(webexServiceUrl(new URL(address('Y2xpY2s'))).href).toBe('https://webexapis.com/identity/scim/Y2xpY2s/v2')
})

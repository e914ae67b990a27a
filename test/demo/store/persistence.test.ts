import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import { startClient, token, urns } from './storeClient.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'identity-store-'))
  file = join(folder, 'store.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps users, groups and memberships over a restart, under its new address', async () => {
  const first = await startClient({ file })
  const anna = await first.user('anna', { title: 'Guide' })
  const group = await first.group('Team', [anna])
  await first.patch(`/Users/${anna}`, { op: 'replace', path: 'title', value: 'Head' })
  await first.store.close()
  const second = await startClient({ file })
  try {
    const { body } = await second.get(`/Users/${anna}`)
    expect(body).toMatchObject({
      title: 'Head',
      meta: { version: 'W/"2"', location: `${second.store.url}/Users/${anna}` },
    })
    expect(await second.members(group)).toEqual([anna])
    expect((await second.get('/Users')).body).toMatchObject({ totalResults: 1 })
    await expect(second.user('ANNA')).rejects.toThrow('409')
  } finally {
    await second.store.close()
  }
})

it('can be closed twice, and then no longer answers', async () => {
  const client = await startClient({ file })
  await client.store.close()
  await client.store.close()
  await expect(client.get('/Users')).rejects.toThrow('fetch failed')
})

it('refuses a file of the other profile, a file that is something else, and a folder that is not there', async () => {
  const client = await startClient({ file })
  await client.store.close()
  const start = (options: object) => startIdentityStore({ file, profile: 'generic', token, ...options })
  await expect(start({ profile: 'webex' })).rejects.toMatchObject({ side: 'store', code: 'other-profile', place: file })
  const text = join(folder, 'notes.txt')
  writeFileSync(text, 'This is no database, but long enough to be taken for one at first sight.'.repeat(20))
  await expect(start({ file: text })).rejects.toMatchObject({ code: 'unreadable-file', place: text })
  const nowhere = join(folder, 'no', 'store.db')
  await expect(start({ file: nowhere })).rejects.toMatchObject({ code: 'unreadable-file', place: nowhere })
})

it('says so when its port is taken', async () => {
  const client = await startClient()
  try {
    const port = Number(new URL(client.store.url).port)
    await expect(startIdentityStore({ file, profile: 'generic', token, port })).rejects.toMatchObject({
      side: 'store',
      code: 'cannot-listen',
    })
  } finally {
    await client.store.close()
  }
})

describe('a file of the earlier layout', () => {
  const photos = [{ value: 'data:image/png;base64,iVBORw0KGgo=', type: 'photo' }]
  const link = [{ value: 'https://pictures.example/ben.png', type: 'photo' }]

  beforeEach(async () => {
    const client = await startClient({ file })
    await client.group('Team', [await client.user('anna'), await client.user('ben'), await client.user('cem')])
    await client.store.close()
    const database = new Database(file)
    const setBody = database.prepare("UPDATE resource SET body = ? WHERE name_key = ? AND kind = 'User'")
    const withPhotos = (userName: string, own: object) =>
      JSON.stringify({ schemas: [urns.user], userName, photos: own, title: '"photos"' })
    setBody.run(withPhotos('anna', photos), 'anna')
    setBody.run(withPhotos('ben', link), 'ben')
    database.exec('DROP TABLE picture; DROP TABLE contact')
    database.pragma('user_version = 1')
    database.close()
  })

  it('opens with everything in it, and takes what is new', async () => {
    const client = await startClient({ file })
    try {
      const { body } = await client.get('/Users')
      expect(body.Resources).toMatchObject([
        { userName: 'anna', title: '"photos"', photos },
        { userName: 'ben', title: '"photos"', photos: link },
        { userName: 'cem' },
      ])
      const short = await client.get('/Users?excludedAttributes=photos.value&count=1')
      expect(short.body.Resources).toMatchObject([{ title: '"photos"', photos: [{ type: 'photo' }] }])
      expect(short.text).not.toContain('data:')
      await client.contact('Carla')
    } finally {
      await client.store.close()
    }
    const again = await startClient({ file })
    expect(await again.names('/Contacts')).toEqual(['Carla'])
    await again.store.close()
  })
})

it('refuses a file of a later layout', async () => {
  const client = await startClient({ file })
  await client.store.close()
  const database = new Database(file)
  database.pragma('user_version = 99')
  database.close()
  await expect(startIdentityStore({ file, profile: 'generic', token })).rejects.toMatchObject({
    side: 'store',
    code: 'unknown-layout',
    place: file,
  })
})

it("keeps the organization's contacts over a restart", async () => {
  const schemas = 'urn:cisco:codev:identity:contact:core:1.0'
  const phoneNumbers = [{ value: '+49 30 1', type: 'work' }]
  const first = await startClient({ file, profile: 'webex' })
  const created = await first.send('POST', String(first.store.contactsUrl), { schemas, phoneNumbers })
  await first.store.close()
  const second = await startClient({ file, profile: 'webex' })
  try {
    const { body } = await second.get(`${second.store.contactsUrl}/${created.body.contactId}`)
    expect(body).toEqual(created.body)
  } finally {
    await second.store.close()
  }
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { objects, type StoreClient, startClient, urns } from './storeClient.ts'

let folder: string
let file: string
let client: StoreClient
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'identity-store-'))
  file = join(folder, 'store.db')
  client = await startClient({ file })
})
afterEach(async () => {
  await client.store.close()
  rmSync(folder, { recursive: true })
})

/** A data URI with that many bytes in it. */
function picture(bytes: number, fill = 'a'): string {
  return `data:image/jpeg;base64,${Buffer.alloc(bytes, fill).toString('base64')}`
}

const small = picture(300)
const link = 'https://pictures.example/anna.png'

/** How many pictures the file holds, read from outside of the store. */
function kept(): number {
  const database = new Database(file, { readonly: true })
  try {
    return Number(database.prepare('SELECT count(*) FROM picture').pluck().get())
  } finally {
    database.close()
  }
}

/** Takes every picture out of the file, so that an answer which looks for one would lack its value. */
function losePictures(): void {
  const database = new Database(file)
  database.exec('DELETE FROM picture')
  database.close()
}

async function photosOf(path: string): Promise<unknown> {
  return (await client.get(path)).body.photos
}

describe('a picture', () => {
  it('comes back byte for byte, up to 2 MB of it', async () => {
    const large = picture(2 * 1024 * 1024)
    const photos = [
      { type: 'photo', value: large, primary: true },
      { value: small, type: 'thumbnail' },
    ]
    const answer = await client.send('POST', '/Users', { schemas: [urns.user], userName: 'anna', photos })
    expect(answer.status).toBe(201)
    expect(answer.body.photos).toEqual(photos)
    expect(await photosOf(`/Users/${answer.body.id}`)).toEqual(photos)
    expect(objects((await client.get('/Users')).body.Resources)[0]?.photos).toEqual(photos)
    expect(kept()).toBe(2)
  })

  it('is shown for the attributes that were asked for, and no more', async () => {
    const id = await client.user('anna', { title: 'Guide', photos: [{ value: small, type: 'photo' }, { value: link }] })
    const shown = async (query: string) => {
      const one = await photosOf(`/Users/${id}?${query}`)
      const list = objects((await client.get(`/Users?${query}`)).body.Resources)[0]?.photos
      expect(list).toEqual(one)
      return one
    }
    const whole = [{ value: small, type: 'photo' }, { value: link }]
    expect(await shown('')).toEqual(whole)
    expect(await shown('attributes=photos')).toEqual(whole)
    expect(await shown('attributes=userName,photos.value')).toEqual([{ value: small }, { value: link }])
    expect(await shown('excludedAttributes=title,groups')).toEqual(whole)
    expect(await shown('excludedAttributes=photos.type')).toEqual([{ value: small }, { value: link }])
    losePictures()
    expect(await shown('excludedAttributes=photos.value')).toEqual([{ type: 'photo' }, {}])
    expect(await shown('excludedAttributes=PHOTOS.value,title')).toEqual([{ type: 'photo' }, {}])
    expect(await shown('excludedAttributes=photos')).toBeUndefined()
    expect(await shown('excludedAttributes=photos,title')).toBeUndefined()
    expect(await shown('attributes=userName')).toBeUndefined()
    expect(await shown('attributes=photos.type')).toEqual([{ type: 'photo' }, {}])
  })

  it('is left out of answers to writes and searches, too, when it was excluded', async () => {
    const body = { schemas: [urns.user], userName: 'anna', photos: [{ value: small, type: 'photo' }] }
    const created = await client.send('POST', '/Users?excludedAttributes=photos.value', body)
    expect(created.body.photos).toEqual([{ type: 'photo' }])
    const query = { schemas: [urns.search], excludedAttributes: ['photos.value'] }
    const found = await client.send('POST', '/Users/.search', query)
    expect(found.body.Resources).toMatchObject([{ photos: [{ type: 'photo' }] }])
    expect(found.text).not.toContain('base64')
  })

  it('stays when something else changes, and then costs no new version by itself', async () => {
    const boss = await client.user('boss')
    const photos = [{ value: small, type: 'photo' }]
    const id = await client.user('anna', { photos, [urns.enterprise]: { manager: { value: boss } } })
    const path = `/Users/${id}`
    await client.patch(path, { op: 'replace', path: 'title', value: 'Guide' })
    expect(await photosOf(path)).toEqual(photos)
    const same = await client.patch(path, { op: 'replace', path: 'photos', value: photos })
    expect(same.headers.get('etag')).toBe('W/"2"')
    await client.send('DELETE', `/Users/${boss}`)
    expect(await photosOf(path)).toEqual(photos)
    expect(kept()).toBe(1)
  })

  it('is replaced, added to and removed by PATCH, and by its value', async () => {
    const other = picture(400, 'b')
    const path = `/Users/${await client.user('anna', { photos: [{ value: small, type: 'photo' }] })}`
    await client.patch(path, { op: 'replace', path: 'photos[type eq "photo"].value', value: other })
    expect(await photosOf(path)).toEqual([{ value: other, type: 'photo' }])
    expect(kept()).toBe(1)
    await client.patch(path, { op: 'add', path: 'photos', value: [{ value: small, type: 'thumbnail' }] })
    expect(kept()).toBe(2)
    await client.patch(path, { op: 'remove', path: `photos[value eq "${other}"]` })
    expect(await photosOf(path)).toEqual([{ value: small, type: 'thumbnail' }])
    await client.patch(path, { op: 'replace', path: 'photos', value: [{ value: link, type: 'photo' }] })
    expect(await photosOf(path)).toEqual([{ value: link, type: 'photo' }])
    expect(kept()).toBe(0)
  })

  it('is freed with its user, not with another who has the same', async () => {
    const photos = [{ value: small, type: 'photo' }]
    const anna = await client.user('anna', { photos })
    const ben = await client.user('ben', { photos })
    await client.send('DELETE', `/Users/${anna}`)
    expect(await photosOf(`/Users/${ben}`)).toEqual(photos)
    await client.send('PUT', `/Users/${ben}`, { schemas: [urns.user], userName: 'ben' })
    expect(await photosOf(`/Users/${ben}`)).toBeUndefined()
    expect(kept()).toBe(0)
  })

  it('can be filtered by', async () => {
    await client.user('anna', { photos: [{ value: small, type: 'photo' }] })
    await client.user('ben', { photos: [{ value: link, type: 'photo' }] })
    await client.user('cem')
    expect(await client.filter('/Users', 'photos pr')).toEqual(['anna', 'ben'])
    expect(await client.filter('/Users', 'photos.value sw "data:"')).toEqual(['anna'])
    expect(await client.filter('/Users', 'not (photos.value pr)')).toEqual(['cem'])
  })

  it('is not touched by what only looks like a reference to one', async () => {
    const title = ',"photos":[{"$picture":"x"}]'
    const id = await client.user('anna', {
      title,
      photos: [{ $picture: 'x', type: 'photo' }, { value: '$picture' }],
      [urns.enterprise]: { department: title },
    })
    expect((await client.get(`/Users/${id}`)).body).toMatchObject({
      title,
      photos: [{ type: 'photo' }, { value: '$picture' }],
      [urns.enterprise]: { department: title },
    })
    expect((await client.get(`/Users/${id}?excludedAttributes=photos`)).body).toMatchObject({ title })
  })

  it('stays as it was when the store ignores photos', async () => {
    const path = `/Users/${await client.user('anna', { photos: [{ value: small }] })}`
    client.store.faults.ignoreAttributes = ['photos']
    const answer = await client.patch(path, { op: 'replace', path: 'photos', value: [{ value: picture(500) }] })
    expect(answer.body.photos).toEqual([{ value: small }])
    expect(kept()).toBe(1)
  })
})

describe('a store that takes links only', () => {
  beforeEach(async () => {
    await client.store.close()
    client = await startClient({ file, pictures: 'links' })
  })

  it('refuses data URIs, in a creation, a PATCH and in bulk', async () => {
    const body = { schemas: [urns.user], userName: 'anna', photos: [{ value: small.replace('data:', 'DATA:') }] }
    const refused = await client.send('POST', '/Users', body)
    expect(refused.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
    const path = `/Users/${await client.user('ben', { photos: [{ value: link }] })}`
    const patch = await client.patch(path, { op: 'add', path: 'photos', value: [{ value: small }] })
    expect(patch.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
    const bulk = await client.bulk([{ method: 'POST', path: '/Users', bulkId: 'a', data: body }])
    expect(bulk.body.Operations).toMatchObject([{ status: '400', response: { scimType: 'invalidValue' } }])
    expect(await photosOf(path)).toEqual([{ value: link }])
  })

  it('still serves what it took before, and lets the rest of that user change', async () => {
    await client.store.close()
    client = await startClient({ file, pictures: 'bytes' })
    const path = `/Users/${await client.user('anna', { photos: [{ value: small }] })}`
    await client.store.close()
    client = await startClient({ file, pictures: 'links' })
    const answer = await client.patch(path, { op: 'replace', path: 'title', value: 'Guide' })
    expect(answer.body).toMatchObject({ title: 'Guide', photos: [{ value: small }] })
  })
})

it('takes links only on the webex profile, unless told otherwise', async () => {
  const userName = 'anna@example.com'
  const emails = [{ value: userName, type: 'work', primary: true }]
  const body = { schemas: [urns.user], userName, userType: 'user', emails, photos: [{ value: small }] }
  for (const [options, status] of [
    [{}, 400],
    [{ pictures: 'bytes' }, 201],
  ] as const) {
    const webex = await startClient({ profile: 'webex', ...options })
    expect((await webex.send('POST', '/Users', body)).status).toBe(status)
    await webex.store.close()
  }
})

it('can accept pictures and not keep them, while links stay', async () => {
  await client.store.close()
  client = await startClient({ file, pictures: 'ignored' })
  const created = await client.send('POST', '/Users', {
    schemas: [urns.user],
    userName: 'anna',
    photos: [{ value: small, type: 'photo' }],
  })
  expect(created.status).toBe(201)
  expect(created.body).not.toHaveProperty('photos')
  const path = `/Users/${created.body.id}`
  await client.patch(path, { op: 'add', path: 'photos', value: [{ value: link, type: 'photo' }] })
  const patch = await client.patch(path, { op: 'replace', path: 'photos[type eq "photo"].value', value: small })
  expect(patch.status).toBe(200)
  expect(patch.body.photos).toEqual([{ value: link, type: 'photo' }])
  expect(kept()).toBe(0)
})

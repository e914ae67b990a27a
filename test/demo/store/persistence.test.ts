import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import { startClient, token } from './storeClient.ts'

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

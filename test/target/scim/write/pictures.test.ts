import { startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import type { ScimConnectionSettings } from '../../../../app/target/scim/connectionSettings.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import type { PhotoWrite, Target, Write, WriteResult } from '../../../../app/target/target.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { type ScriptedAnswer, type ScriptedRequest, startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings, token } from '../connectionSettings.ts'

const bytes = Buffer.from([137, 80, 78, 71, 0, 255])
const picture: PhotoWrite = { kind: 'bytes', mediaType: 'image/png', bytes }
const dataUri = `data:image/png;base64,${bytes.toString('base64')}`
const set = (id: string, photo: PhotoWrite | null = picture): Write => ({ kind: 'set-photo', id, photo })

it('go one by one, and never with a list', async () => {
  const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const created = await target.write(
    [1, 2, 3].map((number) => ({ kind: 'create-user', active: true, values: { uid: `u${number}@example.com` } })),
  )
  const ids = created.map((result) => (result.kind === 'done' ? result.id : ''))
  store.requests.reset()
  expect(await target.write(ids.map((id) => set(id)))).toEqual(
    ids.map((id) => ({ kind: 'done', id, ignored: [], retries: 0 })),
  )
  expect(store.requests.all()).toEqual({ 'PATCH /Users/:id': 3, 'GET /Users/:id': 3 })
  const users = (await allOf(target.readUsers())).flat()
  expect(users.map(({ photo }) => photo)).toEqual(ids.map(() => ({ kind: 'present' })))
  const raw = await fetch(`${store.url}/Users/${ids[0]}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await raw.json()).photos).toEqual([{ type: 'photo', value: dataUri }])
  await target.close()
  await store.close()
})

it.each([
  ['ignored', [{ kind: 'done', ignored: ['photo'] }]],
  ['links', [{ kind: 'failed', code: 'refused' }]],
] as const)('are told about where the store has a mind of its own: %s', async (pictures, results) => {
  const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token, pictures })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const [created] = await target.write([{ kind: 'create-user', active: true, values: { uid: 'a@example.com' } }])
  expect(await target.write([set(created?.kind === 'done' ? created.id : '')])).toMatchObject(results)
  await target.close()
  await store.close()
})

/** A store with one user, whose photos the test answers and sees. */
async function withUser(
  photos: readonly object[],
  patch: (request: ScriptedRequest, user: { photos: unknown }) => ScriptedAnswer,
  overrides: Partial<ScimConnectionSettings>,
  action: (target: Target, requests: readonly ScriptedRequest[]) => Promise<void>,
): Promise<void> {
  const user = { id: '7', userName: 'ann@example.com', photos: photos as unknown }
  const store = await startScriptedStore((request) => {
    if (request.path === '/Users/7') {
      return request.method === 'PATCH' ? patch(request, user) : { status: 200, json: user }
    }
    return request.path === '/Users' ? { status: 200, json: { totalResults: 1, Resources: [user] } } : undefined
  })
  const target = scimTarget(connectionSettings(store.url, overrides), { clock: leapingClock() })
  await action(target, store.requests)
  await target.close()
  await store.close()
}

const result = async (target: Target, photo: PhotoWrite | null = picture): Promise<WriteResult | undefined> =>
  (await target.write([set('7', photo)]))[0]

const operationsOf = (requests: readonly ScriptedRequest[]) =>
  requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body?.Operations)

it('replace the list as a whole where the store refuses the path, and keep photos of other types', async () => {
  const thumbnail = { type: 'thumbnail', value: 'https://store.example/t.png' }
  const patch = ({ body }: ScriptedRequest, user: { photos: unknown }): ScriptedAnswer => {
    const [operation] = (body?.Operations ?? []) as { path: string; value: unknown }[]
    if (operation?.path !== 'photos') return { status: 400, json: { scimType: 'invalidPath' } }
    user.photos = operation.value
    return { status: 204 }
  }
  await withUser([thumbnail, { type: 'photo', value: 'data:,old' }], patch, {}, async (target, requests) => {
    expect(await result(target)).toMatchObject({ kind: 'done', ignored: [] })
    expect(operationsOf(requests)).toEqual([
      [{ op: 'replace', path: 'photos[type eq "photo"].value', value: dataUri }],
      [{ op: 'replace', path: 'photos', value: [thumbnail, { type: 'photo', value: dataUri }] }],
    ])
  })
})

it('count as kept when the store shows a link of its own', async () => {
  const patch = (_: ScriptedRequest, user: { photos: unknown }): ScriptedAnswer => {
    user.photos = [{ type: 'photo', value: 'https://store.example/7.png' }]
    return { status: 200, json: user }
  }
  await withUser([], patch, {}, async (target, requests) => {
    expect(await result(target)).toMatchObject({ kind: 'done', ignored: [] })
    expect(operationsOf(requests)).toEqual([
      [{ op: 'add', path: 'photos', value: [{ type: 'photo', value: dataUri }] }],
    ])
  })
})

it('are compared as bytes, whatever the spelling of the data URI', async () => {
  const other = { type: 'photo', value: `DATA:image/PNG;foo=bar;BASE64,${bytes.toString('base64').replace(/=+$/, '')}` }
  const patch = (_: ScriptedRequest, user: { photos: unknown }): ScriptedAnswer => {
    user.photos = [other]
    return { status: 204 }
  }
  await withUser([], patch, {}, async (target) => {
    expect(await result(target)).toMatchObject({ kind: 'done', ignored: [] })
  })
})

it('are sent once when the answer is lost', async () => {
  const patch = (_: ScriptedRequest, user: { photos: unknown }): ScriptedAnswer => {
    user.photos = [{ type: 'photo', value: dataUri }]
    return { status: 503 }
  }
  await withUser([], patch, {}, async (target, requests) => {
    expect(await result(target)).toMatchObject({ kind: 'done', ignored: [], retries: 1 })
    expect(operationsOf(requests)).toHaveLength(1)
  })
})

it('are left out of what is read, unless they are links', async () => {
  const patch = (): ScriptedAnswer => ({ status: 204 })
  const link = { type: 'photo', value: 'https://pictures.example/7.jpg' }
  const excluded = (requests: readonly ScriptedRequest[]) =>
    requests.filter(({ path }) => path.startsWith('/Users')).map(({ query }) => query.get('excludedAttributes'))
  await withUser([{ type: 'photo' }], patch, {}, async (target, requests) => {
    expect((await allOf(target.readUsers())).flat()[0]?.photo).toEqual({ kind: 'present' })
    await target.readUser('7')
    expect(excluded(requests)).toEqual(['photos.value', 'photos.value'])
  })
  await withUser([link], patch, { pictures: 'links' }, async (target, requests) => {
    expect((await allOf(target.readUsers())).flat()[0]?.photo).toEqual({ kind: 'link', href: link.value })
    expect(excluded(requests)).toEqual([null])
  })
})

it('are read with the rest for the session once the store refuses to leave them out', async () => {
  const store = await startScriptedStore(({ path, query }) => {
    if (!path.startsWith('/Users')) return undefined
    if (query.has('excludedAttributes')) return { status: 400, json: { detail: 'unknown parameter' } }
    const user = { id: '7', userName: 'ann@example.com', photos: [{ type: 'photo', value: dataUri }] }
    return { status: 200, json: path === '/Users' ? { totalResults: 1, Resources: [user] } : user }
  })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  expect((await allOf(target.readUsers())).flat()[0]?.photo).toEqual({ kind: 'present' })
  expect((await target.readUser('7'))?.photo).toEqual({ kind: 'present' })
  expect(store.requests.filter(({ query }) => query.has('excludedAttributes'))).toHaveLength(1)
  await target.close()
  await store.close()
})

it('have no place in a store whose schema says so', async () => {
  const core = { id: 'urn:ietf:params:scim:schemas:core:2.0:User', attributes: [{ name: 'userName' }] }
  const store = await startScriptedStore(({ path }) =>
    path === '/Schemas' ? { status: 200, json: { Resources: [core] } } : undefined,
  )
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  expect(await target.discover()).toMatchObject({ pictures: 'none', contacts: null })
  expect(await result(target)).toMatchObject({ kind: 'done', ignored: ['photo'] })
  await target.close()
  await store.close()
})

import { objects, type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.store.close())

function newUser(bulkId: string, userName = bulkId) {
  return { method: 'POST', path: '/Users', bulkId, data: { schemas: [urns.user], userName } }
}

function newGroup(bulkId: string, members: readonly string[]) {
  const data = { schemas: [urns.group], displayName: bulkId, members: members.map((value) => ({ value })) }
  return { method: 'POST', path: '/Groups', bulkId, data }
}

function idOf({ location }: { location?: unknown }): string {
  return String(location).split('/').at(-1) ?? ''
}

it('creates, changes, replaces and deletes, each with its own status', async () => {
  const anna = await client.user('anna')
  const ben = await client.user('ben')
  const answer = await client.bulk([
    newUser('cem'),
    {
      method: 'PATCH',
      path: `/Users/${anna}`,
      data: { schemas: [urns.patch], Operations: [{ op: 'add', path: 'title', value: 'Guide' }] },
    },
    { method: 'PUT', path: `/Users/${anna}`, version: 'W/"1"', data: { schemas: [urns.user], userName: 'x' } },
    { method: 'DELETE', path: `/Users/${ben}` },
    newUser('again', 'ANNA'),
  ])
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
    Operations: [
      { method: 'POST', bulkId: 'cem', version: 'W/"1"', status: '201' },
      { method: 'PATCH', location: `${client.store.url}/Users/${anna}`, version: 'W/"2"', status: '200' },
      { method: 'PUT', status: '412', response: { status: '412' } },
      { method: 'DELETE', status: '204' },
      { method: 'POST', bulkId: 'again', status: '409', response: { schemas: [urns.error], scimType: 'uniqueness' } },
    ],
  })
  expect(await client.names('/Users')).toEqual(['anna', 'cem'])
})

it('resolves bulkIds forwards and backwards, in members, managers and paths', async () => {
  const answer = await client.bulk([
    newGroup('outer', ['bulkId:inner', 'bulkId:anna']),
    newUser('anna'),
    newGroup('inner', ['bulkId:anna', 'bulkId:ben']),
    {
      ...newUser('ben'),
      data: { schemas: [urns.user], userName: 'ben', [urns.enterprise]: { manager: { value: 'bulkId:anna' } } },
    },
    {
      method: 'PATCH',
      path: '/Users/bulkId:ben',
      data: { schemas: [urns.patch], Operations: [{ op: 'add', path: 'title', value: 'Guide' }] },
    },
  ])
  const operations = objects(answer.body.Operations)
  expect(operations.map(({ status }) => status)).toEqual(['201', '201', '201', '201', '200'])
  const [outer, anna, inner, ben] = operations.map(idOf)
  expect(await client.members(String(outer))).toEqual(expect.arrayContaining([inner, anna]))
  expect(await client.members(String(inner))).toEqual(expect.arrayContaining([anna, ben]))
  expect((await client.get(`/Users/${ben}`)).body).toMatchObject({
    title: 'Guide',
    [urns.enterprise]: { manager: { value: anna } },
  })
})

it('refuses references to nothing, to what failed, and in a circle', async () => {
  await client.user('taken')
  const answer = await client.bulk([
    newGroup('a', ['bulkId:nobody']),
    newUser('failed', 'taken'),
    newGroup('b', ['bulkId:failed']),
    newGroup('c', ['bulkId:d']),
    newGroup('d', ['bulkId:c']),
  ])
  expect(objects(answer.body.Operations).map(({ status }) => status)).toEqual(['400', '409', '400', '409', '409'])
  expect(await client.names('/Groups')).toEqual([])
})

it('stops after as many failures as failOnErrors says', async () => {
  await client.user('taken')
  const operations = [newUser('a'), newUser('b', 'taken'), newUser('c'), newUser('d', 'taken'), newUser('e')]
  const answer = await client.bulk(operations, { failOnErrors: 2 })
  expect(objects(answer.body.Operations).map(({ status }) => status)).toEqual(['201', '409', '201', '409'])
  expect(await client.names('/Users')).toEqual(['taken', 'a', 'c'])
})

it('says what is wrong with a single operation', async () => {
  const data = { schemas: [urns.user], userName: 'x' }
  const answer = await client.bulk([
    { method: 'GET', path: '/Users' },
    { method: 'POST', path: '/Users', data },
    { method: 'POST', path: '/Users/1', bulkId: 'a', data },
    { method: 'DELETE', path: '/Users' },
    { method: 'POST', path: '/Things', bulkId: 'b', data },
    { method: 'DELETE', path: '/Users/none' },
  ])
  expect(objects(answer.body.Operations).map(({ status }) => status)).toEqual([
    '400',
    '400',
    '400',
    '400',
    '400',
    '404',
  ])
})

it('refuses too many operations with 413, and a body that is no bulk request', async () => {
  const many = Array.from({ length: 1001 }, (_, index) => newUser(`u${index}`))
  const answer = await client.bulk(many)
  expect(answer.status).toBe(413)
  expect(answer.body).toMatchObject({ schemas: [urns.error], status: '413' })
  expect(await client.names('/Users')).toEqual([])
  for (const body of [{}, { schemas: [urns.bulk] }, { schemas: [urns.bulk], operations: [] }]) {
    expect((await client.send('POST', '/Bulk', body)).body).toMatchObject({ scimType: 'invalidSyntax' })
  }
  expect((await client.bulk([], { failOnErrors: 0 })).status).toBe(400)
})

import { namesIn, objects, type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.store.close())

const supplier = {
  schemas: [urns.contact],
  externalId: 'supplier-1',
  displayName: 'Carla Supplier',
  name: { givenName: 'Carla', familyName: 'Supplier', formatted: 'Ms. Carla Supplier' },
  title: 'Buyer',
  organization: 'Parts Ltd',
  emails: [{ value: 'carla@parts.example', type: 'work', primary: true }],
  phoneNumbers: [
    { value: '+49 30 1', type: 'work' },
    { value: '+49 170 1', type: 'mobile' },
    { value: '+49 30 2', type: 'fax' },
  ],
  addresses: [{ streetAddress: 'Main Street 1', locality: 'Berlin', country: 'DE', type: 'work' }],
  sipAddresses: [{ value: 'sip:carla@parts.example', type: 'enterprise', primary: true }],
}

describe('a contact', () => {
  it('is created with Location, ETag, id and meta, and keeps what a contact has', async () => {
    const answer = await client.send('POST', '/Contacts', {
      ...supplier,
      active: true,
      userName: 'carla',
      shoeSize: 43,
    })
    const { id } = answer.body
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`${client.store.url}/Contacts/${id}`)
    expect(answer.headers.get('etag')).toBe('W/"1"')
    expect(answer.body).toEqual({
      ...supplier,
      id,
      meta: expect.objectContaining({
        resourceType: 'Contact',
        location: `${client.store.url}/Contacts/${id}`,
        version: 'W/"1"',
      }),
    })
    expect((await client.get(`/Contacts/${id}`)).body).toEqual(answer.body)
  })

  it('may share every value with others, and lack a name', async () => {
    for (let index = 0; index < 2; index++) {
      expect((await client.send('POST', '/Contacts', supplier)).status).toBe(201)
      expect((await client.send('POST', '/Contacts', { schemas: [urns.contact], title: 'Guide' })).status).toBe(201)
    }
    expect((await client.get('/Contacts')).body).toMatchObject({ totalResults: 4 })
    expect((await client.get('/Users')).body).toMatchObject({ totalResults: 0 })
  })

  it('is refused without its schema and with values of the wrong type', async () => {
    const wrongSchema = await client.send('POST', '/Contacts', { ...supplier, schemas: [urns.user] })
    expect(wrongSchema.body).toMatchObject({ status: '400', scimType: 'invalidSyntax' })
    const wrongType = await client.send('POST', '/Contacts', { ...supplier, organization: 5 })
    expect(wrongType.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
  })

  it('is replaced, patched and deleted, under the guard of its entity tag', async () => {
    const path = `/Contacts/${(await client.send('POST', '/Contacts', supplier)).body.id}`
    const put = await client.send('PUT', path, {
      schemas: [urns.contact],
      displayName: 'Carla',
      emails: supplier.emails,
    })
    expect(put.status).toBe(200)
    expect(put.body).not.toHaveProperty('title')
    const patch = await client.patch(
      path,
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'c@parts.example' },
      { op: 'add', path: 'sipAddresses', value: [{ value: 'sip:c@parts.example', type: 'enterprise' }] },
      { op: 'add', value: { organization: 'New Parts', 'name.givenName': 'Carla' } },
    )
    expect(patch.status).toBe(200)
    expect(patch.headers.get('etag')).toBe('W/"3"')
    expect(patch.body).toMatchObject({
      organization: 'New Parts',
      name: { givenName: 'Carla' },
      emails: [{ value: 'c@parts.example', type: 'work', primary: true }],
      sipAddresses: [{ value: 'sip:c@parts.example', type: 'enterprise' }],
    })
    expect((await client.get(path, { 'if-none-match': 'W/"3"' })).status).toBe(304)
    expect((await client.send('DELETE', path, undefined, { 'if-match': 'W/"2"' })).status).toBe(412)
    expect((await client.send('DELETE', path, undefined, { 'if-match': 'W/"3"' })).status).toBe(204)
    expect((await client.get(path)).status).toBe(404)
    expect((await client.get('/Contacts')).body).toMatchObject({ totalResults: 0 })
  })

  it('is no member of a group, and not found among users', async () => {
    const id = await client.contact('Carla')
    const group = { schemas: [urns.group], displayName: 'team', members: [{ value: id }] }
    expect((await client.send('POST', '/Groups', group)).body).toMatchObject({
      status: '400',
      scimType: 'invalidValue',
    })
    expect((await client.get(`/Users/${id}`)).status).toBe(404)
  })

  it('follows the faults that users follow', async () => {
    client.store.faults.ignoreAttributes = ['title']
    const { body } = await client.send('POST', '/Contacts', supplier)
    expect(body).not.toHaveProperty('title')
    client.store.faults.tooManyRequests = { every: 1, retryAfterSeconds: 3 }
    expect((await client.get('/Contacts')).status).toBe(429)
    expect(client.store.requests.all()).toEqual({ 'POST /Contacts': 1, 'GET /Contacts': 1 })
  })
})

describe('lists of contacts', () => {
  beforeEach(async () => {
    await client.contact('Cem', { emails: [{ value: 'cem@a.example' }], organization: 'A' })
    await client.contact('anna', { emails: [{ value: 'anna@b.example' }], organization: 'B', externalId: 'x-1' })
    await client.contact('Ben', { phoneNumbers: [{ value: '+49 30 3', type: 'mobile' }], organization: 'B' })
    await client.send('POST', '/Contacts', { schemas: [urns.contact], organization: 'C' })
  })

  it.each([
    ['displayName eq "ANNA"', ['anna']],
    ['emails.value eq "Cem@A.example"', ['Cem']],
    ['externalId eq "x-1"', ['anna']],
    ['organization eq "b" and displayName sw "b"', ['Ben']],
    ['phoneNumbers[type eq "mobile"]', ['Ben']],
    [`${urns.contact}:organization eq "A"`, ['Cem']],
  ])('find %s', async (filter, expected) => {
    expect(await client.filter('/Contacts', filter)).toEqual(expected)
  })

  it('are sorted, those without the value last', async () => {
    expect(await client.names('/Contacts?sortBy=displayName')).toEqual(['anna', 'Ben', 'Cem', 'undefined'])
    expect(await client.names('/Contacts?sortBy=displayName&sortOrder=descending&startIndex=2&count=2')).toEqual([
      'Cem',
      'Ben',
    ])
    expect(await client.names('/Contacts?sortBy=meta.created&count=2')).toEqual(['Cem', 'anna'])
  })

  it('come page by page, by index and by cursor, with the attributes that were asked for', async () => {
    expect(await client.names('/Contacts?startIndex=2&count=2')).toEqual(['anna', 'Ben'])
    const first = await client.get('/Contacts?cursor=&count=3&attributes=displayName')
    expect(Object.keys(objects(first.body.Resources)[0] ?? {}).sort()).toEqual(['displayName', 'id', 'schemas'])
    const rest = await client.get(`/Contacts?count=3&cursor=${first.body.nextCursor}`)
    expect(rest.body).toMatchObject({ itemsPerPage: 1, Resources: [{ organization: 'C' }] })
  })

  it('are searched for by a body, alone and together with users and groups', async () => {
    await client.user('user')
    const query = { schemas: [urns.search], filter: 'displayName eq "ben"' }
    expect(namesIn(await client.send('POST', '/Contacts/.search', query))).toEqual(['Ben'])
    await client.group('Ben')
    const all = await client.send('POST', '/.search', query)
    expect(objects(all.body.Resources).map(({ schemas }) => schemas)).toEqual([[urns.group], [urns.contact]])
  })
})

it('takes contacts in bulk', async () => {
  const old = await client.contact('old')
  const gone = await client.contact('gone')
  const answer = await client.bulk([
    { method: 'POST', path: '/Contacts', bulkId: 'new', data: supplier },
    {
      method: 'PATCH',
      path: `/Contacts/${old}`,
      data: { schemas: [urns.patch], Operations: [{ op: 'replace', path: 'displayName', value: 'renamed' }] },
    },
    { method: 'DELETE', path: `/Contacts/${gone}` },
  ])
  expect(objects(answer.body.Operations).map(({ status }) => status)).toEqual(['201', '200', '204'])
  expect(await client.names('/Contacts')).toEqual(['renamed', 'Carla Supplier'])
})

describe('a limit of contacts', () => {
  it('refuses one more, by itself and in bulk, until there is room', async () => {
    await client.store.close()
    client = await startClient({ contactsAtMost: 2 })
    const first = await client.contact('first')
    await client.contact('second')
    const answer = await client.send('POST', '/Contacts', supplier)
    expect(answer.body).toMatchObject({ schemas: [urns.error], status: '400', scimType: 'tooMany' })
    const bulk = await client.bulk([{ method: 'POST', path: '/Contacts', bulkId: 'a', data: supplier }])
    expect(bulk.body.Operations).toMatchObject([{ status: '400', response: { scimType: 'tooMany' } }])
    await client.user('a user is no contact')
    await client.send('DELETE', `/Contacts/${first}`)
    await client.contact('third')
    expect(await client.names('/Contacts')).toEqual(['second', 'third'])
  })
})

it('can be without contacts, and says so everywhere', async () => {
  await client.store.close()
  client = await startClient({ contacts: 'absent' })
  expect((await client.send('POST', '/Contacts', supplier)).status).toBe(404)
  expect((await client.get('/Contacts')).status).toBe(404)
  expect((await client.send('POST', '/Contacts/.search', {})).status).toBe(404)
  expect((await client.get('/ResourceTypes')).body).toMatchObject({ totalResults: 2 })
  expect((await client.get('/ResourceTypes/Contact')).status).toBe(404)
  expect((await client.get('/Schemas')).text).not.toContain(urns.contact)
  const bulk = await client.bulk([{ method: 'POST', path: '/Contacts', bulkId: 'a', data: supplier }])
  expect(bulk.body.Operations).toMatchObject([{ status: '400' }])
  await client.user('anna')
  expect(namesIn(await client.send('POST', '/.search', { schemas: [urns.search] }))).toEqual(['anna'])
})

import { type Answer, objects, type StoreClient, startClient } from './storeClient.ts'

const schemas = 'urn:cisco:codev:identity:contact:core:1.0'

let client: StoreClient
let url: string
beforeEach(() => start({}))
afterEach(() => client.store.close())

async function start(options: Parameters<typeof startClient>[0]): Promise<void> {
  client = await startClient({ profile: 'webex', ...options })
  url = String(client.store.contactsUrl)
}

const json = { 'content-type': 'application/json' }

function send(method: string, path: string, body?: object): Promise<Answer> {
  return client.send(method, `${url}${path}`, body, json)
}

function create(contact: object): Promise<Answer> {
  return send('POST', '', { schemas, ...contact })
}

async function created(contact: object): Promise<string> {
  const answer = await create(contact)
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
  return String(answer.body.contactId)
}

const named = (displayName: string, address = `${displayName.toLowerCase()}@example.com`) => ({
  displayName,
  emails: [{ value: address, type: 'work', primary: true }],
})

async function search(query: string): Promise<readonly unknown[]> {
  return objects((await send('GET', `/search?${query}`)).body.result).map(({ displayName }) => displayName)
}

const carla = {
  displayName: 'Carla Supplier',
  firstName: 'Carla',
  lastName: 'Supplier',
  companyName: 'Parts Ltd',
  title: 'Buyer',
  address: 'Main Street 1, Berlin',
  addressInfo: { city: 'Berlin', country: 'DE', state: 'BE', street: 'Main Street 1', zipCode: '10115' },
  avatarURL: 'https://pictures.example/carla.png',
  primaryContactMethod: 'PHONE',
  emails: [{ value: 'carla@parts.example', type: 'work', primary: true }],
  phoneNumbers: [
    { value: '+49 30 1', type: 'work', primary: true },
    { value: '+49 170 1', type: 'mobile', primary: false },
  ],
  sipAddresses: [{ value: 'carla@sip.parts.example', type: 'enterprise', primary: true }],
  ims: [{ value: 'carla', type: 'xmpp', primary: true }],
}

it('stands at the origin under the organization, and is closed without a token', async () => {
  const { origin } = new URL(client.store.url)
  expect(url).toMatch(new RegExp(`^${origin}/v1/contacts/organizations/[0-9a-f-]{36}/contacts$`))
  const refused = await fetch(`${url}/search`)
  expect(refused.status).toBe(401)
  expect(await refused.json()).toEqual({
    message: 'A valid bearer token is needed.',
    errors: [{ description: 'A valid bearer token is needed.' }],
    trackingId: expect.any(String),
  })
  expect((await client.get('/Contacts')).status).toBe(404)
  const elsewhere = url.replace(/organizations\/[^/]+/, 'organizations/11111111-2222-3333-4444-555555555555')
  expect((await client.get(`${elsewhere}/search`)).status).toBe(404)
})

describe('one contact', () => {
  it('is created and read with all that was sent and what the store gives', async () => {
    const answer = await create({ ...carla, shoeSize: 43, contactId: 'mine' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.body).toEqual({
      ...carla,
      schemas,
      contactId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      meta: { created: expect.any(String), lastModified: expect.any(String) },
      source: 'CH',
      isMigration: false,
      orgId: expect.any(String),
    })
    expect((await send('GET', `/${answer.body.contactId}`)).body).toEqual(answer.body)
  })

  it.each([
    ['no address of any kind', { displayName: 'Nobody' }],
    ['empty lists', { displayName: 'Nobody', emails: [], phoneNumbers: [], sipAddresses: null }],
    ['another schema', { ...carla, schemas: 'urn:other' }],
    ['schemas as an array', { ...carla, schemas: [schemas] }],
    ['a source that is not known', { ...carla, source: 'AD' }],
    ['a contact method that is not known', { ...carla, primaryContactMethod: 'LETTER' }],
    ['a list that is none', { emails: 'carla@parts.example' }],
    ['an item without a value', { emails: [{ type: 'work' }] }],
    ['a type that is not known', { phoneNumbers: [{ value: '1', type: 'satellite' }] }],
    ['a text that is none', { ...carla, title: 5 }],
  ])('is refused with %s', async (_, contact) => {
    const answer = await create(contact)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      message: expect.any(String),
      errors: [{ description: answer.body.message }],
      trackingId: expect.any(String),
    })
    expect((await send('GET', '/search')).body).toMatchObject({ total: 0 })
  })

  it('is refused when the body is no JSON or names no schema', async () => {
    const broken = await client.send('POST', url, '{"a":', json)
    expect(broken.status).toBe(400)
    expect(broken.body).toHaveProperty('trackingId')
    expect((await send('POST', '', carla)).status).toBe(400)
  })

  it('needs only a name when it comes from Webex for BroadWorks', async () => {
    expect((await create({ displayName: 'Listed', source: 'Webex4Broadworks' })).status).toBe(201)
    expect((await create({ firstName: 'Nameless', source: 'Webex4Broadworks' })).status).toBe(400)
  })

  it('has its texts replaced and cleared, and keeps what was not named', async () => {
    const id = await created(carla)
    const answer = await send('PATCH', `/${id}`, {
      schemas,
      title: 'Head of Buying',
      companyName: null,
      address: '',
      addressInfo: { city: 'Hamburg', state: null },
    })
    expect(answer.status).toBe(200)
    const { body } = await send('GET', `/${id}`)
    expect(body).toMatchObject({ title: 'Head of Buying', firstName: 'Carla', emails: carla.emails })
    expect(body.addressInfo).toEqual({ city: 'Hamburg', country: 'DE', street: 'Main Street 1', zipCode: '10115' })
    expect(body).not.toHaveProperty('companyName')
    expect(body).not.toHaveProperty('address')
  })

  it('answers 404 for a contact that is not there, and 204 when one is deleted', async () => {
    const id = await created(carla)
    const gone = await send('DELETE', `/${id}`)
    expect(gone.status).toBe(204)
    expect(gone.text).toBe('')
    for (const method of ['GET', 'DELETE']) expect((await send(method, `/${id}`)).status).toBe(404)
    const answer = await send('PATCH', `/${id}`, { title: 'x' })
    expect(answer.status).toBe(404)
    expect(answer.body).toHaveProperty('message', `There is no contact with the id ${id}.`)
  })
})

describe('a list in an update', () => {
  const [work, mobile] = carla.phoneNumbers

  it.each([
    ['adds a type that is not there', [{ value: '9', type: 'fax' }], [work, mobile, { value: '9', type: 'fax' }]],
    ['replaces the one of its type', [{ value: '9', type: 'mobile' }], [work, { value: '9', type: 'mobile' }]],
    ['removes by value', [{ value: '+49 170 1', operation: 'delete' }], [work]],
    ['removes by value and type', [{ ...mobile, operation: 'delete' }], [work]],
    ['removes none of another type', [{ ...mobile, type: 'work', operation: 'delete' }], [work, mobile]],
    ['removes none of another value', [{ value: '9', type: 'work', operation: 'delete' }], [work, mobile]],
    [
      'replaces by a deletion and an addition',
      [
        { ...work, operation: 'delete' },
        { value: '9', type: 'work' },
      ],
      [mobile, { value: '9', type: 'work' }],
    ],
    [
      'keeps two of one type that come together',
      [
        { value: '8', type: 'work' },
        { value: '9', type: 'work' },
      ],
      [{ value: '8', type: 'work' }, mobile, { value: '9', type: 'work' }],
    ],
    [
      'keeps one primary',
      [{ value: '9', type: 'fax', primary: true }],
      [{ ...work, primary: false }, mobile, { value: '9', type: 'fax', primary: true }],
    ],
    ['is not changed by an empty one', [], [work, mobile]],
  ])('%s', async (_, phoneNumbers, expected) => {
    const id = await created(carla)
    const { status, body } = await send('PATCH', `/${id}`, { schemas, phoneNumbers })
    expect(status).toBe(200)
    expect(body.phoneNumbers).toEqual(expected)
    expect(body.emails).toEqual(carla.emails)
  })

  it('is cleared by null, and refuses other operations', async () => {
    const id = await created(carla)
    expect((await send('PATCH', `/${id}`, { phoneNumbers: null })).body).not.toHaveProperty('phoneNumbers')
    expect((await send('PATCH', `/${id}`, { ims: [{ value: 'a', operation: 'add' }] })).status).toBe(400)
  })
})

describe('search', () => {
  it('matches names and e-mail addresses in part, without case, in the order of creation', async () => {
    await created({ ...named('Zoe'), firstName: 'Zoe', lastName: 'Ünal' })
    await created({ ...named('Carl'), companyName: 'Zoe Ltd' })
    await created(named('Anna', 'anna.zoellner@example.com'))
    expect(await search('keyword=ZOE')).toEqual(['Zoe', 'Anna'])
    expect(await search('keyword=%C3%9CNAL')).toEqual(['Zoe'])
    expect(await search('keyword=')).toEqual(['Zoe', 'Carl', 'Anna'])
    expect(await search('keyword=%25')).toEqual([])
    await created({ displayName: 'Listed', source: 'Webex4Broadworks' })
    expect(await search('source=Webex4Broadworks')).toEqual(['Listed'])
    expect(await search('source=CH&keyword=a')).toEqual(['Zoe', 'Carl', 'Anna'])
  })

  it('gives pages from zero, a hundred by default and a thousand at most', async () => {
    for (let batch = 0; batch < 11; batch++) {
      const contacts = Array.from({ length: 100 }, (_, index) => named(`c${batch * 100 + index}`))
      await send('POST', '/bulk', { schemas, contacts })
    }
    const first = await send('GET', '/search')
    expect(first.body).toMatchObject({ start: 0, limit: 100, total: 1100 })
    expect(objects(first.body.result)).toHaveLength(100)
    const most = await send('GET', '/search?limit=5000&start=50')
    expect(most.body).toMatchObject({ start: 50, limit: 1000, total: 1100 })
    expect(objects(most.body.result)).toHaveLength(1000)
    expect(await search('limit=2&start=1098')).toEqual(['c1098', 'c1099'])
    expect(await search('start=1100')).toEqual([])
    expect((await send('GET', '/search?limit=few')).status).toBe(400)
  })
})

describe('bulk', () => {
  it('creates and updates, each by itself, and names failures by their position', async () => {
    const id = await created(carla)
    const answer = await send('POST', '/bulk', {
      schemas,
      contacts: [
        named('New'),
        { displayName: 'Nobody' },
        { contactId: id, title: 'Head' },
        { contactId: 'unknown', title: 'x' },
      ],
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      contacts: [
        expect.objectContaining({ displayName: 'New' }),
        null,
        expect.objectContaining({ contactId: id, title: 'Head', firstName: 'Carla' }),
        null,
      ],
      failedContacts: [
        { id: '1', statusCode: 400, errorCode: expect.any(String), errorMessage: expect.stringContaining('emails') },
        { id: '3', statusCode: 404, errorCode: expect.any(String), errorMessage: expect.stringContaining('unknown') },
      ],
      orgId: expect.any(String),
    })
    expect(await search('')).toEqual(['Carla Supplier', 'New'])
  })

  it('refuses more than a hundred, and what is no request', async () => {
    const contacts = Array.from({ length: 101 }, (_, index) => named(`c${index}`))
    expect((await send('POST', '/bulk', { schemas, contacts })).status).toBe(400)
    expect((await send('POST', '/bulk', { contacts: [named('a')] })).status).toBe(400)
    expect((await send('POST', '/bulk', { schemas })).status).toBe(400)
    expect(await search('')).toEqual([])
  })

  it('deletes by id, and does not mind those that are gone', async () => {
    const ids = [await created(named('Anna')), await created(named('Ben')), await created(named('Cem'))]
    const answer = await send('POST', '/bulk/delete', { schemas, objectIds: [ids[0], ids[2], 'unknown'] })
    expect(answer.status).toBe(204)
    expect(await search('')).toEqual(['Ben'])
    expect((await send('POST', '/bulk/delete', { schemas })).status).toBe(400)
  })
})

it('holds no more contacts than the organization may have', async () => {
  await client.store.close()
  await start({ contactsAtMost: 2 })
  const first = await created(named('Anna'))
  const bulk = await send('POST', '/bulk', { schemas, contacts: [named('Ben'), named('Cem')] })
  expect(bulk.body.failedContacts).toMatchObject([{ id: '1', statusCode: 400 }])
  const refused = await create(named('Cem'))
  expect(refused.status).toBe(400)
  expect(refused.body.message).toContain('2 contacts already')
  expect((await send('PATCH', `/${first}`, { title: 'x' })).status).toBe(200)
  await send('DELETE', `/${first}`)
  await created(named('Cem'))
})

it('keeps contacts apart from users', async () => {
  await client.user('anna@example.com', {
    userType: 'user',
    emails: [{ value: 'anna@example.com', type: 'work', primary: true }],
  })
  await created(carla)
  expect((await client.get('/Users')).body).toMatchObject({ totalResults: 1 })
})

describe('faults', () => {
  it('strike in turn with SCIM requests, in the shape of this interface', async () => {
    client.store.faults.tooManyRequests = { every: 2, retryAfterSeconds: 7 }
    expect((await client.get('/Users')).status).toBe(200)
    const struck = await send('GET', '/search')
    expect(struck.status).toBe(429)
    expect(struck.headers.get('retry-after')).toBe('7')
    expect(struck.body).toHaveProperty('trackingId')
    delete client.store.faults.tooManyRequests
    client.store.faults.serverErrors = { every: 1, status: 503 }
    expect((await create(carla)).status).toBe(503)
  })

  it('cut connections before and after the work', async () => {
    client.store.faults.dropBeforeWork = { every: 1, times: 1, methods: ['POST'] }
    await expect(create(named('Anna'))).rejects.toThrow('fetch failed')
    client.store.faults.dropAfterWork = { every: 1, times: 1, methods: ['POST'] }
    await expect(create(named('Ben'))).rejects.toThrow('fetch failed')
    expect(await search('')).toEqual(['Ben'])
  })

  it('make it ignore attributes and shorten pages', async () => {
    client.store.faults.ignoreAttributes = ['title', 'phoneNumbers']
    const { body } = await create(carla)
    expect(body).not.toHaveProperty('title')
    expect(body).not.toHaveProperty('phoneNumbers')
    client.store.faults.shortPages = 1
    await created(named('Anna'))
    expect((await send('GET', '/search?limit=10')).body).toMatchObject({ limit: 1, total: 2, result: [{}] })
  })
})

it('counts requests under short names', async () => {
  const id = await created(carla)
  await send('GET', `/${id}`)
  await send('GET', '/search')
  await send('POST', '/bulk', { schemas, contacts: [] })
  await send('POST', '/bulk/delete', { schemas, objectIds: [] })
  await client.get('/Users')
  expect(client.store.requests.all()).toEqual({
    'POST /contacts': 1,
    'GET /contacts/:id': 1,
    'GET /contacts/search': 1,
    'POST /contacts/bulk': 1,
    'POST /contacts/bulk/delete': 1,
    'GET /Users': 1,
  })
})

it('can be left out, and is not there on the generic profile', async () => {
  await client.store.close()
  client = await startClient({ profile: 'webex', contacts: 'absent' })
  expect(client.store.contactsUrl).toBeUndefined()
  expect((await client.get(`${url.replace(/:\d+/, `:${new URL(client.store.url).port}`)}/search`)).status).toBe(404)
  await client.store.close()
  client = await startClient()
  expect(client.store.contactsUrl).toBeUndefined()
})

import { objects, type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeAll(async () => {
  client = await startClient()
})
afterAll(() => client.store.close())

it('says what the store can do', async () => {
  const { status, body } = await client.get('/ServiceProviderConfig')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 10 * 1024 * 1024 },
    filter: { supported: true, maxResults: 1000 },
    sort: { supported: true },
    etag: { supported: true },
    changePassword: { supported: false },
    pagination: { cursor: true, index: true, defaultPaginationMethod: 'index' },
    authenticationSchemes: [{ type: 'oauthbearertoken' }],
  })
})

it('lists its schemas, and each by its URN', async () => {
  const { body } = await client.get('/Schemas')
  expect(objects(body.Resources).map(({ id }) => id)).toEqual([
    urns.user,
    urns.enterprise,
    urns.connector,
    urns.group,
    urns.connectorGroup,
    urns.contact,
  ])
  const one = await client.get(`/Schemas/${urns.connector}`)
  expect(objects(one.body.attributes).map(({ name }) => name)).toEqual([
    'sipAddresses',
    'buildingName',
    'physicalDeliveryOfficeName',
    'connectorDomain',
  ])
  expect(objects(one.body.attributes)[0]).toMatchObject({
    type: 'complex',
    multiValued: true,
    subAttributes: [{ name: 'value' }, { name: 'display' }, { name: 'type' }, { name: 'primary', type: 'boolean' }],
  })
  expect((await client.get('/Schemas/urn:none')).status).toBe(404)
})

it('lists its resource types, and each by its name', async () => {
  const { body } = await client.get('/ResourceTypes')
  expect(body).toMatchObject({
    totalResults: 3,
    Resources: [{ endpoint: '/Users' }, { endpoint: '/Groups' }, { endpoint: '/Contacts' }],
  })
  expect((await client.get('/ResourceTypes/User')).body).toMatchObject({
    schema: urns.user,
    schemaExtensions: [{ schema: urns.enterprise }, { schema: urns.connector }],
  })
  expect((await client.get('/ResourceTypes/Printer')).status).toBe(404)
})

it('answers other addresses with a SCIM error', async () => {
  const answer = await client.get('/Printers')
  expect(answer.status).toBe(404)
  expect(answer.body).toMatchObject({ schemas: [urns.error], status: '404' })
})

it('answers addresses that cannot be read with a SCIM error', async () => {
  for (const path of ['/Users/%E0%A4%A', `/Users/${'x'.repeat(600)}`, '/Users?startIndex=99999999999999999999']) {
    const answer = await client.get(path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body).toMatchObject({ schemas: [urns.error], status: String(answer.status) })
  }
})

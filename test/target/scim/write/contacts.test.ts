import { type IdentityStore, startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import type { Target, Write } from '../../../../app/target/target.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings, token } from '../connectionSettings.ts'

const vera: Write = {
  kind: 'create-contact',
  values: { uid: 'vera@partner.example', displayName: 'Vera', mobile: '1' },
}
const numbered = (count: number): Write[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'create-contact',
    values: { uid: `c${index}@partner.example`, displayName: 'Same name' },
  }))

describe.each(['generic', 'webex'] as const)('the embedded store, profile %s, with faults', (profile) => {
  let store: IdentityStore
  let target: Target
  beforeEach(async () => {
    store = await startIdentityStore({ file: ':memory:', profile, token, faults: {}, contactsAtMost: 40 })
    target = scimTarget(connectionSettings(store.url, { profile }), { clock: leapingClock() })
    await target.discover()
  })
  afterEach(async () => {
    await target.close()
    await store.close()
  })

  it.each(['dropAfterWork', 'dropBeforeWork'] as const)('creates a contact once after %s', async (fault) => {
    store.faults[fault] = { every: 1, times: 1, methods: ['POST'] }
    expect((await target.write([vera]))[0]).toMatchObject({ kind: 'done', ignored: [], retries: 1 })
    expect(await target.countContacts()).toBe(1)
  })

  it.each(['dropAfterWork', 'dropBeforeWork'] as const)(
    'creates every contact of a batch once after %s',
    async (fault) => {
      store.faults[fault] = { every: 1, times: 1, methods: ['POST'] }
      const results = await target.write([...numbered(12), ...numbered(2)])
      expect(results.map(({ kind }) => kind)).toEqual(results.map(() => 'done'))
      expect(new Set(results.map((result) => (result.kind === 'done' ? result.id : ''))).size).toBe(14)
      expect(await target.countContacts()).toBe(14)
    },
  )

  it.each([
    { title: 'Somebody else' },
    { displayName: 'Vera V' },
    { mobile: '2' },
    { telephoneNumber: '3' },
    { mobile: null },
  ])('never takes a contact for the new one that differs: %j', async (difference) => {
    const others: Write = { kind: 'create-contact', values: { ...vera.values, ...difference } }
    const [first] = await target.write([others])
    await target.close()
    target = scimTarget(connectionSettings(store.url, { profile }), { clock: leapingClock() })
    await target.discover()
    store.faults.dropBeforeWork = { every: 1, times: 1, methods: ['POST'] }
    const [second] = await target.write([vera])
    expect(second).toMatchObject({ kind: 'done', retries: 1 })
    expect(second).not.toMatchObject({ id: first?.kind === 'done' ? first.id : '' })
    expect(await target.countContacts()).toBe(2)
  })

  it('changes a contact once when the answer is lost', async () => {
    const [created] = await target.write([vera])
    const id = created?.kind === 'done' ? created.id : ''
    store.faults.dropAfterWork = { every: 1, times: 1, methods: ['PATCH'] }
    const before = { telephoneNumber: null, mobile: '1', title: null }
    const values = { telephoneNumber: '2', mobile: null, title: 'Buyer' }
    const [updated] = await target.write([{ kind: 'update-contact', id, version: null, before, values }])
    expect(updated).toMatchObject({ kind: 'done', ignored: [], retries: 1 })
    expect((await target.readContact(id))?.values).toEqual({
      uid: 'vera@partner.example',
      displayName: 'Vera',
      telephoneNumber: '2',
      title: 'Buyer',
    })
  })

  it('names what the store does not keep', async () => {
    store.faults.ignoreAttributes = ['title', 'phoneNumbers']
    const values = { ...vera.values, title: 'Buyer', manager: 'x' }
    const [created] = await target.write([{ kind: 'create-contact', values }])
    expect(created?.kind === 'done' ? [...created.ignored].sort() : created).toEqual(['manager', 'mobile', 'title'])
  })

  it('says that the store is full, and that is no conflict of names', async () => {
    const results = await target.write(numbered(42))
    expect(results.map(({ kind }) => kind)).toEqual(results.map((_, index) => (index < 40 ? 'done' : 'failed')))
    expect(results[41]).toMatchObject({ kind: 'failed', code: 'refused', message: expect.stringContaining('40') })
  })
})

describe('the contacts of an organization', () => {
  let store: IdentityStore
  let target: Target
  beforeEach(async () => {
    store = await startIdentityStore({ file: ':memory:', profile: 'webex', token })
    target = scimTarget(connectionSettings(store.url, { profile: 'webex' }), { clock: leapingClock() })
    store.requests.reset()
  })
  afterEach(async () => {
    await target.close()
    await store.close()
  })

  it('are limited, and created by bulk, each with a result of its own', async () => {
    expect((await target.discover()).contacts?.atMost).toBe(30_000)
    const nobody: Write = { kind: 'create-contact', values: { displayName: 'Without any address' } }
    const results = await target.write([...numbered(2), nobody, ...numbered(3)])
    expect(results.map(({ kind }) => kind)).toEqual(['done', 'done', 'failed', 'done', 'done', 'done'])
    expect(results[2]).toMatchObject({ code: 'refused', message: expect.stringContaining('Without any address') })
    expect(store.requests.all()).toEqual({ 'POST /contacts/bulk': 1 })
    expect((await target.write([nobody]))[0]).toMatchObject({ kind: 'failed', code: 'refused' })
  })

  it('are never deleted by bulk', async () => {
    const results = await target.write(numbered(3))
    store.requests.reset()
    await target.write(results.map((one) => ({ kind: 'delete-contact', id: one.kind === 'done' ? one.id : '' })))
    expect(store.requests.all()).toEqual({ 'DELETE /contacts/:id': 3 })
  })

  it('keep what somebody else has put into their lists', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const created = await fetch(store.contactsUrl ?? '', {
      method: 'POST',
      headers,
      body: JSON.stringify({
        schemas: 'urn:cisco:codev:identity:contact:core:1.0',
        emails: [
          { value: 'vera@partner.example', type: 'WORK' },
          { value: 'vera@home.example', type: 'home' },
        ],
        phoneNumbers: [
          { value: '1', type: 'mobile' },
          { value: '9', type: 'home' },
        ],
        addressInfo: { city: 'Berlin', street: 'Ring 1' },
      }),
    })
    const { contactId: id } = await created.json()
    const before = { uid: 'vera@partner.example', mobile: '1', telephoneNumber: null, l: 'Berlin', street: 'Ring 1' }
    const values = { uid: 'v@partner.example', mobile: null, telephoneNumber: '2', l: 'Bonn', street: null }
    const [updated] = await target.write([{ kind: 'update-contact', id, version: null, before, values }])
    expect(updated).toMatchObject({ kind: 'done', ignored: [] })
    const raw = await (await fetch(`${store.contactsUrl}/${id}`, { headers })).json()
    expect(raw).toMatchObject({
      source: 'CH',
      emails: expect.arrayContaining([
        { value: 'vera@home.example', type: 'home' },
        { value: 'v@partner.example', type: 'WORK', primary: true },
      ]),
      phoneNumbers: [
        { value: '9', type: 'home' },
        { value: '2', type: 'work' },
      ],
      addressInfo: { city: 'Bonn' },
    })
    expect(raw.emails).toHaveLength(2)
    expect(raw.addressInfo).toEqual({ city: 'Bonn' })
  })

  it('are not read before a text alone changes', async () => {
    const [created] = await target.write([vera])
    const id = created?.kind === 'done' ? created.id : ''
    store.requests.reset()
    const change = { before: { displayName: 'Vera', title: null }, values: { displayName: null, title: 'Buyer' } }
    const [updated] = await target.write([{ kind: 'update-contact', id, version: null, ...change }])
    expect(updated).toMatchObject({ kind: 'done', ignored: [] })
    expect(store.requests.all()).toEqual({ 'PATCH /contacts/:id': 1 })
    expect((await target.readContact(id))?.values).not.toHaveProperty('displayName')
  })

  it('stand at the address of the organization, whatever form its id has in the settings', async () => {
    const orgId = '7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41'
    const encoded = Buffer.from(`ciscospark://us/ORGANIZATION/${orgId}`).toString('base64url')
    const settings = connectionSettings(`${store.url.replace(orgId, encoded)}/`, { profile: 'webex' })
    const other = scimTarget(settings, { clock: leapingClock() })
    expect(await other.countContacts()).toBe(0)
    await other.close()
  })

  it('are found features of the store, and so are pictures', async () => {
    const findings = await allOf(target.check())
    const messages = (subject: string) =>
      findings.filter((one) => one.subject === subject).map(({ message }) => message)
    expect(messages('contacts')).toEqual(['Contacts can be read: 0, at most 30000.'])
    expect(messages('pictures')).toEqual(['Pictures are sent as links to them.'])
  })
})

it('are written one by one when the bulk request of the organization is refused', async () => {
  const contacts: object[] = []
  const store = await startScriptedStore(({ method, path, body }) => {
    if (path.endsWith('/contacts/bulk')) return { status: 405, json: { message: 'no' } }
    if (method !== 'POST') return undefined
    contacts.push(body ?? {})
    return { status: 201, json: { ...body, contactId: `${contacts.length}` } }
  })
  const url = store.url.replace('/scim', '/identity/scim/7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41/v2')
  const target = scimTarget(connectionSettings(url, { profile: 'webex' }), { clock: leapingClock() })
  expect((await target.write(numbered(3))).map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  await target.write(numbered(2))
  expect(store.requests.filter(({ path }) => path.endsWith('/bulk'))).toHaveLength(1)
  expect(contacts).toHaveLength(5)
  await target.close()
  await store.close()
})

it('are found under whatever name and end point the store gives them, and counted without a page where it can', async () => {
  const schema = 'urn:example:Contact'
  const store = await startScriptedStore(({ path, query }) => {
    if (path === '/ResourceTypes') {
      return { status: 200, json: { Resources: [{ name: 'contact', endpoint: 'AddressBook/', schema }] } }
    }
    if (path === '/Schemas') {
      const attributes = [{ name: 'displayName' }, { name: 'emails', subAttributes: [{ name: 'value' }] }]
      return { status: 200, json: { Resources: [{ id: schema, attributes }] } }
    }
    if (path !== '/AddressBook') return undefined
    if (query.get('count') === '0') return { status: 400, json: {} }
    if (query.has('filter')) return { status: 400, json: {} }
    const contact = { id: '1', displayName: 'Vera', emails: [{ value: 'x@example.com', type: 'home' }] }
    return { status: 200, json: { totalResults: 1, Resources: [contact] } }
  })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const { contacts } = await target.discover()
  expect([...(contacts?.attributes ?? [])].sort()).toEqual(['displayName', 'emails;type-work', 'externalId', 'uid'])
  expect(await target.countContacts()).toBe(1)
  expect((await allOf(target.findContacts(['VERA']))).flat()).toEqual([
    {
      kind: 'contact',
      id: '1',
      version: null,
      values: { uid: 'x@example.com', displayName: 'Vera' },
      emails: ['x@example.com'],
    },
  ])
  await target.close()
  await store.close()
})

import { type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
let path: string
beforeEach(async () => {
  client = await startClient()
  const id = await client.user('anna@example.com', {
    name: { givenName: 'Anna', familyName: 'Berg' },
    emails: [
      { value: 'anna@example.com', type: 'work', primary: true },
      { value: 'Anna@Home.example', type: 'home' },
    ],
    addresses: [{ type: 'work', streetAddress: '911 Universal City Plaza', locality: 'Hollywood' }],
    [urns.enterprise]: { department: 'Sales', costCenter: '4130' },
  })
  path = `/Users/${id}`
})
afterEach(() => client.store.close())

describe('add', () => {
  it('sets a single value and merges an object', async () => {
    const { status, body } = await client.patch(
      path,
      { op: 'add', path: 'title', value: 'Guide' },
      { op: 'add', path: 'name', value: { middleName: 'M' } },
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ title: 'Guide', name: { givenName: 'Anna', familyName: 'Berg', middleName: 'M' } })
  })

  it('appends to a multi-valued attribute, each value once', async () => {
    const added = { value: 'a@other.example', type: 'other' }
    await client.patch(path, { op: 'add', path: 'emails', value: [added] })
    const { body } = await client.patch(path, { op: 'add', path: 'emails', value: [added] })
    expect(body.emails).toHaveLength(3)
    expect(await client.filter('/Users', 'emails.value eq "A@Other.Example"')).toEqual(['anna@example.com'])
  })

  it('without a path takes each key by itself, dotted names and URNs too', async () => {
    const { body } = await client.patch(path, {
      op: 'add',
      value: {
        title: 'Guide',
        nothing: 'known',
        id: 'mine',
        'name.familyName': 'Bergmann',
        emails: [{ value: 'x@example.com' }],
        [urns.enterprise]: { division: 'North' },
        [`${urns.enterprise}:organization`]: 'Example',
      },
    })
    expect(body).toMatchObject({ title: 'Guide', name: { givenName: 'Anna', familyName: 'Bergmann' } })
    expect(body).not.toHaveProperty('nothing')
    expect(body.emails).toHaveLength(3)
    expect(body[urns.enterprise]).toEqual({
      department: 'Sales',
      costCenter: '4130',
      division: 'North',
      organization: 'Example',
    })
  })

  it('creates the value that a value path describes when there is none', async () => {
    const { body } = await client.patch(
      path,
      { op: 'add', path: 'phoneNumbers[type eq "mobile"].value', value: '+49 1' },
      { op: 'add', path: 'ims[type eq "xmpp" and primary eq true].value', value: 'xmpp:anna@example.com' },
    )
    expect(body).toMatchObject({
      phoneNumbers: [{ type: 'mobile', value: '+49 1' }],
      ims: [{ type: 'xmpp', primary: true, value: 'xmpp:anna@example.com' }],
    })
  })

  it('moves primary to the value that became it', async () => {
    const { body } = await client.patch(path, {
      op: 'add',
      path: 'emails',
      value: [{ value: 'new@example.com', type: 'work', primary: true }],
    })
    expect(body.emails).toMatchObject([{ primary: false }, {}, { value: 'new@example.com', primary: true }])
    const again = await client.patch(path, { op: 'replace', path: 'emails[type eq "home"].primary', value: true })
    expect(again.body.emails).toMatchObject([{ primary: false }, { primary: true }, { primary: false }])
  })
})

describe('replace', () => {
  it('reaches one value by its type, without case, and leaves the others', async () => {
    const { body } = await client.patch(
      path,
      { op: 'replace', path: 'emails[type eq "WORK"].value', value: 'berg@example.com' },
      { op: 'replace', path: 'emails[value eq "anna@home.EXAMPLE"].display', value: 'Home' },
    )
    expect(body.emails).toEqual([
      { value: 'berg@example.com', type: 'work', primary: true },
      { value: 'Anna@Home.example', type: 'home', display: 'Home' },
    ])
    expect(await client.filter('/Users', 'emails.value eq "anna@example.com"')).toEqual([])
  })

  it('understands literals with colons, dots, brackets, quotes and backslashes', async () => {
    const value = 'sip:a.b]"\\[c@example.com'
    const { body } = await client.patch(
      path,
      { op: 'add', path: 'ims', value: [{ value, type: 'xmpp' }] },
      { op: 'replace', path: `ims[value eq ${JSON.stringify(value)}].display`, value: 'found' },
    )
    expect(body.ims).toEqual([{ value, type: 'xmpp', display: 'found' }])
  })

  it('replaces a whole value, a whole list, an object by parts, and an extension by parts', async () => {
    const { body } = await client.patch(
      path,
      { op: 'replace', path: 'addresses[type eq "work"]', value: { type: 'work', country: 'DE' } },
      { op: 'replace', path: 'emails', value: [{ value: 'only@example.com' }] },
      { op: 'replace', path: 'name', value: { givenName: 'Anne' } },
      { op: 'replace', path: urns.enterprise, value: { department: 'Legal' } },
      { op: 'replace', path: `${urns.enterprise}:manager.value`, value: '42' },
    )
    expect(body).toMatchObject({
      addresses: [{ type: 'work', country: 'DE' }],
      emails: [{ value: 'only@example.com' }],
      name: { givenName: 'Anne', familyName: 'Berg' },
      [urns.enterprise]: { department: 'Legal', costCenter: '4130', manager: { value: '42' } },
    })
    expect(body.addresses).toEqual([{ type: 'work', country: 'DE' }])
  })

  it('takes op without case, core URNs in paths, and null as removal', async () => {
    const { body } = await client.patch(
      path,
      { op: 'Replace', path: `${urns.user}:name.givenName`, value: 'Anne' },
      { op: 'REPLACE', path: 'ACTIVE', value: false },
      { op: 'replace', path: 'addresses', value: null },
    )
    expect(body).toMatchObject({ name: { givenName: 'Anne' }, active: false })
    expect(body).not.toHaveProperty('addresses')
  })

  it('refuses a value path that matches nothing, and then changes nothing at all', async () => {
    const answer = await client.patch(
      path,
      { op: 'replace', path: 'title', value: 'lost' },
      { op: 'replace', path: 'phoneNumbers[type eq "fax"].value', value: '1' },
    )
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ scimType: 'noTarget' })
    expect((await client.get(path)).body).not.toHaveProperty('title')
  })
})

describe('remove', () => {
  it('takes away an attribute, a part, a matching value, and an extension', async () => {
    const { body } = await client.patch(
      path,
      { op: 'remove', path: 'addresses' },
      { op: 'remove', path: 'name.familyName' },
      { op: 'remove', path: 'emails[type eq "home" and value ew ".example"]' },
      { op: 'remove', path: urns.enterprise },
    )
    expect(body).toMatchObject({ name: { givenName: 'Anna' }, schemas: [urns.user] })
    expect(body.emails).toHaveLength(1)
    for (const name of ['addresses', urns.enterprise]) expect(body).not.toHaveProperty([name])
  })

  it('takes away values that are given as an array', async () => {
    const { body } = await client.patch(path, { op: 'remove', path: 'emails', value: [{ value: 'Anna@Home.example' }] })
    expect(body.emails).toMatchObject([{ value: 'anna@example.com' }])
  })

  it('is content when nothing is there', async () => {
    const answer = await client.patch(
      path,
      { op: 'remove', path: 'title' },
      { op: 'remove', path: 'phoneNumbers[type eq "fax"]' },
      { op: 'remove', path: `${urns.connector}:buildingName` },
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('W/"1"')
  })
})

describe('a PATCH that is refused', () => {
  it.each([
    ['a path that is not known', { op: 'add', path: 'shoeSize', value: 1 }, 'invalidPath'],
    ['brackets that do not fit', { op: 'remove', path: 'emails[type eq "work"' }, 'invalidPath'],
    ['a filter that cannot be read', { op: 'remove', path: 'emails[type is "work"]' }, 'invalidFilter'],
    ['a read-only attribute', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['a required attribute that is removed', { op: 'remove', path: 'userName' }, 'mutability'],
    ['a value of the wrong type', { op: 'replace', path: 'active', value: 'False' }, 'invalidValue'],
    ['a remove without path', { op: 'remove' }, 'noTarget'],
    ['an add without value', { op: 'add', path: 'title' }, 'invalidValue'],
    ['an unknown op', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
  ])('for %s', async (_, operation, scimType) => {
    const answer = await client.patch(path, operation)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ schemas: [urns.error], status: '400', scimType })
  })

  it('for a body that is no PatchOp', async () => {
    for (const body of [{ Operations: [] }, { schemas: [urns.patch] }, { schemas: [urns.patch], Operations: [] }, []]) {
      expect((await client.send('PATCH', path, body)).body).toMatchObject({ scimType: 'invalidSyntax' })
    }
  })
})

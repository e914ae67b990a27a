import { objects, type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.store.close())

const barbara = {
  schemas: [urns.user, urns.enterprise],
  userName: 'bjensen',
  externalId: 'bjensen-1',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
  emails: [{ value: 'bjensen@example.com', type: 'work', primary: true }],
  [urns.enterprise]: { employeeNumber: '701984', manager: { value: 'someone' } },
}

describe('creating a user', () => {
  it('answers 201 with Location, ETag, id and meta', async () => {
    const answer = await client.send('POST', '/Users', barbara)
    const { id } = answer.body
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toContain('application/scim+json')
    expect(answer.headers.get('location')).toBe(`${client.store.url}/Users/${id}`)
    expect(answer.headers.get('etag')).toBe('W/"1"')
    expect(answer.body).toMatchObject({
      ...barbara,
      active: true,
      meta: { resourceType: 'User', location: `${client.store.url}/Users/${id}`, version: 'W/"1"' },
    })
    expect((await client.get(`/Users/${id}`)).body).toEqual(answer.body)
  })

  it('accepts application/json too', async () => {
    const answer = await client.send('POST', '/Users', barbara, { 'content-type': 'application/json' })
    expect(answer.status).toBe(201)
  })

  it('refuses a userName that differs only in case', async () => {
    await client.user('User1@example.com')
    const answer = await client.send('POST', '/Users', { schemas: [urns.user], userName: 'user1@EXAMPLE.com' })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ schemas: [urns.error], status: '409', scimType: 'uniqueness' })
  })

  it('compares names beyond ASCII without case', async () => {
    await client.user('Ünal@example.com')
    expect((await client.send('POST', '/Users', { schemas: [urns.user], userName: 'ünal@example.com' })).status).toBe(
      409,
    )
    expect(await client.filter('/Users', 'userName eq "ÜNAL@example.com"')).toEqual(['Ünal@example.com'])
  })

  it('drops unknown, read-only and empty attributes, and keeps no password', async () => {
    const answer = await client.send('POST', '/Users', {
      ...barbara,
      shoeSize: 43,
      id: 'mine',
      groups: [{ value: 'x' }],
      title: null,
      photos: [],
      password: 'secret',
      'urn:example:nothing:1.0:User': { a: 1 },
    })
    expect(answer.status).toBe(201)
    expect(answer.body.id).not.toBe('mine')
    for (const name of ['shoeSize', 'groups', 'title', 'photos', 'password', 'urn:example:nothing:1.0:User']) {
      expect(answer.body).not.toHaveProperty([name])
    }
  })

  it('reads attribute names and URNs without case', async () => {
    const answer = await client.send('POST', '/Users', {
      schemas: [urns.user],
      USERNAME: 'case',
      Emails: [{ VALUE: 'a@example.com' }],
      [urns.enterprise.toUpperCase()]: { Department: 'Sales' },
    })
    expect(answer.body).toMatchObject({
      userName: 'case',
      emails: [{ value: 'a@example.com' }],
      [urns.enterprise]: { department: 'Sales' },
      schemas: [urns.user, urns.enterprise],
    })
  })

  it("keeps the product's own extension", async () => {
    const own = {
      buildingName: 'North',
      physicalDeliveryOfficeName: '4.11',
      sipAddresses: [{ value: 'sip:a@example.com', type: 'enterprise', primary: true }],
    }
    const answer = await client.send('POST', '/Users', { ...barbara, [urns.connector]: own })
    expect(answer.body[urns.connector]).toEqual(own)
  })

  it.each([
    ['active', { active: 'true' }, 'active must be true or false.'],
    ['title', { title: 5 }, 'title must be a text.'],
    ['name', { name: 'Anna' }, 'name must be an object.'],
    ['emails', { emails: 'a@example.com' }, 'emails must be an array.'],
    ['emails[0].value', { emails: [{ value: 1 }] }, 'emails[0].value must be a text.'],
    [
      'two primary values',
      {
        emails: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
      'emails must be marked primary at most once, not 2 times.',
    ],
    ['userName', { userName: '' }, 'userName is required.'],
  ])('refuses a wrong %s', async (_, attributes, detail) => {
    const answer = await client.send('POST', '/Users', { ...barbara, ...attributes })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ scimType: 'invalidValue', detail })
  })

  it('refuses what is no JSON, no object, or names no schema', async () => {
    for (const body of ['{"a":', '[]', { userName: 'x' }, { schemas: [urns.group], userName: 'x' }]) {
      const answer = await client.send('POST', '/Users', body)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidSyntax' })
    }
  })

  it('refuses another media type and a body over the limit', async () => {
    const text = await client.send('POST', '/Users', 'hello', { 'content-type': 'text/plain' })
    expect(text.status).toBe(415)
    expect(text.body).toMatchObject({ schemas: [urns.error], status: '415' })
    const large = await client.send('POST', '/Users', { ...barbara, title: 'x'.repeat(10 * 1024 * 1024) })
    expect(large.status).toBe(413)
    expect(large.body).toMatchObject({ schemas: [urns.error], status: '413' })
  })
})

describe('replacing and deleting a user', () => {
  it('replaces everything but id and creation time', async () => {
    const created = await client.send('POST', '/Users', barbara)
    const path = `/Users/${created.body.id}`
    const answer = await client.send('PUT', path, { schemas: [urns.user], userName: 'Bjensen', title: 'Guide' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('W/"2"')
    expect(answer.body).toMatchObject({ id: created.body.id, userName: 'Bjensen', title: 'Guide' })
    expect(answer.body).not.toHaveProperty('emails')
    expect(await client.filter('/Users', 'emails.value eq "bjensen@example.com"')).toEqual([])
  })

  it('refuses to take the name of another user', async () => {
    await client.user('first')
    const second = await client.user('second')
    const put = await client.send('PUT', `/Users/${second}`, { schemas: [urns.user], userName: 'FIRST' })
    expect(put.status).toBe(409)
    const patch = await client.patch(`/Users/${second}`, { op: 'replace', path: 'userName', value: 'First' })
    expect(patch.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
  })

  it('deletes with 204; then it is gone', async () => {
    const id = await client.user('leaver')
    const answer = await client.send('DELETE', `/Users/${id}`)
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    expect((await client.get(`/Users/${id}`)).body).toMatchObject({ status: '404' })
    expect((await client.send('DELETE', `/Users/${id}`)).status).toBe(404)
    expect((await client.patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'x' })).status).toBe(404)
    await client.user('leaver')
  })

  it('takes a deleted user out of groups and manager references', async () => {
    const boss = await client.user('boss')
    const worker = await client.user('worker', { [urns.enterprise]: { manager: { value: boss }, department: 'Sales' } })
    const group = await client.group('team', [boss, worker])
    await client.send('DELETE', `/Users/${boss}`)
    expect(await client.members(group)).toEqual([worker])
    const { body } = await client.get(`/Users/${worker}`)
    expect(body[urns.enterprise]).toEqual({ department: 'Sales' })
    expect(body.meta).toMatchObject({ version: 'W/"2"' })
  })

  it('does not find a user among the groups', async () => {
    const id = await client.user('anna')
    expect((await client.get(`/Groups/${id}`)).status).toBe(404)
  })
})

describe('entity tags', () => {
  it('answer 412 when the user has changed since, and do nothing', async () => {
    const id = await client.user('anna')
    const path = `/Users/${id}`
    await client.patch(path, { op: 'add', path: 'title', value: 'one' })
    const body = { schemas: [urns.patch], Operations: [{ op: 'replace', path: 'title', value: 'two' }] }
    for (const [method, content] of [
      ['PATCH', body],
      ['PUT', { schemas: [urns.user], userName: 'anna' }],
      ['DELETE', undefined],
    ] as const) {
      const answer = await client.send(method, path, content, { 'if-match': 'W/"1"' })
      expect(answer.status).toBe(412)
      expect(answer.body).toMatchObject({ status: '412' })
    }
    expect((await client.get(path)).body).toMatchObject({ title: 'one' })
    expect((await client.send('PATCH', path, body, { 'if-match': 'W/"2"' })).status).toBe(200)
    expect((await client.send('PATCH', path, body, { 'if-match': '*' })).status).toBe(200)
  })

  it('answer 304 when nothing is new', async () => {
    const id = await client.user('anna')
    expect((await client.get(`/Users/${id}`, { 'if-none-match': 'W/"1"' })).status).toBe(304)
    expect((await client.get(`/Users/${id}`, { 'if-none-match': 'W/"0"' })).status).toBe(200)
  })

  it('stay when a change changes nothing', async () => {
    const id = await client.user('anna', { title: 'same' })
    const answer = await client.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'same' })
    expect(answer.headers.get('etag')).toBe('W/"1"')
  })
})

it('shows the groups that a user is in', async () => {
  const anna = await client.user('anna')
  const group = await client.group('team', [anna])
  const { body } = await client.get(`/Users/${anna}`)
  expect(objects(body.groups)).toEqual([
    { value: group, $ref: `${client.store.url}/Groups/${group}`, display: 'team', type: 'direct' },
  ])
})

import { objects, type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeEach(async () => {
  client = await startClient({ profile: 'webex' })
})
afterEach(() => client.store.close())

function attributes(address: string) {
  return { userType: 'user', emails: [{ value: address, type: 'work', primary: true }] }
}

function user(address: string): Promise<string> {
  return client.user(address, attributes(address))
}

it('stands under the organization, with an id that can be chosen', async () => {
  expect(new URL(client.store.url).pathname).toMatch(/^\/identity\/scim\/[0-9a-f-]{36}\/v2$/)
  await client.store.close()
  client = await startClient({ profile: 'webex', orgId: '11111111-2222-3333-4444-555555555555' })
  expect(client.store.url).toContain('/identity/scim/11111111-2222-3333-4444-555555555555/v2')
  await user('anna@example.com')
  const other = client.store.url.replace('11111111', '99999999')
  expect((await client.get(`${other}/Users`)).status).toBe(404)
})

it('has no discovery and no search', async () => {
  for (const path of ['/ServiceProviderConfig', '/Schemas', '/ResourceTypes']) {
    expect((await client.get(path)).status).toBe(404)
  }
  expect((await client.send('POST', '/Users/.search', {})).status).toBe(404)
})

it('wants userType, and the primary work e-mail equal to userName', async () => {
  const base = { schemas: [urns.user], userName: 'anna@example.com' }
  for (const wrong of [
    { emails: attributes('anna@example.com').emails },
    { ...attributes('anna@example.com'), userType: 'Employee' },
    { userType: 'user' },
    attributes('other@example.com'),
    { userType: 'user', emails: [{ value: 'anna@example.com', type: 'home', primary: true }] },
  ]) {
    const answer = await client.send('POST', '/Users', { ...base, ...wrong })
    expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
  }
  const id = await client.user('anna@example.com', attributes('Anna@Example.com'))
  const name = { op: 'replace', path: 'userName', value: 'berg@example.com' }
  expect((await client.patch(`/Users/${id}`, name)).status).toBe(400)
  const email = { op: 'replace', path: 'emails[type eq "work" and primary eq true].value', value: 'berg@example.com' }
  expect((await client.patch(`/Users/${id}`, name, email)).status).toBe(200)
})

it('keeps its own extension and no other', async () => {
  const own = {
    sipAddresses: [{ value: 'anna@sip.example.com', type: 'enterprise', primary: true }],
    extensionAttribute1: ['one', 'two'],
    extensionAttribute15: ['last'],
  }
  const id = await client.user('anna@example.com', {
    ...attributes('anna@example.com'),
    [urns.webex]: { ...own, provisionSource: 'mine', extensionAttribute16: ['none'] },
    [urns.connector]: { buildingName: 'North' },
  })
  const { body } = await client.get(`/Users/${id}`)
  expect(body[urns.webex]).toEqual(own)
  expect(body).not.toHaveProperty([urns.connector])
  const patched = await client.patch(
    `/Users/${id}`,
    { op: 'replace', path: `${urns.webex}:sipAddresses[type eq "enterprise"].value`, value: 'b@sip.example.com' },
    { op: 'replace', path: `${urns.webex}:extensionAttribute1`, value: ['three'] },
  )
  expect(patched.body[urns.webex]).toMatchObject({
    sipAddresses: [{ value: 'b@sip.example.com' }],
    extensionAttribute1: ['three'],
  })
  expect(JSON.stringify(patched.body)).not.toContain('version')
  expect(patched.headers.get('etag')).toBeNull()
})

it('answers only the filters that it is known for', async () => {
  await user('anna@example.com')
  for (const filter of [
    'userName eq "ANNA@example.com"',
    'emails.value sw "anna"',
    'emails[value eq "anna@example.com"]',
    'userName ew "example.com" and emails.value sw "an"',
  ]) {
    expect(await client.filter('/Users', filter)).toEqual(['anna@example.com'])
  }
  expect(await client.filter('/Users', `${urns.enterprise}:manager.value eq "x"`)).toEqual([])
  for (const filter of [
    'externalId eq "1"',
    'active eq true',
    'meta.lastModified gt "2020-01-01T00:00:00Z"',
    'userName co "anna"',
    'userName eq "anna@example.com" or title pr',
    `${urns.enterprise}:manager.value sw "x"`,
    'id sw "1"',
  ]) {
    const answer = await client.get(`/Users?filter=${encodeURIComponent(filter)}`)
    expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidFilter' })
  }
})

it('sorts by a few attributes only, pages by 100, and knows no cursor', async () => {
  const operations = Array.from({ length: 100 }, (_, index) => ({
    method: 'POST',
    path: '/Users',
    bulkId: `u${index}`,
    data: { schemas: [urns.user], userName: `u${index}@example.com`, ...attributes(`u${index}@example.com`) },
  }))
  await client.send('POST', '/Bulk', { schemas: [urns.bulk], operations })
  await user('a@example.com')
  const page = await client.get('/Users?count=500&cursor=&sortBy=userName')
  expect(page.body).toMatchObject({ totalResults: 101, itemsPerPage: 100, startIndex: 1 })
  expect(page.body).not.toHaveProperty('nextCursor')
  expect(objects(page.body.Resources)[0]).toMatchObject({ userName: 'a@example.com' })
  expect((await client.get('/Users?sortBy=title')).status).toBe(400)
})

it('takes bulk under a lower-case key, at most 100 operations, and no PUT', async () => {
  const id = await user('anna@example.com')
  const bulk = (operations: readonly object[]) => client.send('POST', '/Bulk', { schemas: [urns.bulk], operations })
  const answer = await bulk([
    { method: 'DELETE', path: `/Users/${id}` },
    { method: 'PUT', path: `/Users/${id}`, data: {} },
  ])
  expect(answer.body).toMatchObject({ Operations: [{ status: '204' }, { status: '400' }] })
  expect((await bulk(Array.from({ length: 101 }, () => ({ method: 'DELETE', path: '/Users/x' })))).status).toBe(413)
})

it('shows members only on their own pages', async () => {
  const ids = [await user('a@example.com'), await user('b@example.com'), await user('c@example.com')]
  const group = await client.group('Team', ids)
  expect((await client.get(`/Groups/${group}`)).body).not.toHaveProperty('members')
  const list = await client.get('/Groups?filter=displayName%20eq%20%22team%22')
  expect(objects(list.body.Resources)[0]).not.toHaveProperty('members')
  const page = await client.get(`/Groups/${group}/Members?startIndex=2&count=10`)
  expect(page.body).toMatchObject({ displayName: 'Team', totalResults: 3, startIndex: 2, itemsPerPage: 2 })
  expect(page.body.members).toMatchObject([
    { value: ids[1], type: 'user', display: 'b@example.com' },
    { value: ids[2] },
  ])
  await client.patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${ids[0]}"]` })
  expect((await client.get(`/Groups/${group}/Members`)).body).toMatchObject({ totalResults: 2, itemsPerPage: 2 })
  expect((await client.get('/Groups/none/Members')).status).toBe(404)
})

it('refuses a group as a member', async () => {
  const inner = await client.group('Inner')
  const outer = await client.group('Outer')
  const answer = await client.patch(`/Groups/${outer}`, { op: 'add', path: 'members', value: [{ value: inner }] })
  expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
})

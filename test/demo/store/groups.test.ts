import { type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
let anna: string
let ben: string
let cem: string
beforeEach(async () => {
  client = await startClient()
  anna = await client.user('anna')
  ben = await client.user('ben')
  cem = await client.user('cem')
})
afterEach(() => client.store.close())

it('creates a group with its members', async () => {
  const answer = await client.send('POST', '/Groups', {
    schemas: [urns.group],
    displayName: 'Team',
    members: [{ value: anna, type: 'User', display: 'Anna' }],
  })
  const { id } = answer.body
  expect(answer.status).toBe(201)
  expect(answer.headers.get('location')).toBe(`${client.store.url}/Groups/${id}`)
  expect(answer.body).toMatchObject({
    displayName: 'Team',
    members: [{ value: anna, $ref: `${client.store.url}/Users/${anna}`, type: 'User' }],
    meta: { resourceType: 'Group', version: 'W/"1"' },
  })
  expect((await client.get(`/Groups/${id}`)).body).toEqual(answer.body)
})

it('allows groups of the same name, and groups in groups, but not a group in itself', async () => {
  const inner = await client.group('Team')
  const outer = await client.group('Team', [inner])
  const { body } = await client.get(`/Groups/${outer}`)
  expect(body.members).toMatchObject([{ value: inner, type: 'Group', $ref: `${client.store.url}/Groups/${inner}` }])
  const own = await client.patch(`/Groups/${inner}`, { op: 'add', path: 'members', value: [{ value: inner }] })
  expect(own.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
})

it('adds and removes members in every way that clients use, with 204', async () => {
  const group = await client.group('Team')
  const path = `/Groups/${group}`
  const added = await client.patch(path, { op: 'add', path: 'members', value: [{ value: anna }, { value: ben }] })
  expect(added.status).toBe(204)
  expect(added.headers.get('etag')).toBe('W/"2"')
  await client.patch(path, { op: 'Add', path: 'members', value: { value: cem } })
  expect(await client.members(group)).toEqual([anna, ben, cem])
  await client.patch(path, { op: 'remove', path: `members[value eq "${ben}"]` })
  expect(await client.members(group)).toEqual([anna, cem])
  await client.patch(path, { op: 'remove', path: 'members', value: [{ value: anna }] })
  expect(await client.members(group)).toEqual([cem])
  await client.patch(path, { op: 'replace', value: { members: [{ value: anna }, { value: ben }], displayName: 'New' } })
  expect(await client.members(group)).toEqual([anna, ben])
  await client.patch(path, { op: 'remove', path: `members[value eq "${anna}" or value eq "${ben}"]` })
  expect(await client.members(group)).toEqual([])
  await client.patch(path, { op: 'add', value: { members: [{ value: anna }] } })
  await client.patch(path, { op: 'remove', path: 'members' })
  const { body } = await client.get(path)
  expect(body).toMatchObject({ displayName: 'New' })
  expect(body).not.toHaveProperty('members')
})

it('answers a PATCH with the group when attributes are asked for', async () => {
  const group = await client.group('Team')
  const answer = await client.send('PATCH', `/Groups/${group}?attributes=displayName`, {
    schemas: [urns.patch],
    Operations: [{ op: 'replace', path: 'displayName', value: 'Crew' }],
  })
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ schemas: [urns.group], id: group, displayName: 'Crew' })
})

it('counts a member once, and a change that changes nothing not at all', async () => {
  const group = await client.group('Team', [anna, anna])
  const path = `/Groups/${group}`
  const again = await client.patch(path, { op: 'add', path: 'members', value: [{ value: anna }] })
  expect(again.headers.get('etag')).toBe('W/"1"')
  const absent = await client.patch(path, { op: 'remove', path: `members[value eq "${ben}"]` })
  expect(absent.headers.get('etag')).toBe('W/"1"')
  expect(await client.members(group)).toEqual([anna])
})

it('refuses unknown members, and then keeps everything as it was', async () => {
  const group = await client.group('Team', [anna])
  const answer = await client.patch(`/Groups/${group}`, {
    op: 'add',
    path: 'members',
    value: [{ value: ben }, { value: 'nobody' }],
  })
  expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
  expect(answer.body.detail).toContain('nobody')
  expect(await client.members(group)).toEqual([anna])
})

it('replaces a group with PUT, members too', async () => {
  const group = await client.group('Team', [anna, ben])
  const members = [{ value: ben }, { value: cem }]
  const answer = await client.send('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'Crew', members })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ displayName: 'Crew', members: [{ value: ben }, { value: cem }] })
  const rename = await client.send('PUT', `/Groups/${group}`, { schemas: [urns.group], displayName: 'Empty' })
  expect(rename.body).not.toHaveProperty('members')
})

it('leaves members out where they are not wanted', async () => {
  const group = await client.group('Team', [anna])
  for (const query of ['excludedAttributes=members', 'attributes=displayName']) {
    expect((await client.get(`/Groups/${group}?${query}`)).body).not.toHaveProperty('members')
  }
  const values = await client.get(`/Groups/${group}?attributes=members.value`)
  expect(values.body).toEqual({ schemas: [urns.group], id: group, members: [{ value: anna }] })
})

it('keeps the members when a group is deleted', async () => {
  const group = await client.group('Team', [anna])
  expect((await client.send('DELETE', `/Groups/${group}`)).status).toBe(204)
  const { body } = await client.get(`/Users/${anna}`)
  expect(body).not.toHaveProperty('groups')
})

it('holds a large group', async () => {
  const users = Array.from({ length: 1000 }, (_, index) => ({
    method: 'POST',
    path: '/Users',
    bulkId: `u${index}`,
    data: { schemas: [urns.user], userName: `user${index}` },
  }))
  await client.bulk(users)
  const group = await client.group('Big')
  for (let start = 1; start <= 1001; start += 100) {
    const { body } = await client.get(`/Users?attributes=id&count=100&startIndex=${start}`)
    const value = Object(body.Resources).map(({ id }: { id: string }) => ({ value: id }))
    await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value })
  }
  expect(await client.members(group)).toHaveLength(1003)
})

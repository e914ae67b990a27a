import { type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.store.close())

async function statuses(count: number): Promise<readonly number[]> {
  const found: number[] = []
  for (let index = 0; index < count; index++) found.push((await client.get('/Users')).status)
  return found
}

it('answers every third request with 429 and Retry-After', async () => {
  client.store.faults.tooManyRequests = { every: 3, retryAfterSeconds: 7 }
  expect(await statuses(6)).toEqual([200, 200, 429, 200, 200, 429])
  client.store.faults.tooManyRequests = { every: 1, retryAfterSeconds: 7 }
  const answer = await client.send('POST', '/Users', { schemas: [urns.user], userName: 'anna' })
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(answer.body).toMatchObject({ schemas: [urns.error], status: '429' })
  delete client.store.faults.tooManyRequests
  expect(await client.names('/Users')).toEqual([])
})

it('answers with server errors, as often as it was told', async () => {
  client.store.faults.serverErrors = { every: 1, times: 2, status: 503 }
  expect(await statuses(4)).toEqual([503, 503, 200, 200])
})

it('strikes only the methods that were named', async () => {
  client.store.faults.serverErrors = { every: 1, status: 500, methods: ['POST'] }
  expect(await statuses(2)).toEqual([200, 200])
  expect((await client.send('POST', '/Users', { schemas: [urns.user], userName: 'anna' })).status).toBe(500)
})

it('cuts the connection before the work', async () => {
  client.store.faults.dropBeforeWork = { every: 1, times: 1, methods: ['POST'] }
  await expect(client.user('anna')).rejects.toThrow('fetch failed')
  expect(await client.names('/Users')).toEqual([])
  await client.user('anna')
})

it('cuts the connection after the work', async () => {
  client.store.faults.dropAfterWork = { every: 1, times: 1, methods: ['POST'] }
  await expect(client.user('anna')).rejects.toThrow('fetch failed')
  expect(await client.names('/Users')).toEqual(['anna'])
})

it('makes requests wait, so that an impatient client gives up', async () => {
  client.store.faults.delayMilliseconds = 60_000
  const request = fetch(`${client.store.url}/Users`, { signal: AbortSignal.timeout(50) })
  await expect(request).resolves.toMatchObject({ status: 401 })
  const { authorization } = { authorization: 'Bearer test-token' }
  const patient = fetch(`${client.store.url}/Users`, { headers: { authorization }, signal: AbortSignal.timeout(100) })
  await expect(patient).rejects.toThrow(/aborted/)
})

it('accepts attributes and does not keep them', async () => {
  client.store.faults.ignoreAttributes = ['title', `${urns.enterprise}:department`, 'members']
  const id = await client.user('anna', {
    title: 'Guide',
    nickName: 'An',
    [urns.enterprise]: { department: 'Sales', division: 'North' },
  })
  const { body } = await client.get(`/Users/${id}`)
  expect(body).toMatchObject({ nickName: 'An', [urns.enterprise]: { division: 'North' } })
  expect(body).not.toHaveProperty('title')
  expect(body[urns.enterprise]).toEqual({ division: 'North' })
  const group = await client.group('Team', [id])
  const patch = await client.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: id }] })
  expect(patch.status).toBe(204)
  expect(await client.members(group)).toEqual([])
})

it('leaves an ignored attribute as it was', async () => {
  const id = await client.user('anna', { title: 'Guide', [urns.enterprise]: { department: 'Sales' } })
  client.store.faults.ignoreAttributes = ['title', `${urns.enterprise}:department`]
  const answer = await client.patch(
    `/Users/${id}`,
    { op: 'replace', path: 'title', value: 'Head' },
    { op: 'remove', path: `${urns.enterprise}:department` },
  )
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ title: 'Guide', [urns.enterprise]: { department: 'Sales' } })
})

it('answers with a page for people', async () => {
  client.store.faults.answerHtml = true
  const answer = await client.get('/Users')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(answer.text).toContain('<html>')
})

it('gives shorter pages than asked for, and still everything in the end', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await client.user(name)
  client.store.faults.shortPages = 2
  const first = await client.get('/Users?count=4')
  expect(first.body).toMatchObject({ totalResults: 5, itemsPerPage: 2 })
  expect(await client.names('/Users?startIndex=3&count=4')).toEqual(['c', 'd'])
  const byCursor = await client.get('/Users?cursor=&count=4')
  expect(await client.names(`/Users?count=4&cursor=${byCursor.body.nextCursor}`)).toEqual(['c', 'd'])
})

it('counts requests, so that a test can prove that there was none', async () => {
  const { requests } = client.store
  const id = await client.user('anna')
  await client.get(`/Users/${id}`)
  await client.get('/Users', { authorization: 'Bearer wrong' })
  expect(requests.all()).toEqual({ 'POST /Users': 1, 'GET /Users/:id': 1, 'GET /Users': 1 })
  expect(requests.count('POST', '/Users')).toBe(1)
  expect(requests.total('POST', 'PUT', 'PATCH', 'DELETE')).toBe(1)
  requests.reset()
  expect(requests.total()).toBe(0)
})

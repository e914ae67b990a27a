import { namesIn, objects, type StoreClient, startClient, urns } from './storeClient.ts'

let client: StoreClient
beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.store.close())

async function users(count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => `user${String(index).padStart(3, '0')}`)
  await client.bulk(
    names.map((userName) => ({
      method: 'POST',
      path: '/Users',
      bulkId: userName,
      data: { schemas: [urns.user], userName, title: `Title ${count - Number(userName.slice(4))}` },
    })),
  )
  return names
}

async function walk(query: string): Promise<{ names: readonly string[]; pages: number }> {
  const names: string[] = []
  let pages = 0
  for (let cursor = ''; ; pages++) {
    const answer = await client.get(`/Users?${query}&cursor=${cursor}`)
    names.push(...namesIn(answer))
    if (answer.body.nextCursor === undefined) return { names, pages: pages + 1 }
    cursor = encodeURIComponent(String(answer.body.nextCursor))
  }
}

describe('paging by index', () => {
  it('begins at 1 and says what there is', async () => {
    const names = await users(25)
    const answer = await client.get('/Users?startIndex=11&count=10')
    expect(answer.body).toMatchObject({ schemas: [urns.list], totalResults: 25, startIndex: 11, itemsPerPage: 10 })
    expect(namesIn(answer)).toEqual(names.slice(10, 20))
    expect(await client.names('/Users?startIndex=21&count=10')).toEqual(names.slice(20))
    expect(await client.names('/Users?startIndex=26&count=10')).toEqual([])
    expect(await client.names('/Users?startIndex=-3&count=2')).toEqual(names.slice(0, 2))
  })

  it('keeps to the largest page, and answers a count of 0 with the total alone', async () => {
    await users(1000)
    await client.user('one-more')
    expect(await client.names('/Users?count=5000')).toHaveLength(1000)
    expect(await client.names('/Users')).toHaveLength(100)
    for (const count of [0, -1]) {
      expect((await client.get(`/Users?count=${count}`)).body).toMatchObject({ totalResults: 1001, Resources: [] })
    }
  })

  it('pages through filtered lists', async () => {
    const names = await users(25)
    const answer = await client.get('/Users?filter=userName%20sw%20%22user01%22&startIndex=4&count=3')
    expect(answer.body).toMatchObject({ totalResults: 10, startIndex: 4, itemsPerPage: 3 })
    expect(namesIn(answer)).toEqual(names.slice(13, 16))
  })

  it('refuses numbers that are none', async () => {
    for (const query of ['count=ten', 'startIndex=1.5']) {
      expect((await client.get(`/Users?${query}`)).body).toMatchObject({ status: '400', scimType: 'invalidValue' })
    }
  })
})

describe('paging by cursor', () => {
  it('sees every user once, with the cursor empty at first and missing at the end', async () => {
    const names = await users(25)
    expect(await walk('count=10')).toEqual({ names, pages: 3 })
    expect(await walk('count=25')).toEqual({ names, pages: 1 })
    expect(await client.names('/Users?cursor&count=2')).toEqual(names.slice(0, 2))
  })

  it('misses nobody when users are deleted and created on the way', async () => {
    const names = await users(20)
    const first = await client.get('/Users?cursor=&count=10')
    const [gone] = objects(first.body.Resources)
    await client.send('DELETE', `/Users/${gone?.id}`)
    await client.user('late')
    const rest = await client.names(`/Users?count=20&cursor=${first.body.nextCursor}`)
    expect(rest).toEqual([...names.slice(10), 'late'])
  })

  it('goes through filtered and sorted lists', async () => {
    const names = await users(25)
    const filter = 'filter=userName%20co%20%22user01%22&count=3'
    expect(await walk(filter)).toEqual({ names: names.slice(10, 20), pages: 4 })
    expect((await walk('sortBy=userName&sortOrder=descending&count=7')).names).toEqual([...names].reverse())
    expect((await walk('sortBy=userName&filter=userName%20ew%20%225%22&count=2')).names).toEqual(['user005', 'user015'])
  })

  it('refuses a cursor that is not its own, or belongs to another query', async () => {
    await users(5)
    const { body } = await client.get('/Users?cursor=&count=2')
    for (const query of ['cursor=nonsense', `cursor=${body.nextCursor}&filter=title%20pr`]) {
      expect((await client.get(`/Users?${query}`)).body).toMatchObject({ status: '400', scimType: 'invalidCursor' })
    }
  })
})

describe('sorting', () => {
  beforeEach(async () => {
    await client.user('Cem', {
      name: { familyName: 'adler' },
      emails: [{ value: 'z@x' }, { value: 'b@x', primary: true }],
    })
    await client.user('anna', { name: { familyName: 'Zorn' }, emails: [{ value: 'c@x' }] })
    await client.user('Ben', { emails: [{ value: 'A@x' }] })
  })

  it.each([
    ['userName', ['anna', 'Ben', 'Cem']],
    ['userName&sortOrder=descending', ['Cem', 'Ben', 'anna']],
    ['name.familyName', ['Cem', 'anna', 'Ben']],
    ['emails', ['Ben', 'Cem', 'anna']],
    ['emails.value', ['Ben', 'Cem', 'anna']],
    ['meta.created', ['Cem', 'anna', 'Ben']],
    ['userName&filter=name%20pr', ['anna', 'Cem']],
    ['userName&startIndex=2&count=1', ['Ben']],
  ])('by %s', async (query, expected) => {
    expect(await client.names(`/Users?sortBy=${query}`)).toEqual(expected)
  })

  it('refuses an attribute that is not known', async () => {
    expect((await client.get('/Users?sortBy=shoeSize')).body).toMatchObject({ status: '400', scimType: 'invalidPath' })
  })
})

describe('attributes and excludedAttributes', () => {
  let path: string
  beforeEach(async () => {
    const id = await client.user('anna', {
      title: 'Guide',
      name: { givenName: 'Anna', familyName: 'Berg' },
      emails: [{ value: 'a@x', type: 'work' }],
      [urns.enterprise]: { department: 'Sales', division: 'North' },
    })
    path = `/Users/${id}`
  })

  it('give only what was asked for, and always id and schemas', async () => {
    const query = `attributes=USERNAME,name.givenName,emails.value,emails.type,${urns.enterprise}:department`
    const { body } = await client.get(`${path}?${query}`)
    expect(body).toEqual({
      schemas: [urns.user, urns.enterprise],
      id: path.slice(7),
      userName: 'anna',
      name: { givenName: 'Anna' },
      emails: [{ value: 'a@x', type: 'work' }],
      [urns.enterprise]: { department: 'Sales' },
    })
    const list = await client.get(`/Users?${query}`)
    expect(list.body.Resources).toEqual([body])
  })

  it('give all but what was not wanted', async () => {
    const query = `excludedAttributes=id,title,name.givenName,emails.type,meta,${urns.enterprise}:department`
    expect((await client.get(`${path}?${query}`)).body).toEqual({
      schemas: [urns.user, urns.enterprise],
      id: path.slice(7),
      active: true,
      userName: 'anna',
      name: { familyName: 'Berg' },
      emails: [{ value: 'a@x' }],
      [urns.enterprise]: { division: 'North' },
    })
    const without = await client.get(`${path}?excludedAttributes=${urns.enterprise}`)
    expect(without.body).not.toHaveProperty([urns.enterprise])
  })

  it('exclude each other, and apply to the answers of writes', async () => {
    expect((await client.get(`${path}?attributes=title&excludedAttributes=name`)).status).toBe(400)
    const answer = await client.send('POST', '/Users?attributes=userName', { schemas: [urns.user], userName: 'ben' })
    expect(answer.body).toEqual({ schemas: [urns.user], id: answer.body.id, userName: 'ben' })
  })
})

describe('.search', () => {
  it('takes a query as a body, for one kind or for all', async () => {
    await client.user('anna', { displayName: 'Anna' })
    await client.user('ben', { displayName: 'Ben' })
    await client.group('Anna')
    const query = { schemas: [urns.search], filter: 'displayName eq "anna"', attributes: ['displayName'] }
    expect(namesIn(await client.send('POST', '/Users/.search', query))).toEqual(['Anna'])
    const all = await client.send('POST', '/.search', query)
    expect(objects(all.body.Resources).map(({ schemas }) => schemas)).toEqual([[urns.user], [urns.group]])
    const page = await client.send('POST', '/.search', { schemas: [urns.search], startIndex: 2, count: 2 })
    expect(page.body).toMatchObject({ totalResults: 3, itemsPerPage: 2 })
    expect(namesIn(page)).toEqual(['ben', 'Anna'])
  })
})

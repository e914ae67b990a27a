import { type Client, ResultCodeError, type SearchOptions } from 'ldapts'
import { account, baseDn, closeAll, connect, group, people, start, tls } from './corp.ts'

afterEach(closeAll)

const all: SearchOptions = { filter: '(mail=*)', attributes: ['mail', 'objectGUID'] }

/** How many entries arrived before the search ended, and the result code or message with which it did. */
async function readPages(
  client: Client,
  base = baseDn,
  pageSize = 10,
): Promise<{ entries: number; end: number | string }> {
  let entries = 0
  try {
    for await (const page of client.searchPaginated(base, { ...all, paged: { pageSize } }))
      entries += page.searchEntries.length
  } catch (error) {
    return { entries, end: error instanceof ResultCodeError ? error.code : String(error) }
  }
  return { entries, end: 'success' }
}

test('maxPageSize cuts unpaged searches short and pages down to size', async () => {
  const { url } = await start({ entries: people(29), limits: { maxPageSize: 20 } })
  const client = connect(url)
  await expect(client.search(baseDn, all)).rejects.toMatchObject({ code: 4 })
  expect(await readPages(client, baseDn, 500)).toEqual({ entries: 30, end: 'success' })
})

test('maxValRange gives long attributes in ranges', async () => {
  const staff = people(24)
  const { url } = await start({ entries: [...staff, group('Staff', staff)], limits: { maxValRange: 10 } })
  const client = connect(url)
  const read = async (attribute: string) =>
    (await client.search(`CN=Staff,OU=Groups,${baseDn}`, { scope: 'base', attributes: [attribute] })).searchEntries[0]
  const first = await read('member')
  expect(first).toMatchObject({ member: [], 'member;range=0-9': staff.slice(0, 10).map((entry) => entry.dn) })
  expect(await read('member;range=10-*')).toHaveProperty(['member;range=10-19'])
  const last = await read('member;range=20-*')
  expect(last?.['member;range=20-*']).toEqual(staff.slice(20).map((entry) => entry.dn))
})

test.each([
  ['sizeLimit', { sizeLimit: 15 }, 4],
  ['timeLimitExceededAfter', { timeLimitExceededAfter: 15 }, 3],
  ['adminLimitExceededAfter', { adminLimitExceededAfter: 15 }, 11],
  ['pagedCookies', { pagedCookies: 'refused' as const }, 53],
])('%s ends a paged search after its first page', async (_, limits, code) => {
  const { url } = await start({ entries: people(29), limits })
  expect(await readPages(connect(url))).toEqual({ entries: 10, end: code })
})

test('a limit that equals the number of entries is not exceeded', async () => {
  const { url } = await start({ entries: people(29), limits: { sizeLimit: 30, timeLimitExceededAfter: 30 } })
  expect(await readPages(connect(url))).toEqual({ entries: 30, end: 'success' })
})

test('cutAfterEntries and cutAfterPages cut the connection, and can be switched off while running', async () => {
  const directory = await start({ entries: people(29), limits: { cutAfterEntries: 15 } })
  expect(await readPages(connect(directory.url))).toMatchObject({ entries: 10, end: expect.stringContaining('closed') })
  directory.limits.cutAfterEntries = undefined
  directory.limits.cutAfterPages = 2
  expect(await readPages(connect(directory.url))).toMatchObject({ entries: 20, end: expect.stringContaining('closed') })
  directory.limits.cutAfterPages = undefined
  expect(await readPages(connect(directory.url))).toEqual({ entries: 30, end: 'success' })
})

test('continuationAfter names another server once, among the entries', async () => {
  const urls = ['ldap://dc2.corp.example/DC=corp,DC=example']
  const { url } = await start({ entries: people(29), limits: { continuationAfter: { entries: 12, urls } } })
  const client = connect(url)
  const { searchEntries, searchReferences } = await client.search(baseDn, all)
  expect([searchEntries.length, searchReferences]).toEqual([30, urls])
  const paged: string[] = []
  for await (const page of client.searchPaginated(baseDn, { ...all, paged: { pageSize: 10 } }))
    paged.push(...page.searchReferences)
  expect(paged).toEqual(urls)
})

test('bases can be referred elsewhere, forbidden, missing or hidden', async () => {
  const directory = await start({ entries: people(3) })
  const client = connect(directory.url)
  const plant = `OU=Plant,${baseDn}`
  directory.limits.referralFor = { baseDn: plant, urls: ['ldap://dc2.corp.example/'] }
  expect(await readPages(client, plant)).toMatchObject({ end: 10 })
  directory.limits.referralFor = undefined
  directory.limits.insufficientAccessFor = [plant]
  expect(await readPages(client, plant)).toMatchObject({ end: 50 })
  directory.limits.insufficientAccessFor = undefined
  directory.limits.noSuchObjectFor = [plant]
  expect(await readPages(client, plant)).toMatchObject({ end: 32 })
  expect(await readPages(client)).toEqual({ entries: 4, end: 'success' })
  directory.limits.noSuchObjectFor = undefined
  directory.limits.hiddenBases = [plant]
  expect(await readPages(client, plant)).toMatchObject({ end: 32 })
  expect(await readPages(client)).toEqual({ entries: 1, end: 'success' })
})

test('hiddenAttributes neither come nor match', async () => {
  const hiddenAttributes = [{ attribute: 'objectGUID', baseDn: `OU=Plant,${baseDn}` }]
  const { url } = await start({ entries: people(2), limits: { hiddenAttributes } })
  const client = connect(url)
  const { searchEntries } = await client.search(baseDn, all)
  expect(searchEntries.map((entry) => Number(entry.objectGUID?.length) > 0)).toEqual([true, false, false])
  expect((await client.search(baseDn, { filter: '(&(mail=*)(objectGUID=*))' })).searchEntries).toHaveLength(1)
})

test('searches and binds can be refused as busy or unavailable', async () => {
  const { url } = await start({ users: [account], limits: { refuseBinds: 'unavailable', refuseSearches: 'busy' } })
  const client = connect(url)
  await expect(client.bind(account.dn, account.password)).rejects.toMatchObject({ code: 52 })
  await expect(client.search(baseDn)).rejects.toMatchObject({ code: 51 })
})

test('simple binds can be made to need TLS', async () => {
  const { url } = await start({ users: [account], tls, limits: { simpleBinds: 'need-tls' } })
  const client = connect(url)
  await expect(client.bind(account.dn, account.password)).rejects.toMatchObject({ code: 8 })
  await client.startTLS({ ca: tls.cert, servername: 'dc1.corp.example' })
  await client.bind(account.dn, account.password)
})

test('pageDelay lets other requests pass, and a cut ends the waiting', async () => {
  const directory = await start({ entries: people(3), limits: { pageDelay: 30_000 } })
  const waiting = connect(directory.url).search(baseDn, all)
  const refused = expect(waiting).rejects.toThrow('closed')
  while (directory.searches === 0) await new Promise((resolve) => setImmediate(resolve))
  directory.limits.pageDelay = undefined
  expect((await connect(directory.url).search(baseDn, all)).searchEntries).toHaveLength(4)
  directory.cutConnections()
  await refused
})

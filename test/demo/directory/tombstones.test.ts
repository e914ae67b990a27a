import { Control, NoSuchObjectError, type SearchOptions, UnavailableCriticalExtensionError } from 'ldapts'
import { account, ann, baseDn, closeAll, connect, group, people, start } from './corp.ts'

afterEach(closeAll)

const showDeleted = new Control('1.2.840.113556.1.4.417', { critical: true })
const deletedObjects = `CN=Deleted Objects,${baseDn}`
const guid = '04030201-0605-0807-090a-0b0c0d0e0f10'
const tombstoneDn = `CN=Ann Reed\\0ADEL:${guid},${deletedObjects}`
const staff = `CN=Staff,OU=Groups,${baseDn}`

async function startDomain() {
  const [, ...workers] = people(2)
  const led = workers.map((it) => ({
    ...it,
    attributes: { ...it.attributes, manager: [account.dn], secretary: [account.dn] },
  }))
  const directory = await start({ entries: [ann, ...led, group('Staff', people(2))] })
  const client = connect(directory.url)
  const search = async (base: string, options: SearchOptions = {}, controls: Control[] = [showDeleted]) =>
    (await client.search(base, options, controls)).searchEntries
  const highest = async () => Number((await search('', { scope: 'base' }))[0]?.highestCommittedUSN)
  return { directory, client, search, highest }
}

test('a deleted entry stays as a tombstone with its anchor and little else', async () => {
  const { directory, search, highest } = await startDomain()
  const [before] = await search(account.dn, { scope: 'base' })
  directory.delete(account.dn)
  const [tombstone] = await search(baseDn, {
    filter: '(&(isDeleted=TRUE)(sAMAccountName=ann))',
    explicitBufferAttributes: ['objectGUID'],
  })
  expect(tombstone).toEqual({
    dn: tombstoneDn,
    objectClass: ann.attributes.objectClass,
    objectGUID: Buffer.from('0102030405060708090a0b0c0d0e0f10', 'hex'),
    objectSid: expect.anything(),
    sAMAccountName: 'ann',
    userAccountControl: '512',
    cn: `Ann Reed\nDEL:${guid}`,
    name: `Ann Reed\nDEL:${guid}`,
    distinguishedName: tombstoneDn,
    isDeleted: 'TRUE',
    lastKnownParent: `OU=Sales,${baseDn}`,
    uSNCreated: before?.uSNCreated,
    uSNChanged: String(await highest()),
    whenCreated: before?.whenCreated,
    whenChanged: expect.any(String),
  })
})

test('tombstones and their container are shown with the control alone', async () => {
  const { directory, search } = await startDomain()
  directory.delete(account.dn)
  for (const base of [deletedObjects, tombstoneDn, `<GUID=${guid}>`]) {
    await expect(search(base, { scope: 'base' }, [])).rejects.toThrow(NoSuchObjectError)
    expect(await search(base, { scope: 'base' })).toHaveLength(1)
  }
  expect(await search(baseDn, { filter: '(isDeleted=TRUE)' }, [])).toEqual([])
  const dns = async (base: string, scope: 'one' | 'sub' | 'children') =>
    (await search(base, { scope, filter: '(isDeleted=*)' })).map((entry) => entry.dn)
  expect(await dns(baseDn, 'sub')).toEqual([deletedObjects, tombstoneDn])
  expect(await dns(baseDn, 'one')).toEqual([deletedObjects])
  expect(await dns(deletedObjects, 'one')).toEqual([tombstoneDn])
  expect(await dns(`<WKGUID=18E2EA80684F11D2B9AA00C04F79F805,${baseDn}>`, 'children')).toEqual([tombstoneDn])
  expect(await dns(`OU=Sales,${baseDn}`, 'sub')).toEqual([])
})

test('tombstones are found by update sequence number, page by page', async () => {
  const { directory, client, highest } = await startDomain()
  const before = await highest()
  for (const { dn } of people(2)) directory.delete(dn)
  const pages = client.searchPaginated(
    baseDn,
    { filter: `(&(isDeleted=TRUE)(uSNChanged>=${before + 1}))`, paged: { pageSize: 2 } },
    [showDeleted],
  )
  const sizes: number[] = []
  for await (const page of pages) sizes.push(page.searchEntries.length)
  expect(sizes).toEqual([2, 1])
})

test('a deleted entry leaves groups and managers without raising them; other names follow to the tombstone', async () => {
  const { directory, search, highest } = await startDomain()
  const before = await highest()
  directory.delete(account.dn)
  const changed = await search(baseDn, { filter: `(uSNChanged>=${before + 1})` })
  expect(changed.map((entry) => entry.dn)).toEqual([tombstoneDn])
  const workers = people(2).slice(1)
  expect((await search(staff))[0]?.member).toEqual(workers.map((entry) => entry.dn))
  const [worker] = await search(String(workers[0]?.dn))
  expect(worker).not.toHaveProperty('manager')
  expect(worker).toMatchObject({ secretary: tombstoneDn, memberOf: staff })
})

test('a deleted group leaves memberOf of its members', async () => {
  const { directory, search } = await startDomain()
  directory.delete(staff)
  expect((await search(account.dn, { scope: 'base' }))[0]).not.toHaveProperty('memberOf')
  const [tombstone] = await search(deletedObjects, { scope: 'one' })
  expect(tombstone).not.toHaveProperty('member')
})

test('lastKnownParent follows the container, to its own tombstone too', async () => {
  const { directory, search } = await startDomain()
  const lastKnownParent = async () => (await search(tombstoneDn, { scope: 'base' }))[0]?.lastKnownParent
  directory.delete(account.dn)
  directory.move(`OU=Sales,${baseDn}`, `OU=Sells,${baseDn}`)
  expect(await lastKnownParent()).toBe(`OU=Sells,${baseDn}`)
  directory.delete(`OU=Sells,${baseDn}`)
  expect(await lastKnownParent()).toMatch(/^OU=Sells\\0ADEL:[0-9a-f-]{36},CN=Deleted Objects,DC=corp,DC=example$/)
})

test('a restored entry has its old anchor and a new number, but no mail and no groups', async () => {
  const { directory, search, highest } = await startDomain()
  const [before] = await search(account.dn, { scope: 'base', explicitBufferAttributes: ['objectGUID'] })
  directory.delete(account.dn)
  const newDn = `CN=Ann Green,OU=Plant,${baseDn}`
  directory.restore(account.dn, newDn)
  const [restored] = await search(newDn, { scope: 'base', explicitBufferAttributes: ['objectGUID'] })
  expect(restored).toMatchObject({
    cn: 'Ann Green',
    name: 'Ann Green',
    distinguishedName: newDn,
    objectGUID: before?.objectGUID,
    sAMAccountName: 'ann',
    uSNCreated: before?.uSNCreated,
    uSNChanged: String(await highest()),
  })
  for (const lost of ['mail', 'memberOf', 'isDeleted', 'userPrincipalName']) expect(restored).not.toHaveProperty(lost)
  expect(await search(deletedObjects, { scope: 'one' })).toEqual([])
  expect(() => directory.restore(account.dn, account.dn)).toThrow(expect.objectContaining({ code: 'noSuchObject' }))
})

test('of several entries deleted at one DN the last is restored', async () => {
  const { directory, search } = await startDomain()
  for (const sAMAccountName of ['one', 'two']) {
    directory.delete(account.dn)
    directory.add({ dn: account.dn, attributes: { objectClass: ['user'], sAMAccountName: [sAMAccountName] } })
  }
  directory.delete(account.dn)
  directory.restore(account.dn, account.dn)
  expect((await search(account.dn))[0]?.sAMAccountName).toBe('two')
  const left = await search(deletedObjects, { scope: 'one' })
  expect(left.map((entry) => entry.sAMAccountName)).toEqual(['ann', 'one'])
})

test('names with special characters keep their tombstones apart', async () => {
  const { directory, search } = await startDomain()
  const dn = `CN=Reed\\, Ann \\2b Co,OU=Sales,${baseDn}`
  directory.add({ dn, attributes: { objectClass: ['user'] } })
  directory.delete(dn)
  const [tombstone] = await search(deletedObjects, { scope: 'one' })
  expect(tombstone?.cn).toMatch(/^Reed, Ann \+ Co\nDEL:/)
  expect(await search(String(tombstone?.dn), { scope: 'base' })).toEqual([tombstone])
})

test('an account that may not read deleted objects sees none of them', async () => {
  const { directory, search } = await startDomain()
  directory.delete(account.dn)
  directory.limits.hiddenBases = [deletedObjects]
  await expect(search(deletedObjects, { scope: 'base' })).rejects.toThrow(NoSuchObjectError)
  expect(await search(baseDn, { filter: '(isDeleted=TRUE)' })).toEqual([])
})

test('a naming context can be neither deleted nor moved', async () => {
  const directory = await start({ entries: [] })
  directory.add({ dn: baseDn, attributes: { objectClass: ['domainDNS'] } })
  expect(() => directory.delete(baseDn)).toThrow(expect.objectContaining({ code: 'notAllowedOnNonLeaf' }))
  expect(() => directory.move(baseDn, 'DC=other')).toThrow(expect.objectContaining({ code: 'unwillingToPerform' }))
})

test('elsewhere nothing is left of a deleted entry, and the control is unknown', async () => {
  const directory = await start({ kind: 'ldap' })
  const client = connect(directory.url)
  directory.delete(account.dn)
  await expect(client.search(baseDn, {}, showDeleted)).rejects.toThrow(UnavailableCriticalExtensionError)
  const ignored = new Control('1.2.840.113556.1.4.417')
  const { searchEntries } = await client.search(baseDn, {}, ignored)
  expect(searchEntries.map((entry) => entry.dn)).toEqual([baseDn, `OU=Sales,${baseDn}`])
  expect(() => directory.restore(account.dn, account.dn)).toThrow('There is no tombstone')
})

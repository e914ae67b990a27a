import { Attribute, Change } from 'ldapts'
import type { DirectoryKind } from '../../../app/demo/directory/directoryTree.ts'
import { account, ann, baseDn, closeAll, connect, group, people, start } from './corp.ts'

afterEach(closeAll)

const [, worker] = people(1).map((entry) => entry.dn)
const staff = `CN=Staff,OU=Groups,${baseDn}`
const plant = `OU=Plant,${baseDn}`

/** Ann, her worker and their group in a directory whose clock moves on by a minute whenever it is told to. */
async function startCompany(kind: DirectoryKind) {
  let minutes = 0
  const [boss, ...others] = people(1)
  const led = others.map((it) => ({ ...it, attributes: { ...it.attributes, manager: [account.dn] } }))
  const entries = [...(boss === undefined ? [] : [boss]), ...led, group('Staff', people(1))]
  const now = () => new Date(Date.UTC(2026, 2, 1, 12, minutes, 0))
  const directory = await start({ kind, entries, now })
  const client = connect(directory.url)
  const read = async (dn: string, attributes: string[]) =>
    (await client.search(dn, { scope: 'base', attributes })).searchEntries[0]
  const find = async (filter: string) =>
    (await client.search(baseDn, { filter, attributes: ['1.1'] })).searchEntries.map((entry) => entry.dn)
  const pass = () => {
    minutes += 1
  }
  return { directory, client, read, find, pass }
}

describe('on Active Directory', () => {
  async function startDomain() {
    const company = await startCompany('ad-ds')
    const highest = async () => Number((await company.read('', ['highestCommittedUSN']))?.highestCommittedUSN)
    /** The entries that count as changed by `change`, found as a client finds them. */
    const changedBy = async (change: () => unknown) => {
      const before = await highest()
      company.pass()
      await change()
      return company.find(`(uSNChanged>=${before + 1})`)
    }
    return { ...company, highest, changedBy }
  }

  test('every entry has update sequence numbers and times, and the root DSE the highest of them', async () => {
    const { client, highest } = await startDomain()
    const { searchEntries } = await client.search(baseDn)
    const usns = searchEntries.map((entry) => Number(entry.uSNChanged))
    expect(new Set(usns).size).toBe(7)
    expect(Math.max(...usns)).toBeLessThanOrEqual(await highest())
    for (const entry of searchEntries) {
      expect(entry).toMatchObject({
        uSNCreated: entry.uSNChanged,
        whenCreated: '20260301120000.0Z',
        whenChanged: '20260301120000.0Z',
      })
    }
  })

  test('numbers compare as numbers, also where they grow longer', async () => {
    const { find } = await startDomain()
    expect(await find('(uSNChanged>=9)')).toHaveLength(7)
    expect(await find('(uSNChanged>=100000)')).toEqual([])
    expect(await find('(&(uSNChanged>=9)(uSNChanged<=100000)(objectClass=group))')).toEqual([staff])
  })

  test('adding and modifying raise the entry alone, whichever way they come', async () => {
    const { directory, client, changedBy, read } = await startDomain()
    const ben = `CN=Ben,OU=Sales,${baseDn}`
    expect(await changedBy(() => client.add(ben, { objectClass: 'user' }))).toEqual([ben])
    expect(await changedBy(() => directory.replace(ben, { title: ['Cook'] }))).toEqual([ben])
    const modification = new Attribute({ type: 'title', values: ['Baker'] })
    expect(await changedBy(() => client.modify(ben, new Change({ operation: 'replace', modification })))).toEqual([ben])
    const entry = await read(ben, ['uSNCreated', 'uSNChanged', 'whenCreated', 'whenChanged'])
    expect(entry).toMatchObject({ whenCreated: '20260301120100.0Z', whenChanged: '20260301120300.0Z' })
    expect(Number(entry?.uSNChanged)).toBe(Number(entry?.uSNCreated) + 2)
  })

  test('writing the values that are there already changes nothing', async () => {
    const { directory, changedBy } = await startDomain()
    const rewrite = () => directory.replace(account.dn, { mail: ['ann.reed@corp.example'], title: [] })
    expect(await changedBy(rewrite)).toEqual([])
    expect(await changedBy(() => directory.replace(account.dn, { mail: ['Ann.Reed@corp.example'] }))).toEqual([
      account.dn,
    ])
  })

  test('renaming or moving a container raises the container alone, and everything that names its entries follows', async () => {
    const { directory, changedBy, read } = await startDomain()
    const factory = `OU=Factory,OU=Sales,${baseDn}`
    expect(await changedBy(() => directory.move(plant, factory))).toEqual([factory])
    const moved = `CN=Worker 0,${factory}`
    expect(await read(moved, ['distinguishedName', 'memberOf'])).toMatchObject({
      distinguishedName: moved,
      memberOf: staff,
    })
    expect((await read(staff, ['member']))?.member).toEqual([account.dn, moved])
    expect(await changedBy(() => directory.move(`OU=Sales,${baseDn}`, `OU=Sells,${baseDn}`))).toEqual([
      `OU=Sells,${baseDn}`,
    ])
    expect((await read(`CN=Worker 0,OU=Factory,OU=Sells,${baseDn}`, ['manager']))?.manager).toBe(
      `CN=Ann Reed,OU=Sells,${baseDn}`,
    )
  })

  test('renaming a person raises neither groups nor those who are led', async () => {
    const { client, changedBy, read } = await startDomain()
    const anna = `CN=Anna Reed,OU=Sales,${baseDn}`
    expect(await changedBy(() => client.modifyDN(account.dn, anna))).toEqual([anna])
    expect((await read(String(worker), ['manager']))?.manager).toBe(anna)
    expect((await read(staff, ['member']))?.member).toEqual([anna, worker])
  })

  test('a change of members raises the group alone', async () => {
    const { directory, changedBy, read } = await startDomain()
    expect(await changedBy(() => directory.removeMembers(staff, [account.dn.toLowerCase()]))).toEqual([staff])
    expect((await read(account.dn, ['memberOf']))?.memberOf).toEqual([])
    expect(await changedBy(() => directory.addMembers(staff, [account.dn]))).toEqual([staff])
    expect((await read(account.dn, ['memberOf']))?.memberOf).toBe(staff)
    expect(() => directory.addMembers(staff, [account.dn])).toThrow(
      expect.objectContaining({ code: 'entryAlreadyExists' }),
    )
    expect(() => directory.removeMembers(staff, [plant])).toThrow(
      expect.objectContaining({ code: 'unwillingToPerform' }),
    )
  })

  test('another invocationId tells that the server was restored', async () => {
    const { directory, client, read } = await startDomain()
    const dn = String((await read('', ['dsServiceName']))?.dsServiceName)
    const invocationId = async () =>
      (await client.search(dn, { scope: 'base', explicitBufferAttributes: ['invocationId'] })).searchEntries[0]
        ?.invocationId
    const before = await invocationId()
    directory.limits.invocationId = '04030201-0605-0807-090a-0b0c0d0e0f10'
    expect(await invocationId()).toEqual(Buffer.from('0102030405060708090a0b0c0d0e0f10', 'hex'))
    expect(before).not.toEqual(await invocationId())
  })
})

describe('elsewhere', () => {
  test('times are operational: they come with + or by name, and never with *', async () => {
    const { read } = await startCompany('ldap')
    const times = { createTimestamp: '20260301120000Z', modifyTimestamp: '20260301120000Z' }
    for (const attributes of [[], ['*'], ['mail']]) {
      const entry = await read(account.dn, attributes)
      expect(Object.keys(entry ?? {})).toEqual(expect.not.arrayContaining(['createTimestamp', 'modifyTimestamp']))
      expect(entry?.mail).toBe('ann.reed@corp.example')
    }
    expect(await read(account.dn, ['+'])).toMatchObject({ ...times, entryUUID: expect.any(String) })
    expect(await read(account.dn, ['modifyTimestamp'])).toEqual({
      dn: account.dn,
      modifyTimestamp: times.modifyTimestamp,
    })
    expect(await read(account.dn, ['*', '+'])).not.toHaveProperty('uSNChanged')
  })

  test('modifyTimestamp finds what was changed, renamed or added, also by a change to the same value', async () => {
    const { directory, find, pass, read } = await startCompany('ldap')
    const changes: [() => void, string][] = [
      [() => directory.replace(account.dn, { mail: ['ann.reed@corp.example'] }), account.dn],
      [() => directory.move(plant, `OU=Factory,${baseDn}`), `OU=Factory,${baseDn}`],
      [() => directory.addMembers(staff, [plant]), staff],
      [() => directory.add({ ...ann, dn: `CN=Ben,OU=Sales,${baseDn}` }), `CN=Ben,OU=Sales,${baseDn}`],
    ]
    for (const [index, [change, changed]] of changes.entries()) {
      pass()
      change()
      expect(await find(`(modifyTimestamp>=2026030112${String(index + 1).padStart(2, '0')}00Z)`)).toEqual([changed])
    }
    expect(await find('(modifyTimestamp>=20260301120000Z)')).toHaveLength(8)
    expect(await read(account.dn, ['createTimestamp'])).toMatchObject({ createTimestamp: '20260301120000Z' })
  })

  test('an entry keeps its entryUUID when it is renamed, and gets another when it comes anew', async () => {
    const { directory, read } = await startCompany('ldap')
    const entryUuid = async (dn: string) => (await read(dn, ['entryUUID']))?.entryUUID
    const before = await entryUuid(String(worker))
    directory.move(plant, `OU=Factory,${baseDn}`)
    const moved = `CN=Worker 0,OU=Factory,${baseDn}`
    expect(await entryUuid(moved)).toBe(before)
    directory.delete(moved)
    directory.add({ dn: String(worker), attributes: { objectClass: ['person'] } })
    expect(await entryUuid(String(worker))).not.toBe(before)
  })

  test('what names an entry dangles when the entry is renamed or deleted', async () => {
    const { directory, read } = await startCompany('ldap')
    const anna = `CN=Anna Reed,OU=Sales,${baseDn}`
    directory.move(account.dn, anna)
    expect((await read(staff, ['member']))?.member).toEqual([account.dn, worker])
    expect((await read(String(worker), ['manager']))?.manager).toBe(account.dn)
    expect((await read(anna, ['memberOf']))?.memberOf).toEqual([])
    directory.delete(String(worker))
    expect((await read(staff, ['member']))?.member).toEqual([account.dn, worker])
  })
})

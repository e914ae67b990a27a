import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import {
  AlreadyExistsError,
  Attribute,
  Change,
  Control,
  InvalidCredentialsError,
  NoSuchObjectError,
  NotAllowedOnNonLeafError,
  OperationsError,
  UnavailableCriticalExtensionError,
} from 'ldapts'
import { account, ann, baseDn, clientCertificate, closeAll, connect, group, people, start, tls } from './corp.ts'

afterEach(closeAll)

describe('binding', () => {
  test.each([account.dn, account.dn.toLowerCase(), 'ann@corp.example', 'CORP\\ann'])(
    'accepts the name %s',
    async (name) => {
      const { url } = await start({ users: [account] })
      const client = connect(url)
      await client.bind(name, account.password)
      expect((await client.exop('1.3.6.1.4.1.4203.1.11.3')).value).toBe('u:CORP\\ann')
    },
  )

  test('refuses a wrong password and an unknown name alike', async () => {
    const { url } = await start({ users: [account] })
    const client = connect(url)
    await expect(client.bind(account.dn, 'wrong')).rejects.toThrow(InvalidCredentialsError)
    await expect(client.bind('CORP\\nobody', 'secret')).rejects.toThrow('data 52e')
  })

  test('shows anonymous connections the root DSE alone where accounts exist', async () => {
    const { url } = await start({ users: [account] })
    const client = connect(url)
    expect((await client.search('', { scope: 'base' })).searchEntries).toHaveLength(1)
    await expect(client.search(baseDn)).rejects.toThrow(OperationsError)
    await expect(client.del(account.dn)).rejects.toThrow('Anonymous')
  })

  test('offers LDAPS and StartTLS, and takes a client certificate for SASL EXTERNAL', async () => {
    const { url, ldapsUrl } = await start({ users: [account], tls })
    const ldaps = connect(ldapsUrl, { ca: tls.cert, ...clientCertificate })
    await ldaps.bind('EXTERNAL')
    expect((await ldaps.exop('1.3.6.1.4.1.4203.1.11.3')).value).toBe('dn:CN=svc-connector,DC=corp,DC=example')

    const upgraded = connect(url)
    await upgraded.startTLS({ ca: tls.cert, servername: 'dc1.corp.example' })
    await upgraded.bind(account.dn, account.password)
    expect((await upgraded.search(baseDn, { filter: '(mail=*)' })).searchEntries).toHaveLength(1)
    await expect(connect(ldapsUrl, { ca: tls.cert }).bind('EXTERNAL')).rejects.toThrow('client certificate')
  })
})

describe('the root DSE and the schema', () => {
  test('look like Active Directory', async () => {
    const { url } = await start({ tls })
    const client = connect(url)
    const [root] = (await client.search('', { scope: 'base' })).searchEntries
    expect(root).toMatchObject({
      defaultNamingContext: baseDn,
      namingContexts: [baseDn, `CN=Configuration,${baseDn}`, `CN=Schema,CN=Configuration,${baseDn}`],
      supportedControl: ['1.2.840.113556.1.4.319', '1.2.840.113556.1.4.417'],
      dnsHostName: 'dc1.corp.example',
    })
    expect(root?.supportedCapabilities).toContain('1.2.840.113556.1.4.800')
    expect(root?.supportedExtension).toContain('1.3.6.1.4.1.1466.20037')
    const explicitBufferAttributes = ['invocationId']
    const [service] = (await client.search(String(root?.dsServiceName), { scope: 'base', explicitBufferAttributes }))
      .searchEntries
    expect(service?.invocationId).toHaveLength(16)
    const [schema] = (
      await client.search(String(root?.subschemaSubentry), { scope: 'base', attributes: ['attributeTypes'] })
    ).searchEntries
    expect(String(schema?.attributeTypes)).toMatch(/NAME 'sAMAccountName'.*NAME 'extensionAttribute15'/s)
  })

  test('look like OpenLDAP, with operational attributes on request only', async () => {
    const { url } = await start({ kind: 'ldap' })
    const client = connect(url)
    const [plain] = (await client.search('', { scope: 'base' })).searchEntries
    const [root] = (await client.search('', { scope: 'base', attributes: ['+'] })).searchEntries
    expect(plain).not.toHaveProperty('namingContexts')
    expect(root).toMatchObject({ namingContexts: baseDn, subschemaSubentry: 'cn=Subschema' })
    expect(root).not.toHaveProperty('supportedCapabilities')
    const search = (attributes: string[]) => client.search(account.dn, { scope: 'base', attributes })
    expect((await search(['*'])).searchEntries[0]).not.toHaveProperty('entryUUID')
    expect((await search(['*', '+'])).searchEntries[0]).toMatchObject({
      mail: 'ann.reed@corp.example',
      entryUUID: '04030201-0605-0807-090a-0b0c0d0e0f10',
      modifyTimestamp: expect.stringMatching(/^\d{14}Z$/),
    })
  })
})

describe('searching', () => {
  test('obeys base and scope, and makes missing containers', async () => {
    const { url } = await start({ entries: people(2) })
    const client = connect(url)
    const dns = async (base: string, scope: 'base' | 'one' | 'sub' | 'children') =>
      (await client.search(base, { scope, attributes: ['1.1'] })).searchEntries.map((entry) => entry.dn)
    expect(await dns(baseDn, 'one')).toEqual([`OU=Sales,${baseDn}`, `OU=Plant,${baseDn}`])
    expect(await dns(`ou=plant, ${baseDn}`, 'sub')).toHaveLength(3)
    expect(await dns(`ou=plant,${baseDn}`, 'children')).toHaveLength(2)
    expect(await dns(account.dn, 'base')).toEqual([account.dn])
    await expect(dns(`OU=Nowhere,${baseDn}`, 'sub')).rejects.toThrow(NoSuchObjectError)
  })

  test('evaluates filters, binary values and bit rules included', async () => {
    const { url } = await start({ entries: people(12) })
    const client = connect(url)
    const count = async (filter: string) => (await client.search(baseDn, { filter })).searchEntries.length
    expect(await count('(&(objectClass=person)(mail=WORKER*))')).toBe(12)
    expect(await count('(employeeNumber>=10)')).toBe(2)
    expect(await count('(&(objectClass=person)(!(userAccountControl=*)))')).toBe(12)
    expect(await count('(userAccountControl:1.2.840.113556.1.4.803:=512)')).toBe(1)
    expect(
      (await client.search('<GUID=04030201-0605-0807-090a-0b0c0d0e0f10>', { scope: 'base' })).searchEntries,
    ).toHaveLength(1)
  })

  test('returns binary ids as Active Directory stores them', async () => {
    const { url } = await start()
    const [entry] = (
      await connect(url).search(account.dn, { scope: 'base', explicitBufferAttributes: ['objectGUID', 'objectSid'] })
    ).searchEntries
    expect(entry?.objectGUID).toEqual(Buffer.from('0102030405060708090a0b0c0d0e0f10', 'hex'))
    expect(entry?.objectSid).toEqual(Buffer.from('010500000000000515000000010000000200000003000000e9030000', 'hex'))
  })

  test('pages, also with several searches at a time', async () => {
    const directory = await start({ entries: people(250) })
    const client = connect(directory.url)
    await client.bind('', '')
    const read = async () => {
      const sizes: number[] = []
      const pages = client.searchPaginated(baseDn, { filter: '(mail=*)', paged: { pageSize: 100 } })
      for await (const page of pages) sizes.push(page.searchEntries.length)
      return sizes
    }
    expect(await Promise.all([read(), read()])).toEqual([
      [100, 100, 51],
      [100, 100, 51],
    ])
    expect(directory.searches).toBe(6)
  })

  test('honours the size limit of the request and refuses unknown critical controls', async () => {
    const { url } = await start({ entries: people(5) })
    const client = connect(url)
    expect((await client.search(baseDn, { filter: '(mail=*)', sizeLimit: 3 })).searchEntries).toHaveLength(3)
    await expect(client.search(baseDn, {}, new Control('1.2.3.4', { critical: true }))).rejects.toThrow(
      UnavailableCriticalExtensionError,
    )
  })
})

describe('changes over LDAP', () => {
  test('add, modify, move and delete entries', async () => {
    const directory = await start()
    const client = connect(directory.url)
    const ben = `CN=Ben,OU=Sales,${baseDn}`
    await client.add(ben, { objectClass: ['top', 'user'], mail: 'ben@corp.example' })
    await expect(client.add(ben, { objectClass: 'user' })).rejects.toThrow(AlreadyExistsError)
    const created = directory.find(ben)?.attributes
    const modification = new Attribute({ type: 'mail', values: ['b@corp.example'] })
    await client.modify(ben, new Change({ operation: 'replace', modification }))
    await client.modify(
      ben,
      new Change({ operation: 'add', modification: new Attribute({ type: 'title', values: ['Cook'] }) }),
    )
    const changed = directory.find(ben)?.attributes
    expect(changed).toMatchObject({ mail: ['b@corp.example'], title: ['Cook'], objectGUID: created?.objectGUID })
    expect(Number(changed?.uSNChanged?.[0])).toBe(Number(created?.uSNChanged?.[0]) + 2)

    await client.modifyDN(ben, `CN=Benjamin,OU=Kitchen,${baseDn}`)
    expect(directory.find(`CN=Benjamin,OU=Kitchen,${baseDn}`)?.attributes).toMatchObject({
      cn: ['Benjamin'],
      name: ['Benjamin'],
      objectGUID: created?.objectGUID,
    })
    await expect(client.del(`OU=Sales,${baseDn}`)).rejects.toThrow(NotAllowedOnNonLeafError)
    await client.del(account.dn)
    expect(directory.find(account.dn)).toBeUndefined()
    expect(await client.compare(`CN=Benjamin,OU=Kitchen,${baseDn}`, 'title', 'COOK')).toBe(true)
  })

  test('keep memberOf and members right', async () => {
    const directory = await start({ entries: [...people(2), group('Staff', people(2))] })
    const [, worker] = people(2)
    const memberOf = (dn: string) => directory.find(dn)?.attributes.memberOf ?? []
    expect(memberOf(account.dn)).toEqual([`CN=Staff,OU=Groups,${baseDn}`])

    directory.move(`OU=Plant,${baseDn}`, `OU=Factory,${baseDn}`)
    directory.move(`CN=Staff,OU=Groups,${baseDn}`, `CN=Everybody,OU=Groups,${baseDn}`)
    const moved = worker?.dn.replace('OU=Plant', 'OU=Factory') ?? ''
    expect(memberOf(moved)).toEqual([`CN=Everybody,OU=Groups,${baseDn}`])
    directory.delete(account.dn)
    expect(directory.find(`CN=Everybody,OU=Groups,${baseDn}`)?.attributes.member).toEqual([
      moved,
      moved.replace('Worker 0', 'Worker 1'),
    ])
    directory.add(ann)
    expect(memberOf(account.dn)).toEqual([])
    directory.replace(`CN=Everybody,OU=Groups,${baseDn}`, { member: [account.dn] })
    expect(memberOf(account.dn)).toEqual([`CN=Everybody,OU=Groups,${baseDn}`])
    expect(memberOf(moved)).toEqual([])
  })

  test('give an entry that comes again at the same DN an anchor of its own', async () => {
    const directory = await start({ entries: people(1) })
    const dn = `CN=Worker 0,OU=Plant,${baseDn}`
    const before = directory.find(dn)
    directory.delete(dn)
    directory.add({ dn, attributes: { objectClass: ['user'] } })
    expect(directory.find(dn)?.attributes.objectGUID).not.toEqual(before?.attributes.objectGUID)
  })
})

test('closes connections that do not speak LDAP, and all of them in the end', async () => {
  const directory = await start({ tls })
  const stranger = connectTcp(Number(new URL(directory.url).port), '127.0.0.1')
  stranger.on('data', () => undefined)
  stranger.write('GET / HTTP/1.1\r\n\r\n')
  await once(stranger, 'close')
  const silent = connectTcp(Number(new URL(directory.ldapsUrl ?? '').port), '127.0.0.1')
  await once(silent, 'connect')
  const closed = once(silent, 'close')
  silent.resume()
  await directory.close()
  await closed
})

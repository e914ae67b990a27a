import { readFile } from 'node:fs/promises'
import { readPicture } from '../../../app/avatar/picture/readPicture.ts'
import { companyAccount, companyBaseDn, companyEntries } from '../../../app/demo/directory/companyEntries.ts'
import { companyDirectory } from '../../../build/demoCompany/companyDirectory.ts'
import { formatLdif } from '../../../build/demoCompany/formatLdif.ts'
import { closeAll, connect, start } from './corp.ts'

afterEach(closeAll)

const file = new URL('../../../resources/demo/company.ldif', import.meta.url)
const generated = companyDirectory()

test('the shipped file is what the generator writes', async () => {
  expect(formatLdif(generated)).toBe(await readFile(file, 'utf8'))
})

test('reading the file gives the generated entries back', async () => {
  const expected = generated.map(({ dn, attributes }) => ({ dn, values: attributes.length }))
  const entries = await companyEntries(file)
  expect(entries.map(({ dn, attributes }) => ({ dn, values: Object.values(attributes).flat().length }))).toEqual(
    expected,
  )
})

test('the company holds what a connector has to cope with', async () => {
  const { url } = await start({ entries: await companyEntries(), users: [companyAccount] })
  const client = connect(url)
  await client.bind(companyAccount.dn, companyAccount.password)
  const find = async (filter: string) => (await client.search(companyBaseDn, { filter })).searchEntries
  const count = async (filter: string) => (await find(filter)).length
  const employees = '(objectCategory=person)(objectClass=user)(employeeNumber=*)'
  const disabled = 'userAccountControl:1.2.840.113556.1.4.803:=2'

  expect(await count(`(&${employees})`)).toBe(303)
  expect(await count(`(&${employees}(!(manager=*)))`)).toBe(1)
  expect(await count(`(&${employees}(!(mail=*)))`)).toBe(13)
  expect(await count(`(&${employees}(${disabled}))`)).toBe(11)
  expect(await count(`(&${employees}(mail=*)(!(mail=*@*)))`)).toBe(1)
  expect(await count('(telephoneNumber=auf Anfrage)')).toBe(1)
  expect(await count('(msExchResourceMetaData=ResourceType:Room)')).toBe(11)
  expect(
    await count(`(&(msExchResourceMetaData=ResourceType:Room)(msRTCSIP-PrimaryUserAddress=sip:*@*)(${disabled}))`),
  ).toBe(10)
  expect(await count(`(&(extensionAttribute5=Raum)(!(msExchResourceMetaData=*))(${disabled}))`)).toBe(1)
  expect(await count('(msExchResourceMetaData=ResourceType:Equipment)')).toBe(1)
  expect(await count('(objectClass=contact)')).toBe(17)
  expect(await count('(&(objectClass=contact)(givenName=*)(sn=*)(telephoneNumber=*)(mail=*))')).toBe(15)
  expect(await count('(&(objectClass=contact)(telephoneNumber=*)(!(mail=*)))')).toBe(1)
  expect(await count('(&(objectClass=contact)(!(displayName=*))(!(telephoneNumber=*))(!(mail=*)))')).toBe(1)
  expect(await count(`(&${employees}(thumbnailPhoto=*))`)).toBe(44)
  expect(await count('(objectCategory=computer)')).toBe(14)
  expect(await count('(&(objectClass=group)(groupType:1.2.840.113556.1.4.803:=2147483648))')).toBe(31)
  expect(await count('(&(objectClass=group)(!(groupType:1.2.840.113556.1.4.803:=2147483648)))')).toBe(2)
  expect(await count('(&(objectClass=group)(isCriticalSystemObject=TRUE))')).toBe(1)
  expect(
    await count(
      `(&${employees}(memberOf=CN=Alle Mitarbeitenden,OU=Sicherheit,OU=Gruppen,OU=Nordwind,${companyBaseDn}))`,
    ),
  ).toBe(303)

  const everybody = await find(`(&${employees}(mail=*))`)
  const byMail = Map.groupBy(everybody, (entry) => String(entry.mail).toLowerCase())
  expect([...byMail.values()].filter((entries) => entries.length > 1).map((entries) => entries.length)).toEqual([2])
})

test('most portraits are small JPEG pictures, and a few are what a connector has to survive', async () => {
  const portraits = (await companyEntries()).flatMap(({ attributes }) => attributes.thumbnailPhoto ?? [])
  const kinds = portraits.map((portrait) => {
    if (typeof portrait === 'string') return 'text instead of bytes'
    const read = readPicture(Buffer.from(portrait), 'thumbnailPhoto')
    return read.kind === 'refused' ? read.problem.message : read.picture.type
  })
  expect(Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]))).toEqual({
    JPEG: 40,
    PNG: 1,
    GIF: 1,
    'The JPEG picture of 2,000 bytes is cut off before its end.': 1,
    'This is not a JPEG, PNG, GIF or BMP picture: it seems to be text.': 1,
  })
  expect(Math.max(...portraits.map((portrait) => portrait.length))).toBeLessThan(12_000)
})

test.each(['ad-ds', 'ldap'] as const)('portraits go over LDAP byte for byte (%s)', async (kind) => {
  const entries = await companyEntries()
  const { url } = await start({ kind, entries, users: [companyAccount] })
  const client = connect(url)
  await client.bind(companyAccount.dn, companyAccount.password)
  const { searchEntries } = await client.search(companyBaseDn, {
    filter: '(thumbnailPhoto=*)',
    attributes: ['thumbnailPhoto', 'jpegPhoto'],
    explicitBufferAttributes: ['thumbnailPhoto', 'jpegPhoto'],
  })
  const sorted = (values: readonly unknown[]) =>
    values.map((it) => Buffer.from(it as Uint8Array).toString('hex')).sort()
  for (const name of ['thumbnailPhoto', 'jpegPhoto']) {
    const sent = searchEntries.map((entry) => entry[name]).filter((value) => Buffer.isBuffer(value))
    expect(sorted(sent)).toEqual(sorted(entries.flatMap(({ attributes }) => attributes[name] ?? [])))
  }
})

test('groups are nested three deep, and contain each other by two and by three', async () => {
  const entries = new Map((await companyEntries()).map((entry) => [entry.dn, entry]))
  const groupDn = (name: string) => `CN=${name},OU=Sicherheit,OU=Gruppen,OU=Nordwind,${companyBaseDn}`
  const isMember = (member: string, group: string) => entries.get(group)?.attributes.member?.includes(member)
  const chains = [
    ['VPN-Zugang', 'Vertrieb', 'Vertrieb Wien'],
    ['Projekt Ostsee', 'Projekt Ostsee Partner', 'Projekt Ostsee'],
    ['Projekt Nordsee', 'Projekt Nordsee Montage', 'Projekt Nordsee Logistik', 'Projekt Nordsee'],
  ]
  for (const chain of chains) {
    for (const [index, name] of chain.slice(1).entries()) {
      expect(isMember(groupDn(name), groupDn(chain[index] ?? ''))).toBe(true)
    }
  }
  const elsewhere = (place: string) => `${place},OU=Nordwind,${companyBaseDn}`
  expect(isMember(elsewhere('CN=Pieter van der Velden,OU=Kontakte'), groupDn('Projekt Nordsee Logistik'))).toBe(true)
  expect(isMember(elsewhere('CN=Presseverteiler,OU=Verteiler,OU=Gruppen'), groupDn('Öffentlichkeitsarbeit'))).toBe(true)
  expect(isMember(elsewhere('CN=HH-NB-0412,OU=Computer'), groupDn('Netzzugang'))).toBe(true)
})

test('every manager is a person of the company, and the tree ends at one head', async () => {
  const entries = new Map((await companyEntries()).map((entry) => [entry.dn, entry]))
  for (const entry of entries.values()) {
    let [manager] = entry.attributes.manager ?? []
    for (let steps = 0; manager !== undefined; steps += 1) {
      expect(steps).toBeLessThan(10)
      expect(entries.has(String(manager))).toBe(true)
      manager = entries.get(String(manager))?.attributes.manager?.[0]
    }
    for (const member of entry.attributes.member ?? []) expect(entries.has(String(member))).toBe(true)
  }
})

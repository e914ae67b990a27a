import { readFile } from 'node:fs/promises'
import { companyAccount, companyBaseDn, companyEntries } from '../../../app/demo/directory/companyEntries.ts'
import { companyDirectory } from '../../../build/demoCompany/companyDirectory.ts'
import { formatLdif } from '../../../build/demoCompany/formatLdif.ts'
import { closeAll, connect, start } from './corp.ts'

afterEach(closeAll)

const file = new URL('../../../resources/demo/company.ldif', import.meta.url)

test('the shipped file is what the generator writes', async () => {
  expect(formatLdif(companyDirectory())).toBe(await readFile(file, 'utf8'))
})

test('reading the file gives the generated entries back', async () => {
  const expected = companyDirectory().map(({ dn, attributes }) => ({ dn, values: attributes.length }))
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
  expect(await count('(msExchResourceMetaData=ResourceType:Room)')).toBe(10)
  expect(
    await count(`(&(msExchResourceMetaData=ResourceType:Room)(msRTCSIP-PrimaryUserAddress=sip:*@*)(${disabled}))`),
  ).toBe(10)
  expect(await count('(objectClass=contact)')).toBe(15)
  expect(await count('(objectCategory=computer)')).toBe(14)
  expect(await count('(&(objectClass=group)(groupType:1.2.840.113556.1.4.803:=2147483648))')).toBe(26)
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

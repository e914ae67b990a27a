import { companyAccount, companyBaseDn, companyEntries } from '../../../app/demo/directory/companyEntries.ts'
import { closeAll, connect, start } from './corp.ts'

afterEach(closeAll)

const octetString = '1.3.6.1.4.1.1466.115.121.1.40'
const jpeg = '1.3.6.1.4.1.1466.115.121.1.28'
const subschemaDns = { 'ad-ds': `CN=Aggregate,CN=Schema,CN=Configuration,${companyBaseDn}`, ldap: 'cn=Subschema' }

async function readTypes(kind: 'ad-ds' | 'ldap') {
  const entries = await companyEntries()
  const { url } = await start({ kind, entries, users: [companyAccount] })
  const client = connect(url)
  await client.bind(companyAccount.dn, companyAccount.password)
  const attributes = ['attributeTypes']
  const { searchEntries } = await client.search(subschemaDns[kind], { scope: 'base', attributes })
  const types = [searchEntries[0]?.attributeTypes ?? []].flat().map((type) => {
    const [, oid = '', name = '', syntax = ''] = /^\( (\S+) NAME '([^']+)' SYNTAX (\S+) \)$/.exec(String(type)) ?? []
    return { oid, name, syntax }
  })
  const used = new Set(entries.flatMap((entry) => Object.keys(entry.attributes)))
  return { types, used, syntaxOf: (name: string) => types.find((type) => type.name === name)?.syntax }
}

test('the schema of Active Directory knows each attribute of the company once, by an id of its own', async () => {
  const { types, used, syntaxOf } = await readTypes('ad-ds')
  expect([...used].filter((name) => syntaxOf(name) === undefined)).toEqual([])
  for (const key of ['oid', 'name'] as const) {
    const values = types.map((type) => type[key].toLowerCase())
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([])
  }
  for (const name of ['thumbnailPhoto', 'jpegPhoto', 'photo', 'objectGUID', 'objectSid']) {
    expect(syntaxOf(name)).toBe(octetString)
  }
})

test('the schema of other directories says of pictures that they are bytes, even of those that it does not know', async () => {
  const { syntaxOf } = await readTypes('ldap')
  expect(syntaxOf('jpegPhoto')).toBe(jpeg)
  expect(syntaxOf('thumbnailPhoto')).toBe(octetString)
})

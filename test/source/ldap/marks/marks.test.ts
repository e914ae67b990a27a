import { readLdif } from '../../../../app/demo/directory/readLdif.ts'
import {
  type EmbeddedDirectory,
  startEmbeddedDirectory,
} from '../../../../app/demo/directory/startEmbeddedDirectory.ts'
import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../../../services/peopleLdif.ts'
import { readAll } from '../../readAll.ts'
import { connectionTo } from '../connectionTo.ts'

const domain: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 5, groups: 1 }
const organization: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 5, groups: 1 }
const minute = 60_000

/** The mark of user number `n`, read anew. */
async function markOf({ url }: EmbeddedDirectory, { baseDn }: PeopleOptions, n: number): Promise<string | undefined> {
  const source = ldapSource(connectionTo([url]))
  const filter = `(mail=person${n}@example.com)`
  const request = { kind: 'user', baseDns: [baseDn], filter, attributes: [], marks: 'wanted' } as const
  const { entries, gaps } = await readAll(source, request)
  await source.close()
  expect(gaps).toEqual([])
  expect(entries).toHaveLength(1)
  return entries[0]?.mark
}

describe('marks of Active Directory', () => {
  let directory: EmbeddedDirectory
  beforeEach(async () => {
    const entries = readLdif([...peopleLdif(domain)].join(''))
    directory = await startEmbeddedDirectory({ kind: 'ad-ds', entries })
  })
  afterEach(() => directory.close())

  test('hold for one domain controller: those of another one are never equal', async () => {
    const here = await markOf(directory, domain, 1)
    directory.limits.invocationId = '1f6c0b5e-7d7a-4c0e-9a3d-000000000007'
    const there = await markOf(directory, domain, 1)
    expect(here).toMatch(/\S/)
    expect(there).toMatch(/\S/)
    expect(there).not.toBe(here)
  })

  test('change with every change of their entry, and with no other', async () => {
    const [one, two] = [await markOf(directory, domain, 1), await markOf(directory, domain, 2)]
    directory.replace(userDn(domain, 1), { thumbnailPhoto: [Buffer.from([0xff, 0xd8])] })
    expect(await markOf(directory, domain, 1)).not.toBe(one)
    expect(await markOf(directory, domain, 2)).toBe(two)
  })

  test('are left out where the account may not see the numbers', async () => {
    directory.limits.hiddenAttributes = [{ attribute: 'uSNChanged', baseDn: domain.baseDn }]
    expect(await markOf(directory, domain, 1)).toBeUndefined()
  })
})

describe.each([
  ['right', 0],
  ['years behind', -20 * 365 * 24 * 60],
])('marks by times, of a server whose clock is %s', (_, offset) => {
  let directory: EmbeddedDirectory
  let minutes = 0
  beforeEach(async () => {
    minutes = offset - 600
    const now = () => new Date(Date.now() + minutes * minute)
    directory = await startEmbeddedDirectory({
      kind: 'ldap',
      entries: readLdif([...peopleLdif(organization)].join('')),
      now,
    })
  })
  afterEach(() => directory.close())

  const change = (n: number) => directory.replace(userDn(organization, n), { title: [`Changed ${Math.random()}`] })

  test('are left out until no other change can bear the same time', async () => {
    expect(await markOf(directory, organization, 1)).toBeUndefined()
    minutes += 1
    change(2)
    expect(await markOf(directory, organization, 1)).toBeUndefined()
    minutes += 5
    change(3)
    const settled = await markOf(directory, organization, 1)
    expect(settled).toMatch(/\S/)
    expect(await markOf(directory, organization, 2)).toMatch(/\S/)
    expect(await markOf(directory, organization, 3)).toBeUndefined()
    expect(await markOf(directory, organization, 1)).toBe(settled)
  })

  test('are others after a change', async () => {
    minutes += 5
    change(3)
    const before = await markOf(directory, organization, 1)
    change(1)
    expect(await markOf(directory, organization, 1)).toBeUndefined()
    minutes += 5
    change(4)
    const after = await markOf(directory, organization, 1)
    expect(after).toMatch(/\S/)
    expect(after).not.toBe(before)
  })

  test('are left out where the account may not see the times', async () => {
    minutes += 5
    change(3)
    directory.limits.hiddenAttributes = [{ attribute: 'modifyTimestamp', baseDn: organization.baseDn }]
    expect(await markOf(directory, organization, 1)).toBeUndefined()
  })
})

test('a time that is still to come by the clock of this machine is no reason for a mark', async () => {
  let years = 20
  const now = () => new Date(Date.now() + years * 365 * 24 * 60 * minute)
  const entries = readLdif([...peopleLdif(organization)].join(''))
  const directory = await startEmbeddedDirectory({ kind: 'ldap', entries, now })
  years = 0
  directory.replace(userDn(organization, 1), { title: ['Changed'] })
  expect(await markOf(directory, organization, 1)).toBeUndefined()
  expect(await markOf(directory, organization, 2)).toBeUndefined()
  await directory.close()
})

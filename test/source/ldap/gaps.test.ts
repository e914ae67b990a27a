import type { DirectoryLimits } from '../../../app/demo/directory/directoryLimits.ts'
import { readLdif } from '../../../app/demo/directory/readLdif.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../../app/demo/directory/startEmbeddedDirectory.ts'
import type { LdapConnectionSettings } from '../../../app/source/ldap/connectionSettings.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { membersOf, type PeopleOptions, peopleLdif, userDn } from '../../services/peopleLdif.ts'
import { readAll, type WholeRead } from '../readAll.ts'
import { connectionTo } from './connectionTo.ts'

const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 300, groups: 3 }
const { baseDn } = people
const sales = `OU=Sales,${baseDn}`
const finance = `OU=Finance,${baseDn}`

describe('what makes a read incomplete', () => {
  let directory: EmbeddedDirectory
  let second: EmbeddedDirectory
  const entries = readLdif([...peopleLdif(people)].join(''))

  beforeEach(async () => {
    directory = await startEmbeddedDirectory({ kind: 'ad-ds', entries })
    second = await startEmbeddedDirectory({ kind: 'ad-ds', entries })
  })
  afterEach(() => Promise.all([directory.close(), second.close()]))

  interface ReadOptions {
    readonly limits?: DirectoryLimits
    readonly baseDns?: readonly string[]
    readonly kind?: 'user' | 'group'
    readonly servers?: readonly string[]
    readonly settings?: Partial<LdapConnectionSettings>
  }
  const read = async (options: ReadOptions): Promise<WholeRead> => {
    Object.assign(directory.limits, options.limits)
    const settings = { type: 'ad-ds', pageSize: 50, ...options.settings } as const
    const source = ldapSource(connectionTo(options.servers ?? [directory.url], settings))
    try {
      const kind = options.kind ?? 'user'
      const filter = `(objectClass=${kind})`
      return await readAll(source, { kind, baseDns: options.baseDns ?? [baseDn], filter, attributes: ['cn', 'mail'] })
    } finally {
      await source.close()
    }
  }

  test('nothing: then there is no gap', async () => {
    const { entries: found, gaps } = await read({})
    expect(found).toHaveLength(people.users)
    expect(gaps).toEqual([])
  })

  test('a server that gives smaller pages than were asked for cuts nothing', async () => {
    const { entries: found, gaps, pages } = await read({ limits: { maxPageSize: 20 } })
    expect(found).toHaveLength(people.users)
    expect(Math.max(...pages)).toBe(20)
    expect(gaps).toEqual([])
  })

  test('a size limit', async () => {
    const { entries: found, gaps } = await read({ limits: { sizeLimit: 120 } })
    expect(found).toHaveLength(120)
    expect(gaps).toMatchObject([{ kind: 'size-limit', baseDn, message: expect.stringContaining('120 entries') }])
  })

  test('a time limit', async () => {
    const { gaps } = await read({ limits: { timeLimitExceededAfter: 70 } })
    expect(gaps).toMatchObject([{ kind: 'time-limit', baseDn, message: expect.stringContaining('70 entries') }])
  })

  test('an administrative limit', async () => {
    const { gaps } = await read({ limits: { adminLimitExceededAfter: 70 } })
    expect(gaps).toMatchObject([
      { kind: 'administrative-limit', baseDn, message: expect.stringContaining('70 entries') },
    ])
  })

  test('a cookie that the server does not take back', async () => {
    const { entries: found, gaps } = await read({ limits: { pagedCookies: 'refused' } })
    expect(found).toHaveLength(50)
    expect(gaps).toMatchObject([{ kind: 'server-error', baseDn, message: expect.stringContaining('50 entries') }])
  })

  test('a base that another server holds', async () => {
    const urls = ['ldap://other.example/OU=Sales,DC=other']
    const { entries: found, gaps } = await read({
      limits: { referralFor: { baseDn: sales, urls } },
      baseDns: [sales, finance],
    })
    expect(found.length).toBeGreaterThan(0)
    expect(gaps).toMatchObject([
      { kind: 'referral-not-followed', baseDn: sales, message: expect.stringContaining(urls[0] ?? '') },
    ])
  })

  test('a part of the base that another server holds', async () => {
    const urls = [`ldap://child.corp.example.com/DC=child,${baseDn}`]
    const { entries: found, gaps } = await read({ limits: { continuationAfter: { entries: 10, urls } } })
    expect(found).toHaveLength(people.users)
    expect(gaps).toMatchObject([
      { kind: 'referral-not-followed', baseDn, message: expect.stringContaining('DC=child') },
    ])
  })

  test('but not the references that Active Directory gives at the root of a domain', async () => {
    const urls = ['DC=ForestDnsZones,', 'DC=DomainDnsZones,', 'CN=Configuration,'].map(
      (name) => `ldap://corp.example.com/${name}${baseDn}`,
    )
    const { gaps } = await read({ limits: { continuationAfter: { entries: 10, urls } } })
    expect(gaps).toEqual([])
  })

  test('a base that the account may not read', async () => {
    const { gaps } = await read({ limits: { insufficientAccessFor: [sales] }, baseDns: [sales, finance] })
    expect(gaps).toMatchObject([{ kind: 'insufficient-rights', baseDn: sales }])
  })

  test('a base that is not there', async () => {
    const { gaps } = await read({ limits: { noSuchObjectFor: [sales] }, baseDns: [sales, finance] })
    expect(gaps).toMatchObject([{ kind: 'missing-base', baseDn: sales }])
  })

  test('entries that do not show their anchor, which are left out', async () => {
    const { entries: found, gaps } = await read({
      limits: { hiddenAttributes: [{ attribute: 'objectGUID', baseDn: sales }] },
      baseDns: [sales, finance],
    })
    expect(found.every((entry) => entry.baseDn === finance)).toBe(true)
    expect(gaps).toMatchObject([
      { kind: 'entry-without-anchor', baseDn: sales, message: expect.stringContaining('50 entries') },
    ])
  })

  test('a connection that is cut twice', async () => {
    const { gaps } = await read({ limits: { cutAfterEntries: 120 } })
    expect(gaps).toMatchObject([{ kind: 'connection-lost', baseDn, message: expect.stringContaining('2 attempts') }])
  })

  test('but not a connection that is cut once: the base is read again on the next server', async () => {
    const { entries: found, gaps } = await read({
      limits: { cutAfterPages: 3 },
      servers: [directory.url, second.url],
    })
    expect(new Set(found.map((entry) => entry.anchor)).size).toBe(people.users)
    expect(gaps).toEqual([])
  })

  test('bases after a lost one are read on', async () => {
    const { entries: found, gaps } = await read({
      limits: { cutAfterEntries: 10 },
      baseDns: [sales, finance],
      servers: [directory.url, second.url],
    })
    expect(new Set(found.map((entry) => entry.anchor)).size).toBe(100)
    expect(gaps).toEqual([])
  })

  test('a server that takes too long', async () => {
    const { gaps } = await read({ limits: { pageDelay: 60_000 }, settings: { timeoutSeconds: 1 } }).catch((error) => ({
      gaps: [error],
    }))
    expect(gaps).toMatchObject([{ code: 'timeout', side: 'directory' }])
  })

  test.each(['busy', 'unavailable'] as const)('a server that is %s after the start', async (code) => {
    const source = ldapSource(connectionTo([directory.url], { type: 'ad-ds' }))
    await source.discover()
    directory.limits.refuseSearches = code
    const filter = '(objectClass=user)'
    const { gaps } = await readAll(source, { kind: 'user', baseDns: [baseDn], filter, attributes: [] })
    expect(gaps).toMatchObject([{ kind: 'server-error', baseDn }])
    await source.close()
  })

  test('a server that is busy from the start: the next one is used, and without one there is an error', async () => {
    const limits = { refuseSearches: 'busy' } as const
    const { entries: found, gaps } = await read({ limits, servers: [directory.url, second.url] })
    expect(found).toHaveLength(people.users)
    expect(gaps).toEqual([])
    await expect(read({ limits })).rejects.toMatchObject({ side: 'directory', code: 'busy' })
  })

  test('large groups that come in ranges are read whole', async () => {
    const { entries: found, gaps } = await read({ kind: 'group', limits: { maxValRange: 70 } })
    const first = found.find((entry) => entry.attributes.cn?.[0] === 'Group 0')
    const expected = membersOf(people, 0).map((n) => userDn(people, n))
    expect([...(first?.memberDns ?? [])].sort()).toEqual(expected.sort())
    expect(gaps).toEqual([])
  })

  test('a group that changes while its ranges are read is read again', async () => {
    const removed = userDn(people, 0)
    const group = `CN=Group 0,OU=Groups,${baseDn}`
    const left = membersOf(people, 0)
      .slice(1)
      .map((n) => userDn(people, n))
    let asked = 0
    Object.defineProperty(directory.limits, 'maxValRange', {
      get: () => {
        asked += 1
        if (asked === 6) directory.replace(group, { member: left })
        return 70
      },
    })
    const { entries: found, gaps } = await read({ kind: 'group' })
    const first = found.find((entry) => entry.attributes.cn?.[0] === 'Group 0')
    expect(asked).toBeGreaterThan(6)
    expect([...(first?.memberDns ?? [])].sort()).toEqual(left.sort())
    expect(first?.memberDns).not.toContain(removed)
    expect(gaps).toEqual([])
  })

  test('a group that changes all the time', async () => {
    let asked = 0
    Object.defineProperty(directory.limits, 'maxValRange', {
      get: () => {
        asked += 1
        directory.replace(`CN=Group 0,OU=Groups,${baseDn}`, { description: [`Version ${asked}`] })
        return 70
      },
    })
    const { gaps } = await read({ kind: 'group' })
    expect(gaps).toMatchObject([{ kind: 'members-not-read', baseDn, message: expect.stringContaining('Group 0') }])
  })
})

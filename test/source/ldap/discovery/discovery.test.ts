import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLdif } from '../../../../app/demo/directory/readLdif.ts'
import {
  type EmbeddedDirectory,
  startEmbeddedDirectory,
} from '../../../../app/demo/directory/startEmbeddedDirectory.ts'
import type { LdapConnectionSettings } from '../../../../app/source/ldap/connectionSettings.ts'
import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { type DnsServer, startDnsServer } from '../../../services/dnsServer.ts'
import { freePort } from '../../../services/freePort.ts'
import { type PeopleOptions, peopleLdif } from '../../../services/peopleLdif.ts'
import { readAll } from '../../readAll.ts'
import { connectionTo } from '../connectionTo.ts'

/** The one domain with a host that every machine can resolve. */
const domain = 'localhost'
const queryName = `_ldap._tcp.dc._msdcs.${domain}`
const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 40, groups: 1 }
const entries = readLdif([...peopleLdif(people)].join(''))
const fixture = (name: string) => join(import.meta.dirname, '../../../fixtures/directoryTls', name)
const tls = { key: readFileSync(fixture('server.key'), 'utf8'), cert: readFileSync(fixture('server.crt'), 'utf8') }
const portOf = (directory: EmbeddedDirectory) => Number(new URL(directory.url).port)

describe('domain controllers found in DNS', () => {
  let dns: DnsServer
  let directory: EmbeddedDirectory
  let second: EmbeddedDirectory
  let deadPort: number
  beforeEach(async () => {
    dns = await startDnsServer()
    directory = await startEmbeddedDirectory({ kind: 'ad-ds', entries, tls })
    second = await startEmbeddedDirectory({ kind: 'ad-ds', entries, tls })
    deadPort = await freePort()
  })
  afterEach(() => Promise.all([dns.close(), directory.close(), second.close()]))

  /** Ports of controllers on this host, in the order in which they are to be tried. */
  const names = (...ports: number[]) => {
    const records = ports.map((port, priority) => ({ target: domain, port, priority, weight: 100 }))
    dns.answers.set(queryName, { kind: 'records', records })
  }
  const startTls: Partial<LdapConnectionSettings> = {
    startTls: true,
    tls: { verify: true, caFile: fixture('server.crt') },
  }
  const sourceOn = (servers: readonly string[], changes: Partial<LdapConnectionSettings> = {}) =>
    ldapSource(connectionTo(servers, { type: 'ad-ds', domain, ...changes }), { resolver: dns.resolver })
  const serverOf = async (servers: readonly string[], changes: Partial<LdapConnectionSettings> = {}) =>
    (await sourceOn(servers, changes).discover()).server
  const check = (servers: readonly string[], changes: Partial<LdapConnectionSettings> = {}) =>
    allOf(sourceOn(servers, changes).check([people.baseDn]))

  test('are used with StartTLS on the port of their record, and a dead one is passed over', async () => {
    names(deadPort, portOf(directory))
    expect(await serverOf([], startTls)).toBe(`localhost:${portOf(directory)}`)
  })

  test('are looked up anew for each purpose', async () => {
    const source = sourceOn([], startTls)
    names(portOf(directory))
    expect((await source.discover()).server).toBe(`localhost:${portOf(directory)}`)
    names(portOf(second))
    expect((await source.discover()).server).toBe(`localhost:${portOf(second)}`)
    expect(dns.questions).toEqual([queryName, queryName])
  })

  test('take over in the middle of a read', async () => {
    names(portOf(directory), portOf(second))
    Object.assign(directory.limits, { cutAfterEntries: 15 })
    const source = sourceOn([], { ...startTls, pageSize: 10 })
    const request = { kind: 'user', baseDns: [people.baseDn], filter: '(objectClass=user)', attributes: [] } as const
    const { entries: found, gaps } = await readAll(source, request)
    expect(new Set(found.map(({ anchor }) => anchor)).size).toBe(people.users)
    expect(gaps).toEqual([])
    expect(second.searches).toBeGreaterThan(0)
  })

  test('come after the listed servers', async () => {
    names(portOf(second))
    expect(await serverOf([directory.url])).toBe(`127.0.0.1:${portOf(directory)}`)
    expect(await serverOf([`ldap://127.0.0.1:${deadPort}`])).toBe(`localhost:${portOf(second)}`)
  })

  test('that cannot be used are all named, beside the listed ones, each once', async () => {
    const listed = `ldap://LOCALHOST:${deadPort}`
    const otherPort = await freePort()
    names(deadPort, otherPort, otherPort)
    const error = await serverOf([listed]).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('None of 2 servers') })
    expect(error).toMatchObject({ message: expect.stringContaining(listed) })
    expect(error).toMatchObject({ message: expect.stringContaining(`ldap://localhost:${otherPort}`) })
  })

  test('that DNS does not name are no obstacle while a listed server answers', async () => {
    expect(await serverOf([directory.url])).toBe(`127.0.0.1:${portOf(directory)}`)
    const findings = await check([directory.url])
    expect(findings[0]).toMatchObject({
      level: 'warning',
      side: 'directory',
      subject: 'domain localhost',
      message: expect.stringContaining(queryName),
      remedy: expect.stringContaining('directory.domain'),
    })
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('that DNS does not name are told beside the listed server that does not answer', async () => {
    await expect(serverOf([`ldap://127.0.0.1:${deadPort}`])).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(new RegExp(`:${deadPort}.*${queryName}`)),
    })
  })

  test('that DNS does not name end everything when none is listed', async () => {
    await expect(serverOf([])).rejects.toMatchObject({ side: 'directory', code: 'no-domain-controller' })
    expect(await check([])).toMatchObject([{ level: 'error', subject: 'domain localhost' }])
  })

  test('are told by check, in their order; a dead one is only a warning', async () => {
    names(deadPort, portOf(directory), portOf(second))
    const findings = await check([], startTls)
    const urls = [deadPort, portOf(directory), portOf(second)].map((port) => `ldap://localhost:${port}`)
    expect(findings[0]).toMatchObject({
      level: 'ok',
      subject: 'domain localhost',
      message: `${queryName} names 3 domain controllers. Tried in this order: ${urls.join(', ')}.`,
    })
    expect(findings.find(({ subject }) => subject === `connection ${urls[0]}`)).toMatchObject({ level: 'warning' })
    expect(findings.find(({ subject }) => subject === `bind ${urls[1]}`)).toMatchObject({ level: 'ok' })
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(second.searches).toBe(0)
  })

  test('are reached over LDAPS unless the settings say otherwise, which check shows', async () => {
    names(389)
    const [finding] = await check([])
    expect(finding).toMatchObject({
      message: `${queryName} names 1 domain controller. Tried in this order: ldaps://localhost.`,
    })
    const [listed] = await check(['ldaps://localhost'])
    expect(listed).toMatchObject({ message: `${queryName} names 1 domain controller. All of them are listed.` })
  })

  test('outside of the domain are not used, which check says', async () => {
    const records = [
      { target: 'dc1.elsewhere.example', port: 389, priority: 0, weight: 0 },
      { target: domain, port: portOf(directory), priority: 1, weight: 0 },
    ]
    dns.answers.set(queryName, { kind: 'records', records })
    const findings = await check([], startTls)
    expect(findings[1]).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('dc1.elsewhere.example'),
      remedy: expect.stringContaining('directory.servers'),
    })
    expect(await serverOf([], startTls)).toBe(`localhost:${portOf(directory)}`)
  })
})

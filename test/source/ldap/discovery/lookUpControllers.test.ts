import { Resolver } from 'node:dns/promises'
import { lookUpControllers } from '../../../../app/source/ldap/discovery/lookUpControllers.ts'
import { type DnsServer, startDnsServer } from '../../../services/dnsServer.ts'

const domain = 'corp.example.com'
const queryName = `_ldap._tcp.dc._msdcs.${domain}`
const at = (target: string, priority: number, weight: number) => ({ target, port: 389, priority, weight })

describe('lookUpControllers', () => {
  let dns: DnsServer
  beforeEach(async () => {
    dns = await startDnsServer()
  })
  afterEach(() => dns.close())

  const names = (records: ReturnType<typeof at>[]) => dns.answers.set(queryName, { kind: 'records', records })
  const lookUp = (random = 0) => lookUpControllers(domain, { resolver: dns.resolver, random: () => random })
  const hosts = async (random = 0) => (await lookUp(random)).controllers.map(({ host }) => host)

  test('asks for the controllers of the domain and gives host and port', async () => {
    names([at('DC1.corp.example.com', 0, 100)])
    expect(await lookUp()).toEqual({
      queryName,
      controllers: [{ host: 'dc1.corp.example.com', port: 389 }],
      outside: [],
    })
    expect(dns.questions).toEqual([queryName])
  })

  test('orders by priority, and by weight with the numbers drawn', async () => {
    names([at(`late.${domain}`, 10, 100), at(`light.${domain}`, 0, 10), at(`heavy.${domain}`, 0, 90)])
    expect(await hosts(0.05)).toEqual([`light.${domain}`, `heavy.${domain}`, `late.${domain}`])
    expect(await hosts(0.5)).toEqual([`heavy.${domain}`, `light.${domain}`, `late.${domain}`])
  })

  test('asks anew each time', async () => {
    names([at(`dc1.${domain}`, 0, 0)])
    expect(await hosts()).toEqual([`dc1.${domain}`])
    names([at(`dc2.${domain}`, 0, 0)])
    expect(await hosts()).toEqual([`dc2.${domain}`])
  })

  test.each(['dc1.evil.example', 'evilcorp.example.com', 'dc/x.corp.example.com'])(
    'leaves out %s, which is no host of the domain',
    async (target) => {
      names([at(target, 0, 0), at(`dc1.${domain}`, 1, 0)])
      const { controllers, outside } = await lookUp()
      expect(controllers).toEqual([{ host: `dc1.${domain}`, port: 389 }])
      expect(outside).toEqual([target])
      names([at(target, 0, 0)])
      await expect(lookUp()).rejects.toMatchObject({
        code: 'no-domain-controller',
        message: expect.stringContaining(target),
        remedy: expect.stringContaining('directory.servers'),
      })
    },
  )

  test.each([
    ['a name that does not exist', { kind: 'no-such-name' }, 'ENOTFOUND', 'not CORP'],
    ['a name without SRV records', { kind: 'records', records: [] }, 'ENODATA', 'not CORP'],
    [
      'a record that says there is no such service',
      { kind: 'records', records: [at('.', 0, 0)] },
      'no SRV record',
      'not CORP',
    ],
    ['a DNS server that fails', { kind: 'failure' }, 'ESERVFAIL', 'Check the DNS servers'],
  ] as const)('tells of %s, with the name that was looked up', async (_, answer, detail, remedy) => {
    dns.answers.set(queryName, answer)
    const error = await lookUp().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ side: 'directory', code: 'no-domain-controller' })
    expect(error).toMatchObject({ message: expect.stringContaining(queryName) })
    expect(error).toMatchObject({ message: expect.stringContaining(detail), remedy: expect.stringContaining(remedy) })
  })

  test('tells of a DNS server that does not answer', async () => {
    dns.answers.set(queryName, { kind: 'silence' })
    const resolver = () => {
      const impatient = new Resolver({ timeout: 50, tries: 1 })
      impatient.setServers(dns.resolver().getServers())
      return impatient
    }
    await expect(lookUpControllers(domain, { resolver, random: () => 0 })).rejects.toMatchObject({
      code: 'no-domain-controller',
      message: expect.stringContaining('no DNS server answered'),
    })
  })
})

import { dnKey } from '../../../app/model/dn.ts'
import type { LdapConnectionSettings } from '../../../app/source/ldap/connectionSettings.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { describeSource } from '../../contract/source.ts'
import { contactClass, contactsLdif } from '../../services/contactsLdif.ts'
import { describeWithService } from '../../services/describeWithService.ts'
import { ldapsearch } from '../../services/ldapsearch.ts'
import { peopleLdif } from '../../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../../services/slapd.ts'
import { readAll } from '../readAll.ts'
import { connectionTo } from './connectionTo.ts'
import { replaceValue } from './replaceValue.ts'

const people = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 1700, groups: 8, contacts: 3 } as const
const userFilter = '(objectClass=inetOrgPerson)'
const groupFilter = '(objectClass=groupOfNames)'

describeWithService('slapd', 'OpenLDAP', () => {
  let slapd: Slapd
  beforeAll(async () => {
    const ldif = [...peopleLdif(people), ...contactsLdif(people)]
    slapd = await startSlapd({ baseDn: people.baseDn, ldif, classes: [contactClass] })
  })
  afterAll(() => slapd.stop())

  const simple = (account: 'reader' | 'restricted' = 'reader') =>
    ({ method: 'simple', user: slapd[account].dn, password: slapd[account].password }) as const
  const trusted = () => ({ verify: true, caFile: slapd.certificates.caFile })
  const ways: Readonly<Record<string, () => LdapConnectionSettings>> = {
    'plain, simple bind': () => connectionTo([slapd.url], { bind: simple() }),
    'plain, anonymous': () => connectionTo([slapd.url]),
    'LDAPS, simple bind': () => connectionTo([slapd.tlsUrl], { bind: simple(), tls: trusted() }),
    'StartTLS, simple bind': () => connectionTo([slapd.url], { startTls: true, bind: simple(), tls: trusted() }),
    'LDAPS, EXTERNAL': () =>
      connectionTo([slapd.tlsUrl], {
        bind: { method: 'external' },
        tls: { ...trusted(), ...slapd.certificates.client },
      }),
  }
  for (const [way, settings] of Object.entries(ways)) {
    describeSource(`OpenLDAP (${way})`, () => ({
      open: () => ldapSource(settings()),
      people,
      userFilter,
      groupFilter,
      replaceValue: (...value) =>
        replaceValue({ url: slapd.url, bindDn: slapd.admin.dn, password: slapd.admin.password })(...value),
    }))
  }

  test('gives what an independent client reads, attribute by attribute', async () => {
    const attributes = [
      'cn',
      'sn',
      'mail',
      'telephoneNumber',
      'street',
      'l',
      'manager',
      'description',
      'preferredLanguage',
    ]
    const source = ldapSource(connectionTo([slapd.url], { bind: simple() }))
    const filter = '(mail=person*)'
    const { entries } = await readAll(source, { kind: 'user', baseDns: [people.baseDn], filter, attributes })
    const { dn: bindDn, password } = slapd.reader
    const independent = await ldapsearch({
      url: slapd.url,
      bindDn,
      password,
      baseDn: people.baseDn,
      filter,
      attributes,
    })
    const bySource = new Map(entries.map((entry) => [dnKey(entry.dn), entry.attributes]))
    expect(bySource.size).toBe(people.users)
    expect(independent).toHaveLength(people.users)
    for (const entry of independent) {
      expect(bySource.get(dnKey(entry.dn))).toEqual(Object.fromEntries(entry.attributes))
    }
    await source.close()
  })

  test('reports a base that is hidden from its account', async () => {
    const source = ldapSource(connectionTo([slapd.url], { bind: simple('restricted') }))
    const request = { kind: 'user', baseDns: [slapd.hiddenDn], filter: userFilter, attributes: ['mail'] } as const
    const { entries, gaps } = await readAll(source, request)
    expect(entries).toEqual([])
    expect(gaps).toMatchObject([{ kind: 'missing-base', baseDn: slapd.hiddenDn }])
    await source.close()
  })

  test('reports a base whose own entry is not shown, and reads what is below it', async () => {
    const source = ldapSource(connectionTo([slapd.url], { bind: simple('restricted') }))
    const request = { kind: 'user', baseDns: [slapd.opaqueDn], filter: userFilter, attributes: ['mail'] } as const
    const { entries, gaps } = await readAll(source, request)
    expect(entries).toMatchObject([{ attributes: { mail: ['opaque@example.com'] } }])
    expect(gaps).toMatchObject([{ kind: 'insufficient-rights', baseDn: slapd.opaqueDn }])
    await source.close()
  })

  test('does not take its own work between two pages for a slow server', async () => {
    const source = ldapSource(connectionTo([slapd.url], { timeoutSeconds: 1 }))
    const request = { kind: 'user', baseDns: [people.baseDn], filter: '(mail=person*)', attributes: ['mail'] } as const
    let pages = 0
    for await (const event of source.read(request)) {
      expect(event.kind).toBe('page')
      pages += 1
      const busyUntil = Date.now() + (pages === 1 ? 1500 : 0)
      while (Date.now() < busyUntil);
    }
    expect(pages).toBe(people.users / 100)
    await source.close()
  })

  test('reads the same base with an account that may see it', async () => {
    const source = ldapSource(connectionTo([slapd.url], { bind: simple() }))
    const request = { kind: 'user', baseDns: [slapd.hiddenDn], filter: userFilter, attributes: ['mail'] } as const
    const { entries, gaps } = await readAll(source, request)
    expect(entries).toMatchObject([{ attributes: { mail: ['hidden@example.com'] } }])
    expect(gaps).toEqual([])
    await source.close()
  })
})

describeWithService('slapd', 'OpenLDAP with a size limit', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif({ ...people, users: 600 }), sizeLimit: 350 })
  })
  afterAll(() => slapd.stop())

  test('reports how many entries came before the limit', async () => {
    const source = ldapSource(connectionTo([slapd.url]))
    const request = { kind: 'user', baseDns: [people.baseDn], filter: userFilter, attributes: ['mail'] } as const
    const { entries, gaps } = await readAll(source, request)
    expect(entries.length).toBeLessThanOrEqual(350)
    expect(gaps).toMatchObject([{ kind: 'size-limit', baseDn: people.baseDn }])
    expect(gaps[0]?.message).toContain(`after ${entries.length} entries`)
    await source.close()
  })
})

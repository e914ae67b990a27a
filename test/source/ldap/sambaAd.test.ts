import { dnKey } from '../../../app/model/dn.ts'
import type { EntryKind } from '../../../app/model/entry.ts'
import { compileSelection } from '../../../app/selection/compileSelection.ts'
import type { SelectionSettings } from '../../../app/settings/schema.ts'
import type { LdapConnectionSettings } from '../../../app/source/ldap/connectionSettings.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { describeSource } from '../../contract/source.ts'
import { selectionSettings } from '../../selection/selectionSettings.ts'
import { contactsLdif } from '../../services/contactsLdif.ts'
import { describeWithService } from '../../services/describeWithService.ts'
import { ldapmodify } from '../../services/ldapmodify.ts'
import { ldapsearch } from '../../services/ldapsearch.ts'
import { peopleLdif } from '../../services/peopleLdif.ts'
import { type SambaAd, startSambaAd } from '../../services/sambaAd.ts'
import { readAll } from '../readAll.ts'
import { connectionTo } from './connectionTo.ts'
import { replaceValue } from './replaceValue.ts'

const people = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 1700, groups: 8, contacts: 3 } as const
const userFilter = '(&(objectCategory=person)(objectClass=user))'
const groupFilter = '(objectClass=group)'
const longest = 600_000

describeWithService('samba', 'Active Directory', () => {
  let samba: SambaAd
  beforeAll(async () => {
    samba = await startSambaAd({ ldif: [...peopleLdif(people), ...contactsLdif(people)] })
  }, longest)
  afterAll(() => samba.stop())

  const trusted = () => ({ verify: true, caFile: samba.caFile, serverName: samba.serverName })
  const simple = (user: 'dn' | 'userPrincipalName' | 'downLevelName') =>
    ({ method: 'simple', user: samba.admin[user], password: samba.admin.password }) as const
  const to = (url: 'url' | 'tlsUrl', changes: Partial<LdapConnectionSettings>) =>
    connectionTo([samba[url]], { type: 'ad-ds', ...changes })
  const ways: Readonly<Record<string, () => LdapConnectionSettings>> = {
    'LDAPS, user principal name': () => to('tlsUrl', { tls: trusted(), bind: simple('userPrincipalName') }),
    'StartTLS, DN': () => to('url', { tls: trusted(), bind: simple('dn'), startTls: true }),
    'plain, DOMAIN\\user': () => to('url', { bind: simple('downLevelName') }),
  }
  for (const [way, settings] of Object.entries(ways)) {
    describeSource(`Samba AD (${way})`, () => ({
      open: () => ldapSource(settings()),
      people,
      userFilter,
      groupFilter,
      replaceValue: (...value) =>
        replaceValue({ url: samba.url, bindDn: samba.admin.dn, password: samba.admin.password })(...value),
    }))
  }

  test('recognises the product', async () => {
    const source = ldapSource(to('tlsUrl', { tls: trusted(), bind: simple('dn') }))
    expect(await source.discover()).toMatchObject({
      product: 'samba-ad',
      defaultNamingContext: people.baseDn,
      server: '127.0.0.1:636',
    })
    await source.close()
  })

  test('gives what an independent client reads, attribute by attribute', async () => {
    const attributes = [
      'cn',
      'sn',
      'mail',
      'streetAddress',
      'userAccountControl',
      'userPrincipalName',
      'manager',
      'memberOf',
    ]
    const source = ldapSource(to('url', { bind: simple('dn') }))
    const filter = '(&(objectCategory=person)(mail=person*))'
    const { entries } = await readAll(source, { kind: 'user', baseDns: [people.baseDn], filter, attributes })
    const { dn: bindDn, password } = samba.admin
    const independent = await ldapsearch({
      url: samba.url,
      bindDn,
      password,
      baseDn: people.baseDn,
      filter,
      attributes,
    })
    const bySource = new Map(entries.map((entry) => [dnKey(entry.dn), entry.attributes]))
    expect(bySource.size).toBe(people.users)
    for (const entry of independent) {
      expect(bySource.get(dnKey(entry.dn))).toEqual(Object.fromEntries(entry.attributes))
    }
    await source.close()
  })

  test('gives GUIDs and SIDs as text, and finds by the bytes of a GUID', async () => {
    const source = ldapSource(to('url', { bind: simple('dn') }))
    const attributes = ['objectGUID', 'objectSid']
    const request = { kind: 'user', baseDns: [people.baseDn], attributes } as const
    const { entries } = await readAll(source, { ...request, filter: '(sAMAccountName=u7)' })
    const [guid = ''] = entries[0]?.attributes.objectguid ?? []
    expect(guid).toBe(entries[0]?.anchor)
    expect(entries[0]?.attributes.objectsid).toEqual([expect.stringMatching(/^S-1-5-21-\d+-\d+-\d+-\d+$/)])

    const { dn: bindDn, password } = samba.admin
    const [raw] = await ldapsearch({
      url: samba.url,
      bindDn,
      password,
      baseDn: people.baseDn,
      filter: '(sAMAccountName=u7)',
      attributes,
    })
    const bytes = Buffer.from(raw?.attributes.get('objectguid')?.[0] ?? '', 'base64')
    const escaped = [...bytes].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')
    const again = await readAll(source, { ...request, filter: `(objectGUID=${escaped})` })
    expect(again.entries.map((entry) => entry.anchor)).toEqual([guid])
    await source.close()
  })

  describe('selected by default', () => {
    const base = `OU=Support,${people.baseDn}`
    const add = (cn: string, lines: string) =>
      `dn: CN=${cn},${base}\nchangetype: add\nsAMAccountName: ${cn}\n${lines}\n`
    beforeAll(() =>
      ldapmodify(
        { url: samba.url, bindDn: samba.admin.dn, password: samba.admin.password },
        [
          add('aspen', 'objectClass: user\nmsExchResourceMetaData: ResourceType:Room\nmsExchResourceMetaData: x\n'),
          add('birch', 'objectClass: user\nmsExchResourceMetaData: ResourceType:Equipment\n'),
          add('cedar', 'objectClass: user\nemployeeType: ROOM (small)\n'),
          add('security', 'objectClass: group\ngroupType: -2147483646\n'),
          add('distribution', 'objectClass: group\ngroupType: 2\n'),
        ].join(''),
      ),
    )

    async function selected(kind: EntryKind, parts: Partial<SelectionSettings>, baseDn = base) {
      const { filters } = compileSelection(selectionSettings({ baseDns: [baseDn], ...parts }), 'ad-ds')
      const source = ldapSource(to('url', { bind: simple('dn') }))
      const filter = filters[kind].text
      const { entries, gaps } = await readAll(source, { kind, baseDns: [baseDn], filter, attributes: ['cn'] })
      await source.close()
      expect(gaps).toEqual([])
      return entries.map(({ attributes }) => attributes.cn?.[0] ?? '').sort()
    }
    const off = { enabled: false, filter: '' }

    test('are rooms alone, by Exchange’s attribute or another one', async () => {
      const rooms = { enabled: true, attributes: [] }
      const further = { enabled: true, attributes: [{ name: 'employeeType', equals: 'room (small)' }] }
      expect(await selected('user', { users: off, rooms })).toEqual(['aspen'])
      expect(await selected('user', { users: off, rooms: further })).toEqual(['aspen', 'cedar'])
      expect(await selected('user', { rooms })).toEqual(expect.arrayContaining(['aspen', 'birch', 'cedar']))
    })

    test('are groups of the types that are wanted, none of the system', async () => {
      const groups = (...types: SelectionSettings['groups']['types']) => ({
        groups: { enabled: true, types, filter: '' },
      })
      expect(await selected('group', groups('security'))).toEqual(['security'])
      expect(await selected('group', groups('distribution'))).toEqual(['distribution'])
      expect(await selected('group', groups('distribution', 'security'))).toEqual(['distribution', 'security'])
      const everywhere = await selected('group', groups('distribution', 'security'), people.baseDn)
      expect(everywhere).toContain('Group 1')
      expect(everywhere).not.toContain('Domain Admins')
    })

    test('are contacts, and nobody else', async () => {
      const contacts = await selected('contact', {}, people.baseDn)
      expect(contacts).toEqual(['Contact 0', 'Contact 1', 'Contact 2'])
      expect(await selected('user', {}, `OU=Contacts,${people.baseDn}`)).toEqual([])
    })
  })

  test('names the reason of a refused sign-in', async () => {
    const bind = { method: 'simple', user: samba.admin.userPrincipalName, password: 'wrong' } as const
    const source = ldapSource(to('tlsUrl', { tls: trusted(), bind }))
    await expect(source.discover()).rejects.toMatchObject({
      side: 'directory',
      code: 'invalid-credentials',
      message: expect.stringContaining('the password is wrong'),
    })
    await source.close()
  })

  test('refuses a certificate that has only a common name unless the name is given', async () => {
    const tls = { verify: true, caFile: samba.caFile }
    const source = ldapSource(to('tlsUrl', { tls, bind: simple('dn') }))
    await expect(source.discover()).rejects.toMatchObject({
      code: 'certificate-name',
      message: expect.stringContaining('DC1.corp.example.com'),
    })
    await source.close()
  })

  test('reports that anonymous readers see nothing', async () => {
    const source = ldapSource(to('url', { bind: { method: 'anonymous' } }))
    const request = { kind: 'user', baseDns: [people.baseDn], filter: userFilter, attributes: [] } as const
    const { entries, gaps } = await readAll(source, request)
    expect(entries).toEqual([])
    expect(gaps).toMatchObject([{ kind: 'insufficient-rights' }])
    await source.close()
  })
})

describeWithService('samba', 'Active Directory that wants strong authentication', () => {
  let samba: SambaAd
  beforeAll(async () => {
    samba = await startSambaAd({ requireStrongAuth: 'yes' })
  }, longest)
  afterAll(() => samba.stop())

  test('refuses a simple bind without TLS, and the message says so', async () => {
    const bind = { method: 'simple', user: samba.admin.dn, password: samba.admin.password } as const
    const source = ldapSource(connectionTo([samba.url], { type: 'ad-ds', bind }))
    await expect(source.discover()).rejects.toMatchObject({ side: 'directory', code: 'strong-auth-required' })
    await source.close()
  })
})

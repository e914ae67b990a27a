import { dnKey } from '../../../../app/model/dn.ts'
import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import { describeTracking, type TrackedDirectory } from '../../../contract/tracking.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { describeWithService } from '../../../services/describeWithService.ts'
import { ldapmodify } from '../../../services/ldapmodify.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../../../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../../../services/slapd.ts'
import { readChanges } from '../../readChanges.ts'
import { connectionTo } from '../connectionTo.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 1700, groups: 8 }

/** The same, changed last years ago. */
const aged = () => [...peopleLdif(people)].map((record) => `${record.trimEnd()}\nmodifyTimestamp: 20200229120000Z\n\n`)

function directory(slapd: Slapd): TrackedDirectory {
  return {
    open: () => {
      const { dn: user, password } = slapd.reader
      return ldapSource(connectionTo([slapd.url], { bind: { method: 'simple', user, password } }))
    },
    change: (ldif) => ldapmodify({ url: slapd.url, bindDn: slapd.admin.dn, password: slapd.admin.password }, ldif),
    people,
    userFilter: '(objectClass=inetOrgPerson)',
  }
}

describeWithService('slapd', 'OpenLDAP without overlays', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: aged() })
  })
  afterAll(() => slapd.stop())

  describeTracking('OpenLDAP', { method: 'timestamps', choice: 'chosen', deletions: 'untold', repeats: 'again' }, () =>
    directory(slapd),
  )

  test('tells only of what changed lately, and names the overlay that would do better', async () => {
    const { source, tracking } = await begin(slapd)
    const dn = userDn(people, 900)
    const watermark = await tracking.position()
    await directory(slapd).change(retitled(dn))
    const { changed } = await readChanges(tracking, watermark)
    expect([...changed.values()].map(dnKey)).toContain(dnKey(dn))
    expect(changed.size).toBeLessThan(people.users / 2)
    expect(tracking.explanation).toContain('syncprov')
    await source.close()
  })

  test('refuses a method by name that the server does not offer', async () => {
    const source = directory(slapd).open()
    for (const method of ['syncrepl', 'dirsync', 'usn'] as const) {
      await expect(source.track({ baseDns: [people.baseDn], method })).rejects.toMatchObject({
        side: 'settings',
        code: 'tracking-not-offered',
        place: 'directory.changeTracking',
        remedy: expect.stringContaining('automatic'),
      })
    }
    await source.close()
  })
})

describeWithService('slapd', 'OpenLDAP with syncprov', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: aged(), sessionLog: 10_000 })
  })
  afterAll(() => slapd.stop())

  describeTracking('OpenLDAP', { method: 'syncrepl', choice: 'chosen', deletions: 'told', repeats: 'once' }, () =>
    directory(slapd),
  )
  describeTracking('OpenLDAP', { method: 'timestamps', choice: 'asked', deletions: 'untold', repeats: 'again' }, () =>
    directory(slapd),
  )

  test('tells nothing visible as deleted when a hidden entry changes', async () => {
    const { source, tracking } = await begin(slapd, 'restricted')
    const admin = await begin(slapd)
    const hidden = `cn=Hidden Person,${slapd.hiddenDn}`
    const [located] = (await allOf(admin.tracking.locate([hidden]))).flat()
    const watermark = await tracking.position()
    await directory(slapd).change(retitled(hidden))
    const told = await readChanges(tracking, watermark)
    expect(told).toMatchObject({ gaps: [], last: { kind: 'end' } })
    expect([...told.changed]).toEqual([])
    expect([...told.deleted].filter((anchor) => anchor !== located?.anchor)).toEqual([])
    await source.close()
    await admin.source.close()
  })

  test('reports a hidden base when it reads by anchors', async () => {
    const admin = await begin(slapd)
    const dns = ['Hidden', 'Opaque'].map((name) => `cn=${name} Person,ou=${name},${people.baseDn}`)
    const anchors = (await allOf(admin.tracking.locate(dns))).flat().map(({ anchor }) => anchor)
    expect(anchors).toHaveLength(2)
    const { source, tracking } = await begin(slapd, 'restricted')
    const request = { kind: 'user', filter: '(objectClass=inetOrgPerson)', attributes: ['mail'] } as const
    const hidden = await allOf(tracking.readAnchors({ ...request, baseDns: [slapd.hiddenDn] }, anchors))
    expect(hidden).toMatchObject([{ kind: 'gap', gap: { kind: 'missing-base', baseDn: slapd.hiddenDn } }])
    const opaque = await allOf(tracking.readAnchors({ ...request, baseDns: [slapd.opaqueDn] }, anchors))
    expect(opaque).toMatchObject([
      { kind: 'gap', gap: { kind: 'insufficient-rights', baseDn: slapd.opaqueDn } },
      { kind: 'page', entries: [{ attributes: { mail: ['opaque@example.com'] } }] },
    ])
    expect(await allOf(tracking.locate(dns))).toMatchObject([[{ anchor: anchors[1] }]])
    await source.close()
    await admin.source.close()
  })

  test('goes on after a restart of the server, and says when deletions are not told', async () => {
    const before = await begin(slapd)
    const watermark = await before.tracking.position()
    await before.source.close()
    const [gone, kept] = [userDn(people, 1000), userDn(people, 1001)]
    await slapd.restart()
    const unchanged = await begin(slapd)
    expect((await readChanges(unchanged.tracking, watermark)).last).toMatchObject({ kind: 'end', deletions: 'told' })
    await unchanged.source.close()
    await directory(slapd).change(`dn:: ${base64(gone)}\nchangetype: delete\n\n${retitled(kept)}`)
    await slapd.restart()
    const { source, tracking } = await begin(slapd)
    const told = await readChanges(tracking, watermark)
    expect(told).toMatchObject({ gaps: [], last: { kind: 'end', deletions: 'untold' } })
    expect([...told.changed.values()].map(dnKey)).toEqual([dnKey(kept)])
    const { last } = await readChanges(tracking, told.watermark ?? watermark)
    expect(last).toMatchObject({ kind: 'end', deletions: 'told' })
    await source.close()
  })

  test('calls a position lost that the server has not reached', async () => {
    const { source, tracking } = await begin(slapd)
    const watermark = await tracking.position()
    const position = watermark.position.replace(/csn=\d{4}/, 'csn=2091')
    const { last } = await readChanges(tracking, { ...watermark, position })
    expect(last).toMatchObject({ kind: 'lost', message: expect.stringContaining('consumer state is newer') })
    await source.close()
  })
})

async function begin(slapd: Slapd, account: 'reader' | 'restricted' = 'reader') {
  const { dn: user, password } = slapd[account]
  const source = ldapSource(connectionTo([slapd.url], { bind: { method: 'simple', user, password } }))
  const tracking = await source.track({ baseDns: [people.baseDn] })
  if (tracking === null) throw new Error('No tracking was offered.')
  return { source, tracking }
}

function retitled(dn: string): string {
  return `dn:: ${base64(dn)}\nchangetype: modify\nreplace: title\ntitle: Changed\n`
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

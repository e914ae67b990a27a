import { ldapSource } from '../../../../app/source/ldap/ldapSource.ts'
import { describeTracking, type TrackedDirectory } from '../../../contract/tracking.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { describeWithService } from '../../../services/describeWithService.ts'
import { ldapmodify } from '../../../services/ldapmodify.ts'
import { type PeopleOptions, peopleLdif } from '../../../services/peopleLdif.ts'
import { type SambaAd, startSambaAd } from '../../../services/sambaAd.ts'
import { readChanges } from '../../readChanges.ts'
import { connectionTo } from '../connectionTo.ts'
import { addAccount, grant } from './sambaAccounts.ts'

const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 1700, groups: 8 }
const replicatingDirectoryChanges = '(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;SID)'
const readPropertyAndListContents = '(A;;RPLC;;;SID)'
const longest = 600_000

describeWithService('samba', 'Active Directory', () => {
  let samba: SambaAd
  /** By what they may do beyond the ordinary. */
  let accounts: { readonly nothing: string; readonly replicate: string; readonly seeDeleted: string }
  beforeAll(async () => {
    samba = await startSambaAd({ ldif: peopleLdif(people) })
    accounts = {
      nothing: await addAccount(samba, 'tracks-plainly'),
      replicate: await addAccount(samba, 'tracks-replicas'),
      seeDeleted: await addAccount(samba, 'tracks-deleted'),
    }
    await grant(samba, accounts.replicate, samba.baseDn, replicatingDirectoryChanges)
    await grant(samba, accounts.seeDeleted, `CN=Deleted Objects,${samba.baseDn}`, readPropertyAndListContents)
    // Where no tombstone is to be seen, nobody can tell whether the account sees any.
    const { change } = as('administrator')()
    await change(`dn: CN=Gone,${samba.baseDn}\nchangetype: add\nobjectClass: container\n`)
    await change(`dn: CN=Gone,${samba.baseDn}\nchangetype: delete\n`)
  }, longest)
  afterAll(() => samba.stop())

  const open = (user: string) =>
    ldapSource(
      connectionTo([samba.url], {
        type: 'ad-ds',
        bind: { method: 'simple', user, password: samba.admin.password },
      }),
    )
  const as = (account: keyof typeof accounts | 'administrator') => (): TrackedDirectory => ({
    open: () => open(account === 'administrator' ? samba.admin.dn : accounts[account]),
    change: (ldif) => {
      const { dn: bindDn, password } = samba.admin
      return ldapmodify({ url: samba.tlsUrl, bindDn, password, verify: 'never' }, ldif)
    },
    people,
    userFilter: '(&(objectCategory=person)(objectClass=user))',
  })
  const dirsync = { method: 'dirsync', choice: 'chosen', repeats: 'once' } as const
  const usn = { method: 'usn', choice: 'asked', repeats: 'once' } as const

  describeTracking('an administrator', { ...dirsync, deletions: 'told' }, as('administrator'))
  describeTracking('an account that may replicate', { ...dirsync, deletions: 'untold' }, as('replicate'))
  describeTracking('an ordinary account', { ...dirsync, deletions: 'untold' }, as('nothing'))
  describeTracking('an account that sees deleted entries', { ...dirsync, deletions: 'told' }, as('seeDeleted'))
  describeTracking('an administrator', { ...usn, deletions: 'told' }, as('administrator'))
  describeTracking('an ordinary account', { ...usn, deletions: 'untold' }, as('nothing'))
  describeTracking('an account that sees deleted entries', { ...usn, deletions: 'told' }, as('seeDeleted'))

  test.each(['dirsync', 'usn'] as const)('%s tells of an entry that was restored, where it is now', async (method) => {
    const { open: openSource, change } = as('administrator')()
    const source = openSource()
    const tracking = await source.track({ baseDns: [people.baseDn], method })
    if (tracking === null) throw new Error('No tracking was offered.')
    const dn = `CN=Restored by ${method},OU=Sales,${people.baseDn}`
    await change(`dn: ${dn}\nchangetype: add\nobjectClass: user\nsAMAccountName: restored-${method}\n`)
    const [located] = (await allOf(tracking.locate([dn]))).flat()
    const before = await tracking.position()
    await change(`dn: ${dn}\nchangetype: delete\n`)
    const gone = await readChanges(tracking, before)
    expect([...gone.deleted]).toEqual([located?.anchor])
    const { dn: bindDn, password } = samba.admin
    await ldapmodify(
      { url: samba.tlsUrl, bindDn, password, verify: 'never', controls: ['1.2.840.113556.1.4.417'] },
      `dn: CN=Restored by ${method}\\0ADEL:${located?.anchor},CN=Deleted Objects,${people.baseDn}
changetype: modify
delete: isDeleted
-
replace: distinguishedName
distinguishedName: ${dn}
`,
    )
    const back = await readChanges(tracking, gone.watermark ?? before)
    expect([...back.changed]).toContainEqual([located?.anchor, dn])
    expect([...back.deleted]).toEqual([])
    await source.close()
  })

  test('says which right is missing where deletions are not told', async () => {
    const source = as('nothing')().open()
    const tracking = await source.track({ baseDns: [people.baseDn] })
    expect(tracking?.explanation).toContain('Replicating Directory Changes')
    expect(tracking?.explanation).toContain('CN=Deleted Objects')
    await source.close()
  })

  test('an entry that is hidden from the account is not told as deleted', async () => {
    const { open: openSource, change } = as('seeDeleted')()
    const source = openSource()
    const tracking = await source.track({ baseDns: [people.baseDn] })
    if (tracking === null) throw new Error('No tracking was offered.')
    const dn = `CN=Hidden Later,OU=Sales,${people.baseDn}`
    await change(`dn: ${dn}\nchangetype: add\nobjectClass: user\nsAMAccountName: hidden-later\n`)
    const before = await tracking.position()
    await grant(samba, accounts.seeDeleted, dn, '(D;;GA;;;SID)')
    const told = await readChanges(tracking, before)
    expect(told).toMatchObject({ gaps: [], last: { kind: 'end', deletions: 'told' } })
    expect([...told.deleted]).toEqual([])
    await source.close()
  })

  test('a position that this domain never gave is lost', async () => {
    const source = as('administrator')().open()
    const tracking = await source.track({ baseDns: [people.baseDn] })
    if (tracking === null) throw new Error('No tracking was offered.')
    const watermark = await tracking.position()
    const position = watermark.position.replace(/"cookie":"[^"]*"/, '"cookie":"AAAABBBB"')
    const { last } = await readChanges(tracking, { ...watermark, position })
    expect(last).toMatchObject({ kind: 'lost', message: expect.stringContaining('refused the position') })
    await source.close()
  })
})

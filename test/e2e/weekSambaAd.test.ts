import { describeWithService } from '../services/describeWithService.ts'
import { type SambaAd, startSambaAd } from '../services/sambaAd.ts'
import { addAccount, grant } from '../source/ldap/tracking/sambaAccounts.ts'
import { type DirectoryAdmin, ldapmodify } from './ldapmodify.ts'
import { weekClosings } from './weekClosings.ts'
import { weekCompany } from './weekCompany.ts'
import type { WeekVariant } from './weekConnector.ts'
import { describeWeek } from './weekDescription.ts'
import { weekDirectory } from './weekDirectory.ts'
import { memberOfWeek } from './weekMemberOf.ts'
import { weekSteps } from './weekSteps.ts'

const baseDn = 'DC=corp,DC=example,DC=com'
const replicatingDirectoryChanges = '(OA;;CR;1131f6aa-9c07-11d1-f79f-00c04fc2dcd2;;SID)'
const readPropertyAndListContents = '(A;;RPLC;;;SID)'
const account = (name: string) => ({ dn: `CN=${name},CN=Users,${baseDn}`, password: 'Passw0rd!23' })

const longest = 600_000
const inProcess = { groups: 'nested', through: 'this process', messages: 16 } as const
const variants: readonly WeekVariant[] = [
  { ...inProcess, name: 'dirsync with the right to replicate', method: 'dirsync', account: account('replicates') },
  { ...inProcess, name: 'dirsync of an ordinary account', method: 'dirsync', account: account('ordinary') },
  { ...inProcess, name: 'usn with rights on deleted objects', method: 'usn', account: account('sees-deleted') },
  {
    ...inProcess,
    name: 'usn of an ordinary account, flat groups',
    method: 'usn',
    groups: 'flat',
    account: account('ordinary'),
  },
]
const memberOf = memberOfWeek(`OU=Second,${baseDn}`)

describeWithService('samba', 'A week on Active Directory', () => {
  let samba: SambaAd
  let admin: DirectoryAdmin
  beforeAll(async () => {
    samba = await startSambaAd()
    admin = { url: samba.url, bindDn: samba.admin.dn, password: samba.admin.password }
    for (const name of ['replicates', 'ordinary', 'sees-deleted']) await addAccount(samba, name)
    await grant(samba, account('replicates').dn, baseDn, replicatingDirectoryChanges)
    for (const name of ['replicates', 'sees-deleted']) {
      await grant(samba, account(name).dn, `CN=Deleted Objects,${baseDn}`, readPropertyAndListContents)
    }
  }, longest)
  afterAll(() => samba?.stop())

  describeWeek('in which everything happens', {
    variants,
    steps: weekSteps({ flavour: 'ad', baseDn }),
    closings: weekClosings,
    async begin() {
      await ldapmodify(admin, weekCompany('ad', baseDn).join(''))
      return weekDirectory('ad', admin, baseDn)
    },
  })

  const ways = [
    { ...inProcess, name: 'dirsync', method: 'dirsync', account: account('ordinary') },
    { ...inProcess, name: 'usn', method: 'usn', account: account('sees-deleted') },
  ] as const
  describeWeek('in which membership of a group decides who is selected', {
    variants: ways.map((way) => ({ ...way, userFilter: memberOf.direct.filter })),
    steps: memberOf.direct.steps,
    closings: [],
    async begin() {
      await ldapmodify(admin, memberOf.company.join(''))
      return weekDirectory('ad', admin, `OU=Second,${baseDn}`)
    },
  })
  describeWeek('in which membership through other groups decides', {
    variants: ways.map((way) => ({ ...way, userFilter: memberOf.nested.filter })),
    steps: memberOf.nested.steps,
    closings: [],
    begin: async () => weekDirectory('ad', admin, `OU=Second,${baseDn}`),
  })
})

import { describeWithService } from '../services/describeWithService.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { ldapdelete, ldapmodify, removeRecord } from './ldapmodify.ts'
import { adminOf } from './slapdAccess.ts'
import { weekClosings } from './weekClosings.ts'
import { weekCompany, weekPlaces } from './weekCompany.ts'
import { describeWeek } from './weekDescription.ts'
import { weekDirectory } from './weekDirectory.ts'
import { membersOf, weekStep } from './weekStep.ts'
import { weekSteps } from './weekSteps.ts'

const baseDn = 'dc=example,dc=com'
const account = { dn: `cn=reader,${baseDn}`, password: 'reader-secret' }
const inProcess = { groups: 'nested', through: 'this process', messages: 10, account } as const

describeWithService('slapd', 'A week on OpenLDAP', () => {
  let slapd: Slapd
  afterAll(() => slapd?.stop())

  const { staff, groups } = weekPlaces(baseDn)
  /** The session log is lost, and with it what was deleted. */
  const afterRestart = weekStep(
    'somebody is deleted and somebody leaves a group before the server starts again',
    async ({ admin, change }) => {
      await ldapdelete(admin, [`CN=hans,OU=New,${staff}`])
      await change(removeRecord(`CN=temp,${groups}`, 'member', `CN=gina,${staff}`))
      await slapd.restart()
    },
    ['deactivate hans (vanished)', ...membersOf('temp')],
    ['deactivate hans (vanished)', ...membersOf('everyone', 'sales', 'temp')],
  )

  describeWeek('with the overlay syncprov', {
    variants: [
      { ...inProcess, name: 'timestamps', method: 'timestamps', messages: 20 },
      { ...inProcess, name: 'syncrepl on the command line', method: 'syncrepl', through: 'the command line' },
      { ...inProcess, name: 'syncrepl, flat groups', method: 'syncrepl', groups: 'flat' },
    ],
    steps: [...weekSteps({ flavour: 'inetOrgPerson', baseDn }), afterRestart],
    closings: weekClosings,
    async begin() {
      slapd = await startSlapd({ baseDn, sessionLog: 10_000 })
      await ldapmodify(adminOf(slapd), weekCompany('inetOrgPerson', baseDn).join(''))
      return weekDirectory('inetOrgPerson', adminOf(slapd), baseDn)
    },
  })
})

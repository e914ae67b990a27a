import type { SettingsInput } from '../../app/settings/schema.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { type LdapsearchEntry, ldapsearch } from '../services/ldapsearch.ts'
import { type SambaAd, startSambaAd } from '../services/sambaAd.ts'
import { addAccount, grant } from '../source/ldap/tracking/sambaAccounts.ts'
import { differences } from './differences.ts'
import { distributionGroups, roomsOffAndOn } from './everyKindClosings.ts'
import { bigGroupMembers, closeTheRing, everyKindCompany, everyKindPlaces } from './everyKindCompany.ts'
import { type EveryKind, expectedKinds, readBytes, storedKinds } from './everyKindContent.ts'
import { everyKindSelections } from './everyKindSelections.ts'
import { bigGroupSteps, everyKindSteps } from './everyKindSteps.ts'
import { activeDirectory } from './expectedContent.ts'
import { type DirectoryAdmin, ldapmodify } from './ldapmodify.ts'
import { plainContent } from './plainContent.ts'
import { readResources } from './readStore.ts'
import type { CommandResult } from './runConnector.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import type { WeekConnector, WeekVariant } from './weekConnector.ts'
import { describeWeek } from './weekDescription.ts'
import { weekDirectory } from './weekDirectory.ts'
import { makeWorkplace, type Workplace } from './workplace.ts'

const baseDn = 'DC=corp,DC=example,DC=com'
const { company } = everyKindPlaces(baseDn)
const { selection, withoutCrowd } = everyKindSelections(baseDn)
const avatar = { enabled: true, source: 'attribute' } as const
const account = (name: string) => ({ dn: `CN=${name},CN=Users,${baseDn}`, password: 'Passw0rd!23' })
const readPropertyAndListContents = '(A;;RPLC;;;SID)'
const longest = 600_000

type Chosen = Pick<typeof selection, 'baseDns' | 'excludeDns'>
const ways = [
  { name: 'dirsync', method: 'dirsync', account: account('ordinary') },
  { name: 'usn', method: 'usn', account: account('sees-deleted') },
] as const
const variants = (chosen: SettingsInput['selection']): readonly WeekVariant[] =>
  ways.map((way) => ({
    ...{ ...way, groups: 'nested', through: 'this process', messages: 16 },
    settings: { selection: chosen, avatar },
  }))

describeWithService('samba', 'Every kind of object of Active Directory', () => {
  let samba: SambaAd
  let admin: DirectoryAdmin
  beforeAll(async () => {
    samba = await startSambaAd({ ldif: everyKindCompany(baseDn) })
    admin = { url: samba.url, bindDn: samba.admin.dn, password: samba.admin.password }
    await ldapmodify(admin, closeTheRing(baseDn))
    for (const name of ['ordinary', 'sees-deleted']) await addAccount(samba, name)
    const deletedObjects = `CN=Deleted Objects,${baseDn}`
    await grant(samba, account('sees-deleted').dn, deletedObjects, readPropertyAndListContents)
  }, longest)
  afterAll(() => samba?.stop())

  async function expected({ baseDns, excludeDns }: Chosen = selection): Promise<EveryKind> {
    const search = { url: samba.url, bindDn: admin.bindDn, password: admin.password, baseDn: company }
    const isBelow = (dn: string, places: readonly string[]) => places.some((place) => dn.endsWith(place))
    const isInside = ({ dn }: LdapsearchEntry) => isBelow(dn, baseDns) && !isBelow(dn, excludeDns)
    return expectedKinds({
      entries: (await ldapsearch(search)).filter(isInside),
      dialect: activeDirectory,
      isRoom: ({ attributes }) =>
        attributes.get('msexchresourcemetadata')?.includes('ResourceType:Room') === true ||
        attributes.get('businesscategory')?.[0]?.toLowerCase() === 'meeting room',
      photos: await readBytes(search, 'thumbnailPhoto'),
    })
  }

  describe('the first sync on the command line', () => {
    let workplace: Workplace
    let plan: RunReport
    let applied: CommandResult
    beforeAll(async () => {
      const bind = { method: 'simple', user: admin.bindDn, password: { env: 'DIRECTORY_PASSWORD' } } as const
      workplace = await makeWorkplace({
        directory: { type: 'ad-ds', servers: [samba.url], bind },
        password: admin.password,
        selection,
        avatar,
      })
      plan = (await workplace.install.run('dry-run', '--json')).json()
      applied = await workplace.install.run('apply', String(plan.planId), '--json')
    }, longest)
    afterAll(() => workplace?.end())

    test('counts every kind', async () => {
      const { content, contacts } = await expected()
      expect(plan).toMatchObject({ complete: true, halted: null })
      expect(plan.counts).toMatchObject({
        users: { create: bigGroupMembers + 9, skipped: 0, conflicts: 0 },
        rooms: { create: 4 },
        groups: { create: content.groups.size },
        contacts: { create: contacts.length, skipped: 1 },
        avatars: { create: 7, skipped: 1 },
      })
    })

    test('tells what it does not send', async () => {
      const { stdout } = await workplace.install.run('plans', 'show', String(plan.planId))
      expect(stdout).toMatch(/ring1.* through /)
      expect(stdout).toContain('3 group members lie outside the selection')
      expect(stdout).toMatch(/dome@week\.test.*@rooms\.week\.test/)
      expect(stdout).toMatch(/broken-picture .*fritz@week\.test/)
      expect(stdout).toMatch(/CN=nothing,.*\n.*neither an e-mail address/)
    })

    test('leaves in the store what ldapsearch finds in the directory', async () => {
      expect(applied.stderr).toBe('')
      expect(applied.code).toBe(0)
      const { store } = workplace
      await expectEqual(storedKinds(await store.content(), await contactsIn(store.url, store.token)), await expected())
      const { groups, users } = await store.content()
      expect(groups.get('all')?.members).toHaveLength(bigGroupMembers)
      expect(groups.get('ring3')?.members).toEqual(['Group ring1', 'User carl@week.test'])
      expect(groups.get('mixed')?.members).toEqual([
        ...['Group all', 'Group nest1', 'Group ring1', 'User atrium@week.test', 'User ben@week.test'],
      ])
      expect(groups.has('letters')).toBe(false)
      expect(users.get('cabin@week.test')).toMatchObject({ active: true, userType: 'room' })
    })

    test(
      'leaves nothing to do',
      async () => {
        const again = (await workplace.install.run('dry-run', '--json')).json<RunReport>()
        for (const kind of ['users', 'rooms', 'groups', 'contacts', 'avatars'] as const) {
          expect(again.counts[kind]).toMatchObject({ ...nothingToDo, mismatched: 0 })
        }
        expect(again.counts.avatars).toMatchObject({ matched: 7, skipped: 1 })
      },
      longest,
    )
  })

  const inTheEnd = (chosen: Chosen) => ({
    name: 'the store holds what ldapsearch finds in the directory',
    concerns: () => true,
    async check({ read, store, dryRun }: WeekConnector): Promise<void> {
      const contacts = await contactsIn(store.url, 'store-token')
      await expectEqual(storedKinds(plainContent(await read()), contacts), await expected(chosen))
      expect((await dryRun('snapshot')).changes).toEqual([])
    },
  })
  const begin = async () => weekDirectory('ad', admin, baseDn)

  describeWeek('one change after the other', {
    variants: variants(withoutCrowd),
    steps: everyKindSteps(baseDn),
    closings: [inTheEnd(withoutCrowd), roomsOffAndOn(withoutCrowd), distributionGroups(withoutCrowd)],
    begin,
  })
  describeWeek('in a group of many', {
    variants: variants(selection),
    steps: bigGroupSteps(baseDn),
    closings: [inTheEnd(selection)],
    begin,
  })
})

function contactsIn(url: string, token: string) {
  return readResources(`${url}/Contacts`, token)
}

async function expectEqual(actual: EveryKind, expected: EveryKind): Promise<void> {
  expect(differences(actual.content, expected.content)).toEqual([])
  expect(actual.contacts).toEqual(expected.contacts)
  expect([...actual.photos.keys()].sort()).toEqual([...expected.photos.keys()].sort())
  for (const [name, photo] of expected.photos) expect(actual.photos.get(name) === photo).toBe(true)
}

import type { SettingsInput } from '../../app/settings/schema.ts'
import { contactClass } from '../services/contactsLdif.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { type LdapsearchEntry, ldapsearch } from '../services/ldapsearch.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { differences } from './differences.ts'
import { describeChangesOfMind } from './everyKindChangesOfMind.ts'
import { expectedKinds, readBytes, storedKinds } from './everyKindContent.ts'
import { describeFlatStore } from './everyKindFlatStore.ts'
import { openLdapCompany, openLdapPlaces } from './everyKindOpenLdapCompany.ts'
import { openLdapSteps } from './everyKindOpenLdapSteps.ts'
import { describePictureServer } from './everyKindPictureServer.ts'
import { openLdap } from './expectedContent.ts'
import { plainContent } from './plainContent.ts'
import { readResources } from './readStore.ts'
import { adminOf } from './slapdAccess.ts'
import type { WeekConnector, WeekVariant } from './weekConnector.ts'
import { describeWeek } from './weekDescription.ts'
import { type WeekDirectory, weekDirectory } from './weekDirectory.ts'

const { people, contacts, groups } = openLdapPlaces
const account = { dn: 'cn=reader,dc=example,dc=com', password: 'reader-secret' }
const selection = {
  baseDns: [people, contacts, groups],
  groups: { enabled: true },
  contacts: { enabled: true },
} satisfies SettingsInput['selection']
const avatar = { enabled: true, source: 'attribute', attribute: 'jpegPhoto' } as const

describeWithService('slapd', 'Every kind of object of another directory', () => {
  let slapd: Slapd
  let directory: WeekDirectory
  beforeAll(async () => {
    slapd = await startSlapd({ ldif: openLdapCompany(), classes: [contactClass], sessionLog: 10_000 })
    directory = weekDirectory('inetOrgPerson', adminOf(slapd), slapd.baseDn)
  }, 60_000)
  afterAll(() => slapd?.stop())

  // First, as it looks at groups that change afterwards.
  describeFlatStore(() => directory, account)
  describeWeek('with pictures in the directory', {
    variants: (['syncrepl', 'timestamps'] as const).map(
      (method): WeekVariant => ({
        ...{ name: method, method, account, groups: 'nested', through: 'this process', messages: 20 },
        settings: { selection, avatar },
      }),
    ),
    steps: openLdapSteps,
    closings: [
      {
        name: 'the store holds what ldapsearch finds in the directory',
        concerns: () => true,
        check: expectAsInDirectory,
      },
    ],
    begin: async () => directory,
  })
  describePictureServer(() => directory, account)
  describeChangesOfMind(() => directory, account)

  async function expectAsInDirectory({ read, store }: WeekConnector): Promise<void> {
    const search = { ...directory.admin, baseDn: openLdapPlaces.company }
    const isInside = ({ dn }: LdapsearchEntry) =>
      selection.baseDns.some((base) => dn.toLowerCase().endsWith(base.toLowerCase()))
    const expected = expectedKinds({
      entries: (await ldapsearch(search)).filter(isInside),
      dialect: openLdap,
      isRoom: () => false,
      photos: await readBytes(search, 'jpegPhoto'),
    })
    const actual = storedKinds(plainContent(await read()), await readResources(`${store.url}/Contacts`, 'store-token'))
    expect(differences(actual.content, expected.content)).toEqual([])
    expect(actual.contacts).toEqual(expected.contacts)
    expect(actual.photos).toEqual(expected.photos)
    expect(actual.photos.size).toBeGreaterThan(1)
  }
})

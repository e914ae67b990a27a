import type { SettingsInput } from '../../app/settings/schema.ts'
import { type PictureServer, sendBytes, startPictureServer } from '../avatar/pictureServer.ts'
import { crowd, openLdapPlaces } from './everyKindOpenLdapCompany.ts'
import { pictures } from './everyKindPictures.ts'
import { addRecord, ldapdelete, removeRecord, replaceRecord } from './ldapmodify.ts'
import { readResources } from './readStore.ts'
import { startWeekConnector, type WeekConnector, type WeekVariant } from './weekConnector.ts'
import type { WeekDirectory } from './weekDirectory.ts'

const { people, contacts, groups } = openLdapPlaces
const token = 'store-token'
const schemas = 'urn:cisco:codev:identity:contact:core:1.0'

/** A store without groups in groups, that takes links to pictures only and has contacts of its own kind. */
export function describeFlatStore(directory: () => WeekDirectory, account: WeekVariant['account']): void {
  describe('in the webex store', () => {
    let server: PictureServer
    let connector: WeekConnector
    const avatar = (reachableFromStore: boolean): SettingsInput['avatar'] => ({
      ...{ enabled: true, source: 'server', allowPrivateAddresses: true, reachableFromStore },
      pattern: `${server.origin}/photos/{mail: .*?(?=@)}.jpg`,
    })
    const selection = { groups: { enabled: true }, contacts: { enabled: true } }
    beforeAll(async () => {
      server = await startPictureServer()
      server.on('/photos/ann.jpg', sendBytes(pictures.jpeg))
      server.on('/photos/dora.jpg', sendBytes(pictures.broken))
      connector = await startWeekConnector(directory(), {
        ...{ name: 'webex', method: 'syncrepl', groups: 'flat', through: 'this process', messages: 20, account },
        settings: { selection: { ...selection, baseDns: [openLdapPlaces.company] }, avatar: avatar(false) },
      })
    }, 60_000)
    afterAll(async () => {
      await connector?.close()
      await server?.close()
    })

    const request = async (method: string, path: string, body?: object) => {
      const response = await fetch(`${connector.store.contactsUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify({ schemas, ...body }) }),
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return response
    }
    const stored = async () => {
      const response = await request('GET', '/search?limit=1000&keyword=')
      return ((await response.json()) as { readonly result: readonly Contact[] }).result
    }
    const storedAs = async (name: string) => (await stored()).filter(({ displayName }) => displayName === name)
    const photos = async () =>
      (await connector.read()).users.flatMap(({ userName, photos }) => (photos ? [{ userName, photos }] : []))
    /** The names of a group's members without their domain, sorted. */
    const membersOf = async (name: string): Promise<readonly string[]> => {
      const { users, groups } = await connector.read()
      const nameOfId = new Map(users.map(({ id, userName }) => [id, String(userName).replace('@week.test', '')]))
      const group = groups.find(({ displayName }) => displayName === name)
      const members = await readResources(`${connector.store.url}/Groups/${group?.id}/Members`, token, 'members')
      return members.map(({ value }) => nameOfId.get(String(value)) ?? `somebody with the id ${value}`).sort()
    }
    const foreign = ['Somebody else', 'Another pete']

    test('the first sync: groups flattened, no picture, contacts beside those of others', async () => {
      await request('POST', '', { displayName: 'Somebody else', emails: email('else@other.test') })
      await request('POST', '', { displayName: 'Another pete', emails: email('pete@week.test') })
      const { plan } = await connector.syncFull()
      const warnings = plan.warnings.filter(({ subject }) => subject === 'avatar')
      expect(warnings).toEqual([expect.objectContaining({ message: expect.stringContaining('reach') })])
      expect(await photos()).toEqual([])
      expect(plan.counts.contacts).toMatchObject({ selected: 4, create: 2, skipped: 2, mismatched: 2 })
      expect(await storedAs('pete')).toEqual([])
      expect((await connector.dryRun()).changes).toEqual([])
    }, 60_000)

    test('a group of more than a page holds everybody once, also those of the groups in it', async () => {
      const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `p${from + n}`).sort()
      const all = crowd.direct + crowd.further - crowd.both
      expect(await membersOf('many')).toEqual(numbers(0, all))
      expect(await membersOf('further')).toEqual(numbers(crowd.direct - crowd.both, all))
      for (const name of ['ring1', 'ring2']) expect(await membersOf(name)).toEqual(['ann', 'ben'])
    })

    test('a membership below it changes', async () => {
      const further = `CN=further,${openLdapPlaces.crowd}`
      const inBoth = `CN=p${crowd.direct - 1},${openLdapPlaces.crowd}`
      const last = `CN=p${crowd.direct + crowd.further - crowd.both - 1},${openLdapPlaces.crowd}`
      await directory().change(removeRecord(further, 'member', inBoth))
      expect((await connector.syncIncremental()).changes).toEqual(['update further (differs: members)'])
      await directory().change(removeRecord(further, 'member', last), addRecord(further, 'member', `CN=ann,${people}`))
      expect((await connector.syncIncremental()).changes).toEqual([
        'update further (differs: members)',
        'update many (differs: members)',
      ])
      expect((await connector.dryRun()).changes).toEqual([])
      expect(await membersOf('many')).toContain('ann')
      expect(await membersOf('many')).toHaveLength(crowd.direct + crowd.further - crowd.both)
    })

    test('links to pictures stand in the store once it can reach them, and go with them', async () => {
      await connector.use({ avatar: avatar(true) })
      expect((await connector.syncFull()).changes).toEqual(['create avatar ann (picture-new)'])
      const value = `${server.origin}/photos/ann.jpg`
      expect(await photos()).toEqual([{ userName: 'ann@week.test', photos: [expect.objectContaining({ value })] }])
      expect((await connector.dryRun()).changes).toEqual([])
      server.on('/photos/ann.jpg', (response) => void response.writeHead(404).end())
      expect((await connector.syncIncremental()).changes).toEqual(['delete avatar ann (picture-gone)'])
      expect(await photos()).toEqual([])
      expect((await connector.dryRun('snapshot')).changes).toEqual([])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('a contact changes in the store as in the directory', async () => {
      const [own] = await storedAs('Paula Partner')
      expect(own).toMatchObject({ emails: [{ value: 'paula@week.test' }], addressInfo: { city: 'Cologne' } })
      await directory().change(replaceRecord(`CN=paula,${contacts}`, 'l', 'Bonn'))
      expect((await connector.syncIncremental()).changes).toEqual(['update contact paula (differs: l)'])
      expect(await storedAs('Paula Partner')).toMatchObject([
        { contactId: own?.contactId, addressInfo: { city: 'Bonn' } },
      ])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('who was held back for the contact of somebody else comes once that is gone', async () => {
      const [other] = await storedAs('Another pete')
      await request('DELETE', `/${other?.contactId}`)
      expect((await connector.syncFull()).changes).toEqual(['create contact pete (new-in-selection)'])
      await request('POST', '', { displayName: 'Another pete', emails: email('pete@week.test') })
      await ldapdelete(directory().admin, [`CN=pete,${contacts}`])
      expect((await connector.syncIncremental()).changes).toEqual(['delete contact pete (vanished)'])
      expect(await storedAs('Another pete')).toHaveLength(1)
    })

    test('contacts of others survive everything', async () => {
      await directory().change(
        `dn: CN=rival,${contacts}\nchangetype: add\nobjectClass: contact\nsn: rival\nmail: rival@week.test\n\n`,
      )
      expect((await connector.syncIncremental()).changes).toEqual(['create contact rival (new-in-selection)'])
      await request('POST', '', { displayName: 'Another rival', emails: email('rival@week.test') })
      expect((await connector.dryRun()).changes).toEqual([])
      await directory().change(replaceRecord(`CN=rival,${contacts}`, 'title', 'Foe'))
      expect((await connector.syncIncremental()).changes).toEqual(['update contact rival (differs: title)'])
      await directory().change(
        `dn: CN=second,${contacts}\nchangetype: add\nobjectClass: contact\nsn: second\nmail: second@week.test\n\n`,
        `dn: CN=third,${contacts}\nchangetype: add\nobjectClass: contact\nsn: third\nmail: second@week.test\n\n`,
      )
      expect((await connector.syncIncremental()).changes).toEqual(
        Array(2).fill('create contact second (new-in-selection)'),
      )
      expect((await connector.dryRun()).changes).toEqual([])
      await ldapdelete(directory().admin, [`CN=second,${contacts}`, `CN=third,${contacts}`])
      expect((await connector.syncIncremental()).changes).toEqual(Array(2).fill('delete contact second (vanished)'))
      await connector.use({ mismatched: 'delete' })
      expect((await connector.syncFull()).changes).toEqual([])
      await ldapdelete(directory().admin, [`CN=rival,${contacts}`])
      expect((await connector.syncIncremental()).changes).toEqual(['delete contact rival (vanished)'])
      await connector.use({ selection: { ...selection, contacts: { enabled: false }, baseDns: [people, groups] } })
      expect((await connector.syncFull()).changes.filter((change) => change.includes(' contact '))).toEqual([])
      const names = (await stored()).map(({ displayName }) => displayName)
      expect(names).toEqual(expect.arrayContaining([...foreign, 'Another rival']))
      expect(await storedAs('Another pete')).toMatchObject([{ emails: [{ value: 'pete@week.test' }] }])
    })
  })
}

interface Contact {
  readonly contactId: string
  readonly displayName: string
}

function email(value: string) {
  return [{ value, type: 'work', primary: true }]
}

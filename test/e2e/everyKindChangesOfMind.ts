import type { SettingsInput } from '../../app/settings/schema.ts'
import { openLdapPlaces } from './everyKindOpenLdapCompany.ts'
import { pictures } from './everyKindPictures.ts'
import { addRecord, removeRecord } from './ldapmodify.ts'
import { startWeekConnector, type WeekConnector, type WeekVariant } from './weekConnector.ts'
import { newPerson, type WeekDirectory } from './weekDirectory.ts'

const { people, crowd } = openLdapPlaces
const avatar = { enabled: true, source: 'attribute', attribute: 'jpegPhoto' } as const
const rooms = { enabled: true, attributes: [{ name: 'businessCategory', equals: 'Room' }] }
const selection = { baseDns: [people] } satisfies SettingsInput['selection']
const dn = (name: string) => `CN=${name},${people}`

/** The administrator changes the settings, and somebody works in the store by hand. */
export function describeChangesOfMind(directory: () => WeekDirectory, account: WeekVariant['account']): void {
  describe('when somebody has other ideas', () => {
    let connector: WeekConnector
    beforeAll(async () => {
      for (const [name, bytes] of [
        ['mia', pictures.jpeg],
        ['noa', pictures.otherJpeg],
      ] as const) {
        const photo = `jpegPhoto:: ${bytes.toString('base64')}\n\n`
        await directory().change(`${newPerson('inetOrgPerson', dn(name), name)}${photo}`)
      }
      connector = await startWeekConnector(directory(), {
        ...{ name: 'ideas', method: 'syncrepl', groups: 'nested', through: 'this process', messages: 20, account },
        settings: { selection, avatar },
      })
      await connector.syncFull()
    }, 60_000)
    afterAll(() => connector?.close())

    const user = async (name: string) =>
      (await connector.read()).users.find(({ userName }) => userName === `${name}@week.test`)
    const photoOf = async (name: string) => {
      const { photos = [] } = ((await user(name)) ?? {}) as { readonly photos?: readonly { readonly value: string }[] }
      return photos.map(({ value }) => Buffer.from(value.slice(value.indexOf(',') + 1), 'base64'))
    }
    const atStore = async (method: string, name: string, body?: object) => {
      const response = await fetch(`${connector.store.url}/Users/${(await user(name))?.id}`, {
        method,
        headers: { authorization: 'Bearer store-token', 'content-type': 'application/scim+json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`${method} ${name}: ${response.status} ${await response.text()}`)
    }
    const setPhoto = (name: string, bytes: Buffer | null) =>
      directory().change(
        bytes
          ? `dn: ${dn(name)}\nchangetype: modify\nreplace: jpegPhoto\njpegPhoto:: ${bytes.toString('base64')}\n\n`
          : `dn: ${dn(name)}\nchangetype: modify\ndelete: jpegPhoto\n\n`,
      )
    const concerning = (changes: readonly string[], ...names: readonly string[]) =>
      changes.filter((change) => names.some((name) => change.includes(name)))

    test('a picture that somebody took out of the store comes back', async () => {
      await atStore('PATCH', 'mia', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'remove', path: 'photos' }],
      })
      expect((await connector.syncFull()).changes).toEqual(['create avatar mia (picture-missing)'])
      expect(await photoOf('mia')).toEqual([pictures.jpeg])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('a user that somebody deleted in the store comes back with the picture', async () => {
      await atStore('DELETE', 'noa')
      expect((await connector.syncFull()).changes).toEqual([
        expect.stringMatching(/^create avatar noa /),
        'create noa (resource-missing)',
      ])
      expect(await photoOf('noa')).toEqual([pictures.otherJpeg])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('another attribute has other pictures, and the first one the first ones', async () => {
      await connector.use({ avatar: { ...avatar, attribute: 'audio' } })
      expect(concerning((await connector.syncFull()).changes, 'mia', 'noa')).toEqual([
        'delete avatar mia (picture-gone)',
        'delete avatar noa (picture-gone)',
      ])
      await connector.use({ avatar })
      await connector.syncFull()
      expect(await photoOf('mia')).toEqual([pictures.jpeg])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('what changed while pictures were switched off is found afterwards', async () => {
      await connector.use({ avatar: { ...avatar, enabled: false } })
      expect((await connector.syncFull()).changes).toEqual([])
      expect(await photoOf('mia')).toEqual([pictures.jpeg])
      await setPhoto('mia', pictures.otherJpeg)
      await connector.syncIncremental()
      await connector.use({ avatar })
      expect((await connector.dryRun('snapshot')).changes).toEqual(['update avatar mia (picture-differs)'])
      expect((await connector.syncFull()).changes).toEqual(['update avatar mia (picture-differs)'])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('somebody who left long ago and comes back gets the picture again', async () => {
      await directory().move(dn('noa'), `CN=noa,${crowd}`)
      expect((await connector.syncIncremental()).changes).toEqual(['deactivate noa (vanished)'])
      connector.passDays(8)
      expect((await connector.syncFull()).changes).toEqual(['delete noa (vanished-long-enough)'])
      await directory().move(`CN=noa,${crowd}`, dn('noa'))
      expect((await connector.syncIncremental()).changes).toEqual([
        'create avatar noa (picture-new)',
        'create noa (new-in-selection)',
      ])
      expect(await photoOf('noa')).toEqual([pictures.otherJpeg])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('a store that does not keep what it is sent is told of, and asked again later', async () => {
      connector.store.faults.ignoreAttributes = ['photos']
      await setPhoto('mia', pictures.jpeg)
      await setPhoto('noa', null)
      const planned = ['delete avatar noa (picture-gone)', 'update avatar mia (picture-differs)']
      for (const _ of ['first', 'second']) {
        const { plan, changes } = await connector.syncIncremental()
        expect(changes).toEqual(planned)
        expect(plan.status).toBe('partly-applied')
      }
      delete connector.store.faults.ignoreAttributes
      connector.passDays(1)
      expect((await connector.syncIncremental()).changes).toEqual(planned)
      expect([await photoOf('mia'), await photoOf('noa')]).toEqual([[pictures.jpeg], []])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('a lost answer loses no picture', async () => {
      await setPhoto('mia', pictures.otherJpeg)
      await setPhoto('noa', pictures.jpeg)
      connector.store.faults.dropAfterWork = { every: 1, times: 1, methods: ['PATCH'] }
      await connector.syncIncremental()
      delete connector.store.faults.dropAfterWork
      expect((await connector.dryRun()).changes).toEqual([])
      expect([await photoOf('mia'), await photoOf('noa')]).toEqual([[pictures.otherJpeg], [pictures.jpeg]])
    })

    test('rooms are identified from the next full sync on', async () => {
      await directory().change(addRecord(dn('mia'), 'businessCategory', 'ROOM'))
      expect((await connector.syncIncremental()).changes).toEqual([])
      await connector.use({ selection: { ...selection, rooms } })
      await expect(connector.dryRun('snapshot')).rejects.toThrow('businessCategory')
      expect((await connector.syncFull()).changes).toEqual(['update room mia (differs: room)'])
      expect(await user('mia')).toMatchObject({ userType: 'room' })
      expect((await connector.dryRun('snapshot')).changes).toEqual([])
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('rooms alone: who becomes one comes, who is none any more leaves', async () => {
      await connector.use({ selection: { ...selection, users: { enabled: false }, rooms } })
      expect(concerning((await connector.syncFull()).changes, 'mia', 'noa')).toEqual(['deactivate noa (vanished)'])
      await directory().change(addRecord(dn('noa'), 'businessCategory', 'Room'))
      expect((await connector.syncIncremental()).changes).toEqual(['reactivate room noa (back-in-selection)'])
      await directory().change(removeRecord(dn('mia'), 'businessCategory', 'ROOM'))
      expect((await connector.syncIncremental()).changes).toEqual(['deactivate room mia (vanished)'])
      expect((await connector.dryRun()).changes).toEqual([])
    })
  })
}

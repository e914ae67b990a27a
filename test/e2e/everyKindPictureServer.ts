import { type PictureServer, startPictureServer } from '../avatar/pictureServer.ts'
import { openLdapPlaces } from './everyKindOpenLdapCompany.ts'
import { noisePng, pictures } from './everyKindPictures.ts'
import { replaceRecord } from './ldapmodify.ts'
import { startWeekConnector, type WeekConnector, type WeekVariant } from './weekConnector.ts'
import type { WeekDirectory } from './weekDirectory.ts'

/** Pictures on a web server, with a tag by which an unchanged one is known. */
export function describePictureServer(directory: () => WeekDirectory, account: WeekVariant['account']): void {
  describe('with pictures on a web server', () => {
    let server: PictureServer
    let connector: WeekConnector
    let sent = 0
    const publish = (name: string, bytes: Buffer, tag: string) =>
      server.on(`/photos/${name}.jpg`, (response, { headers }) => {
        if (headers['if-none-match'] === `"${tag}"`) return void response.writeHead(304).end()
        sent += 1
        response.writeHead(200, { etag: `"${tag}"` }).end(bytes)
      })
    beforeAll(async () => {
      server = await startPictureServer()
      publish('ann', pictures.png, 'first')
      publish('ben', pictures.large, 'first')
      publish('dora', pictures.broken, 'first')
      connector = await startWeekConnector(directory(), {
        ...{ name: 'pictures', method: 'syncrepl', groups: 'nested', through: 'this process', messages: 20, account },
        settings: {
          selection: { baseDns: [openLdapPlaces.people] },
          avatar: {
            ...{ enabled: true, source: 'server', allowPrivateAddresses: true },
            pattern: `${server.origin}/photos/{mail: .*?(?=@)}.jpg`,
          },
        },
      })
      await connector.syncFull()
    }, 60_000)
    afterAll(async () => {
      await connector?.close()
      await server?.close()
    })

    async function photoOf(name: string): Promise<unknown> {
      const user = (await connector.read()).users.find(({ userName }) => userName === `${name}@week.test`)
      return user?.photos
    }
    const uri = (bytes: Buffer) => [
      expect.objectContaining({ type: 'photo', value: `data:image/png;base64,${bytes.toString('base64')}` }),
    ]

    test('the store holds the bytes that the server sent', async () => {
      expect(await photoOf('ann')).toEqual(uri(pictures.png))
      expect(await photoOf('ben')).toEqual(uri(pictures.large))
      expect(await photoOf('carl')).toBeUndefined()
      expect(await photoOf('dora')).toBeUndefined()
    })

    test('nothing is sent again while nothing changes', async () => {
      sent = 0
      const { plan, changes } = await connector.dryRun()
      expect(changes).toEqual([])
      expect(plan.counts.avatars).toMatchObject({ matched: 2, skipped: 1 })
      // A picture that cannot be used has nothing by which it could be known.
      expect(sent).toBeLessThanOrEqual(1)
    })

    test('an incremental sync finds a picture that changed on the web server alone', async () => {
      publish('ann', noisePng(40, 7), 'second')
      expect((await connector.syncIncremental()).changes).toEqual(['update avatar ann (picture-differs)'])
      expect(await photoOf('ann')).toEqual(uri(noisePng(40, 7)))
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('and one that appeared, and one that went away', async () => {
      publish('carl', pictures.png, 'first')
      server.on('/photos/ben.jpg', (response) => void response.writeHead(404).end())
      expect((await connector.syncIncremental()).changes).toEqual([
        'create avatar carl (picture-new)',
        'delete avatar ben (picture-gone)',
      ])
      expect(await photoOf('ben')).toBeUndefined()
      expect((await connector.dryRun()).changes).toEqual([])
    })

    test('a look at the snapshot finds it too, and writes nothing', async () => {
      publish('carl', pictures.large, 'second')
      expect((await connector.dryRun('snapshot')).changes).toEqual(['update avatar carl (picture-differs)'])
      expect(await photoOf('carl')).toEqual(uri(pictures.png))
      expect((await connector.syncIncremental()).changes).toEqual(['update avatar carl (picture-differs)'])
    })

    test('a server that is down takes no picture away', async () => {
      server.on('/photos/ann.jpg', (response) => void response.writeHead(503).end())
      expect((await connector.syncIncremental()).changes).toEqual([])
      expect((await connector.dryRun()).changes).toEqual([])
      expect(await photoOf('ann')).toEqual(uri(noisePng(40, 7)))
      publish('ann', noisePng(40, 7), 'second')
    })

    test('another address in the directory leads to another picture', async () => {
      publish('anna', pictures.png, 'first')
      const dn = `CN=ann,${openLdapPlaces.people}`
      await directory().change(replaceRecord(dn, 'mail', 'anna@week.test'))
      expect((await connector.syncIncremental()).changes).toEqual([
        'update anna (differs: uid)',
        'update avatar anna (picture-differs)',
      ])
      expect((await connector.dryRun()).changes).toEqual([])
      await directory().change(replaceRecord(dn, 'mail', 'ann@week.test'))
    })
  })
}

import { type Answer, type PictureServer, sendBytes, startPictureServer } from '../avatar/pictureServer.ts'
import { day, expectEqual } from '../fakes/connectorOn.ts'
import { deleteInDirectory } from '../fakes/fakeTracking.ts'
import { person } from '../fakes/people.ts'
import { portraitOf } from '../fakes/portraits.ts'
import { questionsTo, sendUnlessKnown, serverSettings, serverWorld, warningsOf } from './avatarServers.ts'
import { type AvatarWorld, counted, hashOf, photoSettings, planned, refusals, shownIn } from './avatarWorld.ts'

const [first, second, third] = [portraitOf('first'), portraitOf('second'), portraitOf('third')]
const names = ['ann', 'bob', 'cleo'] as const
const status =
  (code: number): Answer =>
  (response) =>
    response.writeHead(code).end()
const uid = (name: string) => `${name}@corp.test`

describe('pictures on a resource server', () => {
  let server: PictureServer
  let world: AvatarWorld
  beforeEach(async () => {
    server = await startPictureServer()
    server.on('/ann.jpg', sendUnlessKnown(first, '"a1"'))
    server.on('/bob.jpg', sendUnlessKnown(second, '"b1"'))
  })
  afterEach(async () => {
    await world.connector.close()
    await server.close()
  })

  const pattern = () => `${server.origin}/{mail: .*?(?=@)}.jpg`
  const begin = async (capabilities: Parameters<typeof serverWorld>[2] = {}, settings = serverSettings(pattern())) => {
    const people = names.map((name) => person(name))
    world = await serverWorld(people, settings, capabilities)
    return counted(world, () => world.connector.syncFull())
  }
  const incremental = () => counted(world, () => world.connector.syncIncremental())
  const full = () => counted(world, () => world.connector.syncFull())
  const shown = () => shownIn(world.target)
  const asked = async (run: () => Promise<unknown>) => {
    const before = server.asked.length
    await run()
    return questionsTo(server.asked.slice(before))
  }
  const initially = { [uid('ann')]: hashOf(first), [uid('bob')]: hashOf(second) }

  it('are sent with the first full sync; who has none has none', async () => {
    const { result } = await begin()
    expect(result.run.status).toBe('done')
    expect(result.plan.counts.avatars).toMatchObject({ selected: 2, create: 2, skipped: 0 })
    expect(shown()).toEqual(initially)
    await expectEqual(world.connector)
  })

  it.each(['full', 'incremental', 'dry run'] as const)(
    'are asked for with what is known of them by the next %s, and not sent again',
    async (kind) => {
      await begin()
      const run = { full, incremental, 'dry run': () => counted(world, () => world.connector.dryRun()) }[kind]
      let sent: readonly string[] = []
      expect(
        await asked(async () => {
          ;({ sent } = await run())
        }),
      ).toEqual(['/ann.jpg "a1"', '/bob.jpg "b1"', '/cleo.jpg'])
      expect(sent).toEqual([])
      await expectEqual(world.connector)
    },
  )

  it('that are sent whole again without being others are not sent on', async () => {
    server.on('/ann.jpg', sendBytes(first))
    await begin()
    expect((await incremental()).sent).toEqual([])
    expect((await full()).sent).toEqual([])
    await expectEqual(world.connector)
  })

  it('one that alone changed there is found by an incremental sync, which asks the store for that user alone', async () => {
    await begin()
    server.on('/ann.jpg', sendUnlessKnown(third, '"a2"'))
    server.on('/cleo.jpg', sendUnlessKnown(first, '"c1"'))
    const { result, sent, reads } = await incremental()
    expect(planned(world, result)).toEqual([
      `avatar update ${uid('ann')} (picture-differs)`,
      `avatar create ${uid('cleo')} (picture-new)`,
    ])
    expect(sent).toEqual(['set-photo', 'set-photo'])
    const ids = ['ann', 'cleo'].map((name) => world.target.user(uid(name))?.id)
    expect([...reads].sort()).toEqual(['discover', ...ids.map((id) => `readUser ${id}`)])
    expect(shown()).toEqual({ ...initially, [uid('ann')]: hashOf(third), [uid('cleo')]: hashOf(first) })
    await expectEqual(world.connector)
    expect(await asked(incremental)).toEqual(['/ann.jpg "a2"', '/bob.jpg "b1"', '/cleo.jpg "c1"'])
  })

  it('ones that alone changed there are found where the directory tells no changes', async () => {
    await begin()
    world.source.offersTracking = 'no'
    await full()
    server.on('/ann.jpg', sendUnlessKnown(third, '"a2"'))
    server.on('/bob.jpg', status(404))
    server.on('/cleo.jpg', status(500))
    const { result, sent } = await incremental()
    expect(sent).toEqual(['set-photo', 'set-photo'])
    expect(refusals(world, result)).toMatchObject({ [uid('cleo')]: expect.stringMatching(/^unavailable/) })
    expect(shown()).toEqual({ [uid('ann')]: hashOf(third) })
    await expectEqual(world.connector)
    expect((await incremental()).sent).toEqual([])
  })

  describe('after a change of the settings', () => {
    it('that names another pattern are asked for anew, from the snapshot as from the directory', async () => {
      await begin()
      server.on('/new/ann.jpg', sendUnlessKnown(third, '"a1"'))
      server.on('/new/bob.jpg', sendUnlessKnown(second, '"b1"'))
      await world.connector.use(serverSettings(`${server.origin}/new/{mail: .*?(?=@)}.jpg`))
      const { plan } = await world.connector.dryRun({ from: 'snapshot' })
      expect(questionsTo(server.asked.slice(3))).not.toContainEqual(expect.stringContaining('"'))
      expect(plan.counts.avatars).toMatchObject({ create: 0, update: 1, delete: 0 })
      expect(plan.digest).toBe((await world.connector.dryRun()).plan.digest)
      await world.connector.apply(plan.id, [])
      expect(shown()).toEqual({ ...initially, [uid('ann')]: hashOf(third) })
      await expectEqual(world.connector)
      expect(await asked(incremental)).toEqual(['/new/ann.jpg "a1"', '/new/bob.jpg "b1"', '/new/cleo.jpg'])
    })

    it('that switches them on are sent from the snapshot', async () => {
      await begin({}, serverSettings(pattern(), { enabled: false }))
      expect(server.asked).toEqual([])
      await world.connector.use(serverSettings(pattern()))
      const { plan } = await world.connector.dryRun({ from: 'snapshot' })
      expect(plan.digest).toBe((await world.connector.dryRun()).plan.digest)
      await world.connector.apply(plan.id, [])
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)
    })

    it('from the directory to a server changes only what differs', async () => {
      await begin()
      world.source.setPhoto('ann', first)
      world.source.setPhoto('bob', third)
      await world.connector.use(photoSettings())
      const { plan } = await world.connector.dryRun({ from: 'snapshot' })
      expect(plan.counts.avatars).toMatchObject({ create: 0, update: 1, delete: 0 })
      await world.connector.apply(plan.id, [])
      expect(shown()).toEqual({ ...initially, [uid('bob')]: hashOf(third) })
      await expectEqual(world.connector)
    })
  })

  it('nothing is asked of the store while nothing changes', async () => {
    await begin()
    expect(await incremental()).toMatchObject({ sent: [], reads: [] })
  })

  it.each(['full', 'incremental'] as const)('one that is gone (404) is taken away by a %s sync', async (kind) => {
    await begin()
    server.on('/ann.jpg', (response) => response.writeHead(404).end())
    const { result } = await { full, incremental }[kind]()
    expect(planned(world, result)).toEqual([`avatar delete ${uid('ann')} (picture-gone)`])
    expect(shown()).toEqual({ [uid('bob')]: hashOf(second) })
    await expectEqual(world.connector)
    expect((await incremental()).sent).toEqual([])
  })

  describe.each([500, 503, 401, 403, 429])('a server that answers %i', (status) => {
    const fail = () => server.on('/ann.jpg', (response) => response.writeHead(status).end())

    it.each(['full', 'incremental'] as const)(
      'takes nothing away in a %s sync, and is asked again later',
      async (kind) => {
        await begin()
        fail()
        const run = { full, incremental }[kind]
        expect((await run()).sent).toEqual([])
        expect(shown()).toEqual(initially)
        await expectEqual(world.connector)
        server.on('/ann.jpg', sendUnlessKnown(third, '"a2"'))
        expect((await incremental()).sent).toEqual(['set-photo'])
        expect(shown()).toEqual({ ...initially, [uid('ann')]: hashOf(third) })
        await expectEqual(world.connector)
      },
    )

    it.each(['full', 'incremental'] as const)(
      'and then has none takes it away in an incremental sync after a %s one',
      async (kind) => {
        await begin()
        fail()
        await { full, incremental }[kind]()
        server.on('/ann.jpg', (response) => response.writeHead(404).end())
        expect(planned(world, (await incremental()).result)).toEqual([`avatar delete ${uid('ann')} (picture-gone)`])
        await expectEqual(world.connector)
      },
    )

    it('and then has the same one sends nothing', async () => {
      await begin()
      fail()
      await full()
      server.on('/ann.jpg', sendUnlessKnown(first, '"a1"'))
      expect((await incremental()).sent).toEqual([])
      await expectEqual(world.connector)
    })
  })

  describe('of somebody with another address', () => {
    it('are asked for there, without what is known of the old one', async () => {
      await begin()
      server.on('/anna.jpg', sendUnlessKnown(third, '"a1"'))
      world.source.setAttributes('ann', { mail: [uid('anna')] })
      expect(await asked(incremental)).toEqual(['/anna.jpg', '/bob.jpg "b1"', '/cleo.jpg'])
      expect(shown()).toEqual({ [uid('anna')]: hashOf(third), [uid('bob')]: hashOf(second) })
      await expectEqual(world.connector)
      expect(await asked(incremental)).toEqual(['/anna.jpg "a1"', '/bob.jpg "b1"', '/cleo.jpg'])
    })

    it('are taken away when there are none', async () => {
      await begin()
      world.source.setAttributes('ann', { mail: [uid('anna')] })
      expect(planned(world, (await incremental()).result)).toEqual([
        `user update ${uid('anna')} (differs)`,
        `avatar delete ${uid('anna')} (picture-gone)`,
      ])
      await expectEqual(world.connector)
    })

    it('are not sent again when they are the same', async () => {
      await begin()
      server.on('/anna.jpg', sendBytes(first))
      world.source.setAttributes('ann', { mail: [uid('anna')] })
      expect((await incremental()).sent).toEqual(['update-user'])
      await expectEqual(world.connector)
    })
  })

  it('of somebody who has left are not asked for; who comes back keeps the own', async () => {
    await begin()
    const everybody = world.source.entries
    deleteInDirectory(world.source, person('ann').dn)
    expect(await asked(incremental)).toEqual(['/bob.jpg "b1"', '/cleo.jpg'])
    expect(await asked(incremental)).toEqual(['/bob.jpg "b1"', '/cleo.jpg'])
    world.source.entries = everybody
    expect((await incremental()).sent).toEqual(['update-user'])
    expect(shown()).toEqual(initially)
    await expectEqual(world.connector)
  })

  it('that the store has lost are asked for whole and sent again', async () => {
    await begin()
    const ann = world.target.user(uid('ann'))
    if (ann) ann.photo = null
    let sent: readonly string[] = []
    const questions = await asked(async () => {
      ;({ sent } = await full())
    })
    expect(sent).toEqual(['set-photo'])
    expect(questions).toEqual(['/ann.jpg', '/bob.jpg "b1"', '/cleo.jpg'])
    expect(shown()).toEqual(initially)
    await expectEqual(world.connector)
  })

  it('that the store refuses are retried when due, with the bytes at hand', async () => {
    await begin()
    server.on('/ann.jpg', sendUnlessKnown(third, '"a2"'))
    world.target.faults = { refuse: ({ kind }) => (kind === 'set-photo' ? 'Not today.' : undefined) }
    for (let run = 0; run < 2; run += 1) expect((await incremental()).sent).toEqual(['set-photo'])
    expect((await incremental()).sent).toEqual([])
    world.target.faults = {}
    world.connector.clock.advance(day)
    expect((await incremental()).sent).toEqual(['set-photo'])
    expect(shown()).toEqual({ ...initially, [uid('ann')]: hashOf(third) })
    await expectEqual(world.connector)
  })

  it('that are the ones of before again after somebody was synced alone are sent back', async () => {
    const isPerson = { objectclass: ['user'], objectcategory: ['person'] }
    const people = names.map((name) => person(name))
    world = await serverWorld(
      people.map((entry) => ({ ...entry, attributes: { ...entry.attributes, ...isPerson } })),
      serverSettings(pattern()),
    )
    await full()
    server.on('/ann.jpg', sendUnlessKnown(third, '"a2"'))
    expect(planned(world, await world.connector.syncOnly(uid('ann')))).toEqual([
      `avatar update ${uid('ann')} (picture-differs)`,
    ])
    server.on('/ann.jpg', sendUnlessKnown(first, '"a1"'))
    await incremental()
    expect(shown()).toEqual(initially)
    server.on('/ann.jpg', status(404))
    await world.connector.syncOnly(uid('ann'))
    server.on('/ann.jpg', sendUnlessKnown(first, '"a1"'))
    await incremental()
    expect(shown()).toEqual(initially)
    await expectEqual(world.connector)
  })

  describe('for a store that takes only links', () => {
    const links = () => ({ pictures: 'links' }) as const
    const reachable = () => serverSettings(pattern(), { reachableFromStore: true })

    it('are sent as links, which stay while nothing changes', async () => {
      const { result } = await begin(links(), reachable())
      expect(result.run.status).toBe('done')
      const wanted = { [uid('ann')]: `${server.origin}/ann.jpg`, [uid('bob')]: `${server.origin}/bob.jpg` }
      expect(shown()).toEqual(wanted)
      await expectEqual(world.connector)
      server.on('/ann.jpg', sendUnlessKnown(third, '"a2"'))
      expect((await incremental()).sent).toEqual([])
      expect((await full()).sent).toEqual([])
    })

    it('are changed with the address, also when it was changed in the store', async () => {
      await begin(links(), reachable())
      server.on('/anna.jpg', sendBytes(first))
      world.source.setAttributes('ann', { mail: [uid('anna')] })
      expect((await incremental()).sent).toEqual(['update-user', 'set-photo'])
      expect(shown()[uid('anna')]).toBe(`${server.origin}/anna.jpg`)
      await expectEqual(world.connector)
      const bob = world.target.user(uid('bob'))
      if (bob) bob.photo = { kind: 'link', href: 'https://elsewhere.test/b.jpg' }
      expect((await full()).sent).toEqual(['set-photo'])
      expect(shown()[uid('bob')]).toBe(`${server.origin}/bob.jpg`)
      if (bob) bob.photo = null
      expect((await full()).sent).toEqual(['set-photo'])
      await expectEqual(world.connector)
    })

    it('are taken away with the picture', async () => {
      await begin(links(), reachable())
      server.on('/ann.jpg', (response) => response.writeHead(404).end())
      expect((await incremental()).sent).toEqual(['set-photo'])
      expect(shown()).toEqual({ [uid('bob')]: `${server.origin}/bob.jpg` })
      await expectEqual(world.connector)
    })

    it('leave links alone that somebody else set', async () => {
      await begin(links(), reachable())
      const cleo = world.target.user(uid('cleo'))
      if (cleo) cleo.photo = { kind: 'link', href: 'https://elsewhere.test/c.jpg' }
      expect((await full()).sent).toEqual([])
      expect(shown()[uid('cleo')]).toBe('https://elsewhere.test/c.jpg')
      await expectEqual(world.connector)
    })

    it('are not sent unless the server is declared reachable for it, and the plan says why', async () => {
      const { result } = await begin(links())
      expect(warningsOf(result)).toEqual([
        'The store takes only links to pictures, and nobody has declared that it can reach the server of avatar.pattern. None are sent.',
      ])
      expect(shown()).toEqual({})
      expect(server.asked).toEqual([])
      expect(refusals(world, result)).toEqual({})
      await expectEqual(world.connector)
    })
  })

  it('are not sent to a store that has no place for them, and the plan says why', async () => {
    const { result } = await begin({ pictures: 'none' })
    expect(warningsOf(result)).toEqual([
      'Pictures are switched on, but the store has no place for them. None are sent.',
    ])
    expect(server.asked).toEqual([])
    await expectEqual(world.connector)
  })
})

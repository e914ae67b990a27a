import type { Entry } from '../../app/model/entry.ts'
import { day, expectEqual } from '../fakes/connectorOn.ts'
import { cutShort } from '../fakes/fakeSource.ts'
import { deleteInDirectory, moveInDirectory } from '../fakes/fakeTracking.ts'
import { baseDn, crowd, person } from '../fakes/people.ts'
import { portraitOf, portraits } from '../fakes/portraits.ts'
import { type AvatarWorld, avatarWorld, counted, hashOf, planned, refusals, shownIn } from './avatarWorld.ts'
import { watchStatements } from './watchStatements.ts'

const [first, second] = [portraitOf('first'), portraitOf('second')]

describe('pictures in an attribute of the directory', () => {
  let world: AvatarWorld
  afterEach(() => world.connector.close())

  /** Eight people, of whom p1 to p3 have a picture, after the first full sync. */
  const begin = async (options: { readonly marks?: 'yes' | 'no'; readonly entries?: readonly Entry[] } = {}) => {
    world = await avatarWorld(options.entries ?? crowd(8))
    const { source, connector } = world
    source.offersMarks = options.marks ?? 'yes'
    for (const name of ['p1', 'p2', 'p3']) source.setPhoto(name, portraitOf(name))
    await connector.syncFull()
  }
  const full = () => counted(world, () => world.connector.syncFull())
  const incremental = () => counted(world, () => world.connector.syncIncremental())
  const shown = () => shownIn(world.target)
  const own = { p1: hashOf(portraitOf('p1')), p2: hashOf(portraitOf('p2')), p3: hashOf(portraitOf('p3')) }
  const initially = { 'p1@corp.test': own.p1, 'p2@corp.test': own.p2, 'p3@corp.test': own.p3 }

  describe('in the first full sync', () => {
    it('are sent byte for byte with their users, and counted', async () => {
      world = await avatarWorld(crowd(8))
      world.source.setPhoto('p1', portraits.png)
      world.source.setPhoto('p5', portraits.bmp)
      const { result } = await full()
      expect(result.run.status).toBe('done')
      expect(result.plan.counts.avatars).toMatchObject({ read: 8, selected: 2, create: 2 })
      expect(shown()).toEqual({ 'p1@corp.test': hashOf(portraits.png), 'p5@corp.test': hashOf(portraits.bmp) })
      expect(world.target.user('p1@corp.test')?.photo).toMatchObject({ mediaType: 'image/png' })
      await expectEqual(world.connector)
    })

    it('are found in their users that are there already', async () => {
      world = await avatarWorld(crowd(2))
      world.target.addUser('p1@corp.test', { values: { displayName: 'p1' } })
      world.source.setPhoto('p1', first)
      const { result } = await full()
      expect(planned(world, result)).toContain('avatar create p1@corp.test (picture-new)')
      expect(shown()).toEqual({ 'p1@corp.test': hashOf(first) })
      await expectEqual(world.connector)
    })

    it('are skipped when broken, and everything else goes on', async () => {
      world = await avatarWorld(crowd(3))
      world.source.setPhoto('p0', portraits.png.subarray(0, 90))
      world.source.setPhoto('p1', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
      world.source.setPhoto('p2', first)
      const { result } = await full()
      expect(result.run.status).toBe('done')
      expect(refusals(world, result)).toEqual({
        'p0@corp.test': 'broken-picture: The PNG picture of 90 bytes is cut off before its end.',
        'p1@corp.test': 'not-a-picture: This is not a JPEG, PNG, GIF or BMP picture: it seems to be an SVG picture.',
      })
      expect(shown()).toEqual({ 'p2@corp.test': hashOf(first) })
      await expectEqual(world.connector)
    })

    it('are not those of people without an e-mail address', async () => {
      world = await avatarWorld([person('ann', { mail: null }), person('bob')])
      for (const name of ['ann', 'bob']) world.source.setPhoto(name, portraitOf(name))
      await full()
      expect(shown()).toEqual({ 'bob@corp.test': hashOf(portraitOf('bob')) })
      await expectEqual(world.connector)
    })
  })

  it('that are the same are neither read nor sent again', async () => {
    await begin()
    const again = await full()
    expect(again).toMatchObject({ sent: [], looked: [], photoQuestions: 0 })
    expect(again.result.run.status).toBe('equal')
    expect(await incremental()).toMatchObject({ sent: [], looked: [], reads: [] })
    expect(shown()).toEqual(initially)
    await expectEqual(world.connector)
  })

  describe.each([
    ['deletions told', { method: 'usn', deletions: 'told' }, 'yes', 'yes'],
    ['deletions untold', { method: 'timestamps', deletions: 'untold' }, 'yes', 'yes'],
    ['no tracking', null, 'no', 'yes'],
    ['no marks', { method: 'usn', deletions: 'told' }, 'yes', 'no'],
    ['neither tracking nor marks', null, 'no', 'no'],
  ] as const)('with %s', (_, tracking, offersTracking, marks) => {
    beforeEach(async () => {
      await begin({ marks })
      world.source.offersTracking = offersTracking
      if (tracking) world.source.tracking = tracking
      // Taken with the same tracking as the incremental sync that follows.
      await world.connector.syncFull()
    })

    it('one that alone changed is found by an incremental sync, and nobody else is asked for', async () => {
      world.source.setPhoto('p2', second)
      const { result, sent, looked, reads } = await incremental()
      expect(planned(world, result)).toEqual(['avatar update p2@corp.test (picture-differs)'])
      expect(sent).toEqual(['set-photo'])
      expect(reads).toEqual([`readUser ${world.target.user('p2@corp.test')?.id}`, 'discover'])
      if (marks === 'yes') expect(looked).toEqual(['p2'])
      expect(shown()).toEqual({ ...initially, 'p2@corp.test': hashOf(second) })
      await expectEqual(world.connector)
      expect(await incremental()).toMatchObject({ sent: [], reads: [] })
    })

    it('one that is removed is taken away, and one that is added is set', async () => {
      world.source.setPhoto('p1', null)
      world.source.setPhoto('p7', first)
      const { result } = await incremental()
      expect(planned(world, result)).toEqual([
        'avatar delete p1@corp.test (picture-gone)',
        'avatar create p7@corp.test (picture-new)',
      ])
      const { 'p1@corp.test': _, ...others } = initially
      expect(shown()).toEqual({ ...others, 'p7@corp.test': hashOf(first) })
      await expectEqual(world.connector)
    })

    it('a broken one is reported and takes nothing away, and is replaced when it is mended', async () => {
      world.source.setPhoto('p1', portraits.gif.subarray(0, 40))
      const broken = await incremental()
      expect(broken.sent).toEqual([])
      expect(refusals(world, broken.result)).toEqual({
        'p1@corp.test': 'broken-picture: The GIF picture of 40 bytes is cut off before its end.',
      })
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)

      world.source.setPhoto('p1', portraits.gif)
      await incremental()
      expect(shown()).toEqual({ ...initially, 'p1@corp.test': hashOf(portraits.gif) })
      await expectEqual(world.connector)
    })

    it('a broken one that becomes the one of before is not sent again', async () => {
      world.source.setPhoto('p1', portraits.gif.subarray(0, 40))
      await incremental()
      world.source.setPhoto('p1', portraitOf('p1'))
      expect((await incremental()).sent).toEqual([])
      await expectEqual(world.connector)
    })

    it('a broken one that is removed is taken away', async () => {
      world.source.setPhoto('p1', portraits.gif.subarray(0, 40))
      await incremental()
      world.source.setPhoto('p1', null)
      expect(planned(world, (await incremental()).result)).toEqual(['avatar delete p1@corp.test (picture-gone)'])
      await expectEqual(world.connector)
    })

    it('an unrelated change of the entry sends no picture', async () => {
      world.source.setAttributes('p1', { title: ['Baker'] })
      const { sent, looked } = await incremental()
      expect(sent).toEqual(['update-user'])
      if (marks === 'yes') expect(looked).toEqual(['p1'])
      if (marks === 'no' && offersTracking === 'yes') expect(looked).toEqual(['p1'])
      await expectEqual(world.connector)
    })

    it('a change of the entry that concerns nobody sends nothing and asks the store for nothing', async () => {
      world.source.setAttributes('p1', { logoncount: ['7'] })
      expect(await incremental()).toMatchObject({ sent: [] })
      await expectEqual(world.connector)
    })

    it('somebody with another address or place keeps it', async () => {
      world.source.setAttributes('p1', { mail: ['other@corp.test'] })
      moveInDirectory(world.source, `CN=p2,OU=Staff,${baseDn}`, `CN=p2,OU=Elsewhere,${baseDn}`)
      const { sent } = await incremental()
      expect(sent.filter((kind) => kind === 'set-photo')).toEqual([])
      expect(Object.values(shown()).sort()).toEqual([own.p1, own.p2, own.p3].sort())
      await expectEqual(world.connector)
    })

    it('somebody who leaves and comes back keeps it, and is sent nothing', async () => {
      const gone = world.source.entries
      deleteInDirectory(world.source, person('p1').dn)
      expect((await incremental()).sent).toEqual(['update-user'])
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)

      world.source.entries = gone
      expect((await incremental()).sent).toEqual(['update-user'])
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)
    })

    it('somebody who comes back with another picture gets that one', async () => {
      const gone = world.source.entries
      deleteInDirectory(world.source, person('p1').dn)
      await incremental()
      world.source.entries = gone
      world.source.setPhoto('p1', second)
      await incremental()
      expect(shown()).toEqual({ ...initially, 'p1@corp.test': hashOf(second) })
      await expectEqual(world.connector)
    })

    it('somebody who comes back after the deletion gets it again', async () => {
      const gone = world.source.entries
      deleteInDirectory(world.source, person('p1').dn)
      await incremental()
      world.connector.clock.advance(8 * day)
      expect((await incremental()).sent).toEqual(['delete-user'])
      expect(world.connector.state.links.count('avatar')).toBe(2)
      world.source.entries = gone
      expect((await incremental()).sent).toEqual(['create-user', 'set-photo'])
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)
    })
  })

  it('of very many people are read in one walk, and of a few by questions for these', async () => {
    world = await avatarWorld(crowd(2100))
    world.source.setPhoto('p2099', first)
    const whole = await full()
    expect(whole).toMatchObject({ photoQuestions: 1 })
    expect(whole.looked).toHaveLength(2100)
    expect(shown()).toEqual({ 'p2099@corp.test': hashOf(first) })
    world.source.setPhoto('p7', second)
    expect((await full()).looked).toEqual(['p7'])
    await expectEqual(world.connector)
  })

  it('of somebody who is synced alone are sent at once, and not again', async () => {
    const isPerson = { objectclass: ['user'], objectcategory: ['person'] }
    await begin({ entries: crowd(8).map((entry) => ({ ...entry, attributes: { ...entry.attributes, ...isPerson } })) })
    for (const name of ['p1', 'p2']) world.source.setPhoto(name, second)
    const alone = await counted(world, () => world.connector.syncOnly('p1@corp.test'))
    expect(alone).toMatchObject({ sent: ['set-photo'], looked: ['p1'] })
    expect(shown()).toEqual({ ...initially, 'p1@corp.test': hashOf(second) })
    expect((await incremental()).sent).toEqual(['set-photo'])
    expect(shown()).toEqual({ ...initially, 'p1@corp.test': hashOf(second), 'p2@corp.test': hashOf(second) })
    await expectEqual(world.connector)
  })

  it('are found by statements that walk over nothing that grows with the directory', async () => {
    await begin()
    world.source.setPhoto('p1', second)
    world.source.setPhoto('p5', second)
    world.source.setPhoto('p2', null)
    world.target.faults = { refuse: ({ kind }) => (kind === 'set-photo' ? 'Not today.' : undefined) }
    const statements = watchStatements()
    await incremental()
    await incremental()
    world.target.faults = {}
    world.connector.clock.advance(day)
    const last = await incremental()
    expect(statements.stop()).toEqual([])
    expect(last.sent).toHaveLength(3)
    await expectEqual(world.connector)
  })

  it('are compared with the marks of one server alone', async () => {
    await begin()
    world.source.setPhoto('p2', second)
    world.source.server = 'other.test:636'
    const { result, looked } = await incremental()
    expect(planned(world, result)).toEqual(['avatar update p2@corp.test (picture-differs)'])
    expect(looked).toHaveLength(8)
    await expectEqual(world.connector)
    expect((await full()).looked).toEqual([])
  })

  it('one that changes between the reading of the entry and its own is sent as it is then, and once', async () => {
    await begin()
    world.source.setPhoto('p1', first)
    world.source.beforePhotos = () => world.source.setPhoto('p1', second)
    expect((await incremental()).sent).toEqual(['set-photo'])
    expect(shown()).toMatchObject({ 'p1@corp.test': hashOf(second) })
    await expectEqual(world.connector)
    expect((await incremental()).sent).toEqual([])
    expect((await full()).sent).toEqual([])
  })

  it('one that changes while a full sync reads is not lost', async () => {
    await begin()
    world.source.setPhoto('p1', first)
    world.source.beforePhotos = () => {
      world.source.setPhoto('p1', second)
      world.source.setPhoto('p2', second)
    }
    await full()
    await incremental()
    expect(shown()).toEqual({ ...initially, 'p1@corp.test': hashOf(second), 'p2@corp.test': hashOf(second) })
    await expectEqual(world.connector)
  })

  describe.each(['full', 'incremental'] as const)('a gap while a %s sync reads pictures', (kind) => {
    it('takes nothing away, moves no watermark, and is caught up with by the next run', async () => {
      await begin()
      const { source, connector } = world
      const held = connector.snapshot()
      source.setPhoto('p1', null)
      source.setPhoto('p2', second)
      source.photoGaps = [cutShort]
      const { result } = await (kind === 'full' ? full() : incremental())
      expect(result.run.status).toBe('partial')
      expect(result.plan).toMatchObject({ complete: false, gaps: [cutShort] })
      expect(planned(world, result)).toEqual(['avatar update p2@corp.test (picture-differs)'])
      expect(connector.snapshot()).toEqual(held)
      expect(shown()).toEqual({ ...initially, 'p2@corp.test': hashOf(second) })

      source.photoGaps = []
      expect((await incremental()).sent).toEqual(['set-photo'])
      expect(shown()).toEqual({ 'p2@corp.test': hashOf(second), 'p3@corp.test': own.p3 })
      await expectEqual(connector)
    })

    it('leaves nothing behind of a picture that is the one of before again', async () => {
      await begin()
      world.source.setPhoto('p2', second)
      world.source.photoGaps = [cutShort]
      await { full, incremental }[kind]()
      world.source.setPhoto('p2', portraitOf('p2'))
      world.source.setAttributes('p2', { title: ['Baker'] })
      world.source.photoGaps = []
      await incremental()
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)
    })
  })

  it('the same one of two people is sent to both', async () => {
    world = await avatarWorld(crowd(3))
    for (const name of ['p0', 'p1']) world.source.setPhoto(name, first)
    await full()
    expect(shown()).toEqual({ 'p0@corp.test': hashOf(first), 'p1@corp.test': hashOf(first) })
    await expectEqual(world.connector)
    world.source.setPhoto('p2', first)
    expect((await incremental()).sent).toEqual(['set-photo'])
    await expectEqual(world.connector)
  })
})

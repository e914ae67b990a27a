import type { Entry } from '../../app/model/entry.ts'
import type { Write } from '../../app/target/target.ts'
import { expectEqual } from '../fakes/connectorOn.ts'
import { crowd } from '../fakes/people.ts'
import { portraitOf } from '../fakes/portraits.ts'
import { type AvatarWorld, avatarWorld, counted, hashOf, planned, refusals, shownIn } from './avatarWorld.ts'

const [first, second] = [portraitOf('first'), portraitOf('second')]
const hour = 60 * 60 * 1000

describe('pictures and a store that loses, refuses or ignores them', () => {
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

  describe('that the store has lost', () => {
    it('are set for a user who was deleted there by hand', async () => {
      await begin()
      const { target } = world
      target.users.delete(target.user('p1@corp.test')?.id ?? '')
      const { result } = await full()
      expect(planned(world, result)).toEqual([
        'user create p1@corp.test (resource-missing)',
        'avatar create p1@corp.test (picture-new)',
      ])
      expect(shown()).toEqual(initially)
      expect(world.connector.state.links.count('avatar')).toBe(3)
      await expectEqual(world.connector)
    })

    it('are set for a user who was deleted and created there by hand', async () => {
      await begin()
      const { target } = world
      target.users.delete(target.user('p1@corp.test')?.id ?? '')
      target.addUser('p1@corp.test', { values: { displayName: 'p1' } })
      await full()
      expect(shown()).toEqual(initially)
      expect(world.connector.state.links.count('avatar')).toBe(3)
      await expectEqual(world.connector)
    })

    it('are sent again by the next full sync when they were taken away there by hand', async () => {
      await begin()
      const user = world.target.user('p1@corp.test')
      if (user) user.photo = null
      const { result, sent, looked } = await full()
      expect(planned(world, result)).toEqual(['avatar create p1@corp.test (picture-missing)'])
      expect([sent, looked]).toEqual([['set-photo'], ['p1']])
      expect(shown()).toEqual(initially)
      await expectEqual(world.connector)
    })
  })

  describe('that the store refuses', () => {
    const refuse = (name: string) => {
      const id = world.target.user(`${name}@corp.test`)?.id
      world.target.faults = {
        refuse: (write: Write) =>
          write.kind === 'set-photo' && write.id === id ? 'The store cannot bear this picture.' : undefined,
      }
    }

    it('are set aside, tried ever less often, and retried when due, with the bytes at hand', async () => {
      await begin()
      refuse('p1')
      world.source.setPhoto('p1', first)
      world.source.setPhoto('p2', second)
      const failed = await incremental()
      expect(failed.result.run.status).toBe('partial')
      expect(failed.sent).toEqual(['set-photo', 'set-photo'])
      expect(shown()).toEqual({ ...initially, 'p2@corp.test': hashOf(second) })
      expect(world.connector.setAside()).toMatchObject([
        { objectKind: 'avatar', name: 'p1@corp.test', change: 'update', attempts: 1 },
      ])
      expect((await incremental()).sent).toEqual(['set-photo'])
      const waiting = await incremental()
      expect(waiting).toMatchObject({ sent: [], reads: [] })
      expect(refusals(world, (await full()).result)).toEqual({
        'p1@corp.test': 'set aside: The store cannot bear this picture.',
      })

      world.connector.clock.advance(hour)
      expect((await incremental()).sent).toEqual(['set-photo'])
      world.connector.clock.advance(hour)
      expect((await incremental()).sent).toEqual([])
      world.connector.clock.advance(3 * hour)
      world.target.faults = {}
      const mended = await incremental()
      expect(mended).toMatchObject({ sent: ['set-photo'], looked: ['p1'] })
      expect(mended.result.run.status).toBe('done')
      expect(shown()).toEqual({ ...initially, 'p1@corp.test': hashOf(first), 'p2@corp.test': hashOf(second) })
      expect(world.connector.setAside()).toEqual([])
      await expectEqual(world.connector)
    })

    it('are sent at once when they are others meanwhile', async () => {
      await begin()
      refuse('p1')
      world.source.setPhoto('p1', first)
      for (let run = 0; run < 3; run += 1) await incremental()
      world.target.faults = {}
      world.source.setPhoto('p1', second)
      expect((await incremental()).sent).toEqual(['set-photo'])
      expect(shown()).toMatchObject({ 'p1@corp.test': hashOf(second) })
      expect(world.connector.setAside()).toEqual([])
      await expectEqual(world.connector)
    })

    it('are forgotten when they are the ones of before again', async () => {
      await begin()
      refuse('p1')
      world.source.setPhoto('p1', first)
      await incremental()
      world.source.setPhoto('p1', portraitOf('p1'))
      expect((await incremental()).sent).toEqual([])
      expect(world.connector.setAside()).toEqual([])
      await expectEqual(world.connector)
    })

    it('keep waiting while something else of their users changes', async () => {
      await begin()
      refuse('p1')
      world.source.setPhoto('p1', first)
      for (let run = 0; run < 2; run += 1) await incremental()
      world.source.setAttributes('p1', { title: ['Baker'] })
      expect((await incremental()).sent).toEqual(['update-user'])
      expect(world.connector.setAside()).toMatchObject([{ objectKind: 'avatar', attempts: 2 }])
    })

    it('are retried after the connector began anew, though the directory does not tell them again', async () => {
      await begin()
      refuse('p1')
      world.source.setPhoto('p1', first)
      for (let run = 0; run < 2; run += 1) await incremental()
      world.target.faults = {}
      expect(world.connector.retrySetAside('all')).toBe(1)
      expect((await incremental()).sent).toEqual(['set-photo'])
      await expectEqual(world.connector)
    })
  })

  it('that the store says to take and does not keep are reported, and not sent at each run', async () => {
    world = await avatarWorld(crowd(3))
    world.target.faults = { ignored: ['photo'] }
    world.source.setPhoto('p1', first)
    const { result } = await full()
    expect(result.run.status).toBe('partial')
    expect([...world.connector.events({ runId: result.run.id, level: 'warning' })]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ side: 'store', object: 'p1@corp.test', message: expect.stringContaining('photo') }),
      ]),
    )
    await full()
    for (let run = 0; run < 4; run += 1) expect((await full()).sent).toEqual([])
    for (let run = 0; run < 4; run += 1) expect((await incremental()).sent).toEqual([])
  })

  it('wait for a user who cannot be created, and come with the user', async () => {
    world = await avatarWorld(crowd(3))
    world.source.setPhoto('p1', first)
    world.target.faults = {
      refuse: (write) =>
        write.kind === 'create-user' && write.values.uid === 'p1@corp.test' ? 'No licence is left.' : undefined,
    }
    expect((await full()).result.run.status).toBe('partial')
    expect(world.connector.setAside().map(({ objectKind, name }) => `${objectKind} ${name}`)).toEqual([
      'user p1@corp.test',
    ])
    await incremental()
    expect((await incremental()).sent).toEqual([])
    world.target.faults = {}
    world.connector.clock.advance(hour)
    expect((await incremental()).sent).toEqual(['create-user', 'set-photo'])
    expect(shown()).toEqual({ 'p1@corp.test': hashOf(first) })
    await expectEqual(world.connector)
  })
})

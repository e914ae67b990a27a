import { crowd } from '../fakes/people.ts'
import { portraitOf } from '../fakes/portraits.ts'
import { type AvatarWorld, avatarWorld } from './avatarWorld.ts'

describe('the number of pictures that were looked at', () => {
  let world: AvatarWorld
  afterEach(() => world.connector.close())

  it.each([
    ['told changes', 'yes', 1],
    ['a comparison of everybody', 'no', 1],
  ] as const)('is told of an incremental sync by %s', async (_, offersTracking, looked) => {
    world = await avatarWorld(crowd(3))
    for (const name of ['p0', 'p1', 'p2']) world.source.setPhoto(name, portraitOf(name))
    world.source.offersTracking = offersTracking
    const first = await world.connector.syncFull()
    expect(first.run.counts?.avatars).toMatchObject({ read: 3, create: 3 })
    world.source.setPhoto('p1', portraitOf('another'))
    const { run } = await world.connector.syncIncremental()
    expect(run.counts?.avatars).toMatchObject({ read: looked, update: 1 })
    expect((await world.connector.syncIncremental()).run.counts?.avatars).toMatchObject({ read: 0, update: 0 })
  })
})

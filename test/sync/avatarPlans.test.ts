import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanMovedOn } from '../../app/stages/checkStillTrue.ts'
import { expectEqual, settingsWith } from '../fakes/connectorOn.ts'
import { loseAnswer } from '../fakes/loseAnswer.ts'
import { crowd } from '../fakes/people.ts'
import { portraitOf } from '../fakes/portraits.ts'
import { type AvatarWorld, avatarWorld, counted, hashOf, photoSettings, planned, shownIn } from './avatarWorld.ts'

const [first, second] = [portraitOf('first'), portraitOf('second')]
const uid = (name: string) => `${name}@corp.test`
const off = settingsWith({ avatar: { enabled: false, source: 'attribute', attribute: 'thumbnailPhoto' } })

describe('plans with pictures', () => {
  let world: AvatarWorld
  beforeEach(async () => {
    world = await avatarWorld(crowd(5), { concurrency: 1 })
    world.source.setPhoto('p1', first)
    world.source.setPhoto('p2', second)
    world.source.setPhoto('p3', portraitOf('other attribute'), 'jpegphoto')
  })
  afterEach(() => world.connector.close())

  const full = () => counted(world, () => world.connector.syncFull())
  const incremental = () => counted(world, () => world.connector.syncIncremental())
  const shown = () => shownIn(world.target)
  const wanted = { [uid('p1')]: hashOf(first), [uid('p2')]: hashOf(second) }

  describe('by a dry run', () => {
    it('write nothing, keep no bytes, and are the same as those of the run that applies', async () => {
      const dry = await counted(world, () => world.connector.dryRun())
      expect(dry.sent).toEqual([])
      expect(dry.looked).toHaveLength(5)
      expect(shown()).toEqual({})
      const { result } = await full()
      expect(result.plan.digest).toBe(dry.result.plan.digest)
      expect(result.plan.counts.avatars).toMatchObject({ create: 2 })
      await expectEqual(world.connector)
    })

    it('are the same when pictures are replaced, taken away, lost and refused', async () => {
      await full()
      world.source.setPhoto('p1', second)
      world.source.setPhoto('p2', null)
      world.source.setPhoto('p4', first.subarray(0, 100))
      const dry = await world.connector.dryRun()
      const { result } = await full()
      expect(result.plan.digest).toBe(dry.plan.digest)
      expect(planned(world, result)).toEqual([
        `avatar update ${uid('p1')} (picture-differs)`,
        `avatar delete ${uid('p2')} (picture-gone)`,
      ])
      await expectEqual(world.connector)
    })

    it('are applied as they are', async () => {
      const { plan } = await world.connector.dryRun()
      expect((await world.connector.apply(plan.id, [])).run.status).toBe('done')
      expect(shown()).toEqual(wanted)
      await expectEqual(world.connector)
    })

    it.each([
      ['another picture', () => world.source.setPhoto('p1', portraitOf('third')), wanted],
      ['no picture', () => world.source.setPhoto('p1', null), wanted],
      ['a new picture', () => world.source.setPhoto('p4', first), wanted],
    ])('are refused when somebody has %s meanwhile', async (_, change) => {
      const { plan } = await world.connector.dryRun()
      change()
      const error: PlanMovedOn = await world.connector.apply(plan.id, []).catch((thrown) => thrown)
      expect(error).toMatchObject({ code: 'plan-moved-on', plan: { status: 'pending' } })
      expect(shown()).toEqual({})
      expect((await world.connector.apply(error.plan.id, [])).run.status).toBe('done')
      await expectEqual(world.connector)
    })

    it('leave no picture behind in the data folder, whether they are applied or not', async () => {
      const holdsBytes = () => {
        const files = readdirSync(world.connector.folder, { recursive: true, withFileTypes: true })
        const whole = files
          .filter((file) => file.isFile())
          .map((file) => readFileSync(join(file.parentPath, file.name)))
        return whole.some((content) => content.includes(first.subarray(-60)))
      }
      await world.connector.dryRun()
      expect(holdsBytes()).toBe(false)
      await full()
      expect(holdsBytes()).toBe(false)
    })
  })

  describe('after a change of the settings', () => {
    const fromSnapshot = () => counted(world, () => world.connector.dryRun({ from: 'snapshot' }))

    it('need a new look before anything is synced without one', async () => {
      await full()
      await world.connector.use(photoSettings('jpegPhoto'))
      await expect(world.connector.syncIncremental()).rejects.toMatchObject({ code: 'settings-changed' })
      await world.connector.use(off)
      await expect(world.connector.syncIncremental()).rejects.toMatchObject({ code: 'settings-changed' })
      await world.connector.use(photoSettings())
      expect((await incremental()).sent).toEqual([])
    })

    it('that switches pictures on plans them from the snapshot, as a whole read would', async () => {
      await world.connector.use(off)
      await full()
      expect(shown()).toEqual({})
      await world.connector.use(photoSettings())
      const { result, sent } = await fromSnapshot()
      expect(sent).toEqual([])
      expect(planned(world, result)).toEqual([
        `avatar create ${uid('p1')} (picture-new)`,
        `avatar create ${uid('p2')} (picture-new)`,
      ])
      expect(result.plan.digest).toBe((await world.connector.dryRun()).plan.digest)
      await world.connector.apply(result.plan.id, [])
      expect(shown()).toEqual(wanted)
      await expectEqual(world.connector)
      expect((await incremental()).sent).toEqual([])
      world.source.setPhoto('p1', second)
      expect((await incremental()).sent).toEqual(['set-photo'])
      await expectEqual(world.connector)
    })

    it('that names another attribute replaces, adds and takes away', async () => {
      await full()
      world.source.setPhoto('p2', first, 'jpegphoto')
      await world.connector.use(photoSettings('jpegPhoto'))
      const { result } = await fromSnapshot()
      expect(planned(world, result)).toEqual([
        `avatar delete ${uid('p1')} (picture-gone)`,
        `avatar update ${uid('p2')} (picture-differs)`,
        `avatar create ${uid('p3')} (picture-new)`,
      ])
      expect(result.plan.digest).toBe((await world.connector.dryRun()).plan.digest)
      await world.connector.apply(result.plan.id, [])
      expect(shown()).toEqual({ [uid('p2')]: hashOf(first), [uid('p3')]: hashOf(portraitOf('other attribute')) })
      await expectEqual(world.connector)
      expect((await full()).sent).toEqual([])
      expect((await incremental()).sent).toEqual([])
    })

    it('that names another attribute holds after a full sync too', async () => {
      await full()
      await world.connector.use(photoSettings('jpegPhoto'))
      await full()
      expect(shown()).toEqual({ [uid('p3')]: hashOf(portraitOf('other attribute')) })
      await expectEqual(world.connector)
      world.source.setPhoto('p3', first, 'jpegphoto')
      world.source.setPhoto('p1', second)
      expect((await incremental()).sent).toEqual(['set-photo'])
      await expectEqual(world.connector)
    })

    it('that switches pictures off leaves them alone, and on again sends nothing', async () => {
      await full()
      await world.connector.use(off)
      expect(planned(world, (await fromSnapshot()).result)).toEqual([])
      expect(await full()).toMatchObject({ sent: [], looked: [] })
      expect((await incremental()).sent).toEqual([])
      await expectEqual(world.connector)
      expect(shown()).toEqual(wanted)

      await world.connector.use(photoSettings())
      expect(planned(world, (await fromSnapshot()).result)).toEqual([])
      expect((await full()).sent).toEqual([])
      expect(shown()).toEqual(wanted)
      await expectEqual(world.connector)
    })

    it('finds what changed while pictures were switched off', async () => {
      await full()
      await world.connector.use(off)
      await full()
      world.source.setPhoto('p1', second)
      world.source.setPhoto('p2', null)
      await incremental()
      expect(shown()).toEqual(wanted)
      await world.connector.use(photoSettings())
      const { result } = await fromSnapshot()
      expect(result.plan.digest).toBe((await world.connector.dryRun()).plan.digest)
      await world.connector.apply(result.plan.id, [])
      expect(shown()).toEqual({ [uid('p1')]: hashOf(second) })
      await expectEqual(world.connector)
    })
  })

  describe('that are taken back', () => {
    const undo = async (runId: number) => {
      const { plan } = await world.connector.undo(runId)
      return world.connector.apply(plan.id, [])
    }

    it('take away what was set, and the next full sync sets it again', async () => {
      await full()
      world.source.setPhoto('p4', first)
      const { result } = await incremental()
      expect((await undo(result.run.id)).run.status).toBe('done')
      expect(shown()).toEqual(wanted)
      world.connector.resume()
      const again = await full()
      expect(planned(world, again.result)).toEqual([`avatar create ${uid('p4')} (picture-new)`])
      expect(shown()).toEqual({ ...wanted, [uid('p4')]: hashOf(first) })
      await expectEqual(world.connector)
    })

    it('leave a replaced picture as it is, since the one of before is not kept', async () => {
      await full()
      world.source.setPhoto('p1', portraitOf('third'))
      const { result } = await incremental()
      const { plan } = await world.connector.undo(result.run.id)
      expect(plan.counts.avatars).toMatchObject({ update: 0, skipped: 1 })
      expect(shown()).toEqual({ ...wanted, [uid('p1')]: hashOf(portraitOf('third')) })
      await expectEqual(world.connector)
    })
  })

  describe('when the answer to a picture is lost with the process', () => {
    it.each(['full', 'incremental'] as const)('the next %s sync makes all equal', async (kind) => {
      await loseAnswer(world.target, 3, () => world.connector.syncFull())
      expect(Object.keys(shown())).toHaveLength(1)
      expect((await full()).result.run.status).toBe('done')
      expect(shown()).toEqual(wanted)

      world.source.setPhoto('p1', second)
      world.source.setPhoto('p2', null)
      await loseAnswer(world.target, 1, () => world.connector.syncIncremental())
      const next = await { full, incremental }[kind]()
      expect(next.result.run.status).toBe('done')
      expect(shown()).toEqual({ [uid('p1')]: hashOf(second) })
      await expectEqual(world.connector)
      expect((await incremental()).sent).toEqual([])
      expect((await full()).sent).toEqual([])
    })

    it.each(['full', 'incremental'] as const)(
      'and the directory has the one of before again, the next %s sync sends it',
      async (kind) => {
        await full()
        world.source.setPhoto('p1', second)
        await loseAnswer(world.target, 1, () => world.connector.syncIncremental())
        expect(shown()).toMatchObject({ [uid('p1')]: hashOf(second) })
        world.source.setPhoto('p1', first)
        await { full, incremental }[kind]()
        expect(shown()).toEqual(wanted)
        await expectEqual(world.connector)
      },
    )

    it.each(['full', 'incremental'] as const)(
      'and it was the first, which is gone again, the next %s sync takes it away',
      async (kind) => {
        await full()
        world.source.setPhoto('p4', first)
        await loseAnswer(world.target, 1, () => world.connector.syncIncremental())
        expect(shown()).toEqual({ ...wanted, [uid('p4')]: hashOf(first) })
        world.source.setPhoto('p4', null)
        await { full, incremental }[kind]()
        expect(shown()).toEqual(wanted)
        await expectEqual(world.connector)
      },
    )

    it('and a dry run comes between, its plan is applied as it is', async () => {
      await full()
      world.source.setPhoto('p1', second)
      await loseAnswer(world.target, 1, () => world.connector.syncIncremental())
      world.source.setPhoto('p1', first)
      const { plan } = await world.connector.dryRun()
      expect((await world.connector.apply(plan.id, [])).run.status).toBe('done')
      expect(shown()).toEqual(wanted)
      await expectEqual(world.connector)
    })

    it('and the store only said that it cannot answer now, the one of before is sent again too', async () => {
      await full()
      const { write } = world.target
      world.target.write = async (batch) => {
        const results = await write(batch)
        return results.map(() => ({
          kind: 'failed',
          code: 'unavailable',
          message: 'No answer.',
          remedy: '',
          retries: 3,
        }))
      }
      world.source.setPhoto('p1', second)
      for (let run = 0; run < 3; run += 1) await incremental()
      world.target.write = write
      world.source.setPhoto('p1', first)
      expect((await incremental()).sent).toEqual(['set-photo'])
      expect(shown()).toEqual(wanted)
      await expectEqual(world.connector)
    })

    it('and the person has left, the user is made inactive', async () => {
      await full()
      world.source.setPhoto('p1', second)
      await loseAnswer(world.target, 1, () => world.connector.syncIncremental())
      world.source.entries = world.source.entries.filter(({ anchor }) => anchor !== 'anchor-p1')
      expect((await incremental()).sent).toEqual(['update-user'])
      await expectEqual(world.connector)
    })
  })
})

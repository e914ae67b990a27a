import type { EmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { composeConnector } from '../../main/compose.ts'
import { changesOf, expectEqual, said } from '../fakes/connectorOn.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { baseDn } from '../fakes/people.ts'
import { type EmbeddedSides, securityGroup, staff, startEmbeddedSides } from '../sync/embeddedSides.ts'

const dnOf = (name: string) => `CN=${name},OU=Staff,${baseDn}`
const firstServer = '0b1e6f8e-52c5-4b0a-a9a4-6a8b3d4c5e6f'
const secondServer = '7d2f1c3b-9e4a-4f6d-8c5b-1a2b3c4d5e6f'

describe('when another domain controller answers', () => {
  let sides: EmbeddedSides
  let directory: EmbeddedDirectory
  beforeEach(async () => {
    sides = await startEmbeddedSides([...staff(12), securityGroup('team', [dnOf('p1'), dnOf('p2')])])
    directory = sides.directory
    directory.limits.invocationId = firstServer
  })
  afterEach(() => sides.close())

  const open = () => {
    const { folder: dataFolder, environment } = sides
    return composeConnector({
      ...{ dataFolder, access: 'write', purpose: 'a week', environment, clock: leapingClock(new Date()) },
      progress: () => {},
    })
  }

  test('change numbers are of no use: the directory is compared whole by itself, it is said, and the next sync goes by numbers again', async () => {
    const connector = open()
    try {
      await connector.syncFull()
      directory.replace(dnOf('p3'), { displayName: ['Three'] })
      directory.removeMembers(`CN=team,OU=Groups,${baseDn}`, [dnOf('p2')])
      directory.delete(dnOf('p5'))
      directory.limits.invocationId = secondServer

      const compared = await connector.syncIncremental()
      expect(compared.plan.basis).toMatchObject({ kind: 'changes', method: 'comparison' })
      expect(changesOf(connector, compared).map(said).toSorted()).toEqual([
        'deactivate p5@corp.test (vanished)',
        'update p3@corp.test (differs)',
        'update p4@corp.test (differs)',
        'update team (differs)',
      ])
      const [event] = [...connector.events({})].filter(({ code }) => code === 'compared-whole')
      expect(event?.message).toMatch(/^Change numbers hold for one domain controller;.*compared with what is held\.$/)
      await expectEqual(connector)

      directory.replace(dnOf('p6'), { title: ['Chief'] })
      const next = await connector.syncIncremental()
      expect(next.plan.basis).toMatchObject({ kind: 'changes', method: 'usn', read: 1 })
      expect(changesOf(connector, next).map(said)).toEqual(['update p6@corp.test (differs)'])
      await expectEqual(connector)

      sides.store.requests.reset()
      expect((await connector.syncIncremental()).plan.basis).toMatchObject({ method: 'usn', read: 0 })
      expect(sides.store.requests.all()).toEqual({})
    } finally {
      await connector.close()
    }
  })

  test('back at the first one, its own numbers still hold', async () => {
    const connector = open()
    try {
      await connector.syncFull()
      directory.limits.invocationId = secondServer
      await connector.syncIncremental()
      directory.replace(dnOf('p3'), { displayName: ['Three'] })
      directory.limits.invocationId = firstServer
      const back = await connector.syncIncremental()
      expect(back.plan.basis).toMatchObject({ method: 'usn' })
      expect(changesOf(connector, back).map(said)).toEqual(['update p3@corp.test (differs)'])
      await expectEqual(connector)
    } finally {
      await connector.close()
    }
  })
})

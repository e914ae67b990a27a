import { composeConnector } from '../../main/compose.ts'
import { changesOf, expectEqual, said } from '../fakes/connectorOn.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { baseDn } from '../fakes/people.ts'
import { securityGroup, staff, startEmbeddedSides } from './embeddedSides.ts'

const dnOf = (name: string) => `CN=${name},OU=Staff,${baseDn}`

let end = async () => {}
afterEach(() => end())

/** A company that was synchronized whole. */
async function company() {
  const sides = await startEmbeddedSides([...staff(6), securityGroup('team', [dnOf('p1'), dnOf('p2')])])
  const { folder: dataFolder, environment } = sides
  const connector = composeConnector({
    ...{ dataFolder, access: 'write', purpose: 'a test', environment, clock: leapingClock(new Date()) },
    progress: () => {},
  })
  end = async () => {
    await connector.close()
    await sides.close()
  }
  await connector.syncFull()
  sides.store.requests.reset()
  return { sides, connector }
}

describe('an incremental sync', () => {
  it('asks the store nothing about entries that changed in what is not read of them', async () => {
    const { sides, connector } = await company()
    sides.directory.replace(dnOf('p1'), { logonCount: ['7'] })
    sides.directory.replace(`CN=team,OU=Groups,${baseDn}`, { info: ['changed'] })
    const { run, plan } = await connector.syncIncremental()
    expect(run.status).toBe('equal')
    expect(plan.basis).toMatchObject({ kind: 'changes', read: 2 })
    expect(plan.counts.users).toMatchObject({ read: 1, selected: 0 })
    expect(sides.store.requests.all()).toEqual({})
    expect((await connector.syncIncremental()).plan.basis).toMatchObject({ read: 0 })
    await expectEqual(connector)
  })

  it('writes what a group lost with somebody who was deleted and restored meanwhile', async () => {
    const { sides, connector } = await company()
    const memberCount = async () => (await sides.list('Groups'))[0]?.members?.length
    expect(await memberCount()).toBe(2)
    const entry = sides.directory.find(dnOf('p1'))
    sides.directory.delete(dnOf('p1'))
    sides.directory.restore(dnOf('p1'), dnOf('p1'))
    const { displayName = [], mail = [], manager = [] } = entry?.attributes ?? {}
    sides.directory.replace(dnOf('p1'), { displayName, mail, manager })
    const result = await connector.syncIncremental()
    expect(changesOf(connector, result).map(said).toSorted()).toEqual([
      'update p0@corp.test (differs)',
      'update team (differs)',
    ])
    expect(await memberCount()).toBe(1)
    await expectEqual(connector)
  })
})

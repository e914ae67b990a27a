import type { Connector } from '../../app/api/connector.ts'
import { composeConnector } from '../../main/compose.ts'
import { changesOf, said } from '../fakes/connectorOn.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { baseDn } from '../fakes/people.ts'
import { type EmbeddedSides, securityGroup, staff, startEmbeddedSides } from './embeddedSides.ts'

const dn = (name: string) => `CN=${name},OU=Staff,${baseDn}`

describe('undoing a run between a directory and a store', () => {
  let sides: EmbeddedSides
  let connector: Connector
  beforeEach(async () => {
    const entries = staff(30)
    const crew = securityGroup(
      'crew',
      entries.slice(0, 20).map((entry) => entry.dn),
    )
    sides = await startEmbeddedSides([...entries, crew, securityGroup('board', [dn('p29')])])
    const { folder: dataFolder, environment } = sides
    const clock = leapingClock(new Date())
    connector = composeConnector({
      dataFolder,
      access: 'write',
      purpose: 'test',
      environment,
      clock,
      progress: () => {},
    })
    await connector.syncFull()
  })
  afterEach(async () => {
    await connector.close()
    await sides.close()
  })

  const stored = async () => {
    const users = await sides.list('Users')
    const nameOf = new Map(users.map(({ id, userName }) => [id, userName]))
    const groups = await sides.list('Groups')
    return {
      users: users.map(({ userName, active }) => `${userName} ${active ? 'active' : 'inactive'}`).sort(),
      groups: groups
        .map(({ displayName, members = [] }) => {
          const names = members.map(({ value }) => nameOf.get(value) ?? value).sort()
          return `${displayName}: ${names.join(' ')}`
        })
        .sort(),
    }
  }

  it('gives the store back what it held, whatever the directory did meanwhile', async () => {
    const before = await stored()
    const { directory } = sides
    directory.replace(dn('p0'), { displayName: ['Somebody'], mail: ['renamed@corp.test'] })
    directory.replace(dn('p1'), { userAccountControl: ['514'], title: ['Pilot'] })
    directory.replace(dn('p2'), { manager: [dn('p9')] })
    directory.delete(dn('p3'))
    directory.removeMembers(`CN=crew,OU=Groups,${baseDn}`, [dn('p4'), dn('p5')])
    directory.addMembers(`CN=crew,OU=Groups,${baseDn}`, [dn('p25')])
    directory.delete(`CN=board,OU=Groups,${baseDn}`)
    directory.add({ ...securityGroup('guests', [dn('p6')]) })
    const synced = await connector.syncFull()
    expect(synced.run.status).toBe('done')
    expect(await stored()).not.toEqual(before)

    const undone = await connector.undo(synced.run.id)
    expect(undone.run).toMatchObject({ kind: 'undo', status: 'planned' })
    const applied = await connector.apply(undone.plan.id, [])
    expect(applied.run.status).toBe('done')
    expect(await stored()).toEqual(before)
    expect(changesOf(connector, await connector.undo(synced.run.id)).map(said)).toEqual([])

    const again = await connector.syncFull()
    expect(changesOf(connector, again).map(said).sort()).toEqual(changesOf(connector, synced).map(said).sort())
    expect((await connector.dryRun()).plan.counts).toMatchObject({
      users: { update: 0 },
      groups: { update: 0, create: 0 },
    })
  })

  it('asks the store for what the run touched, and not for everybody', async () => {
    sides.directory.replace(dn('p0'), { displayName: ['Somebody'] })
    const { run } = await connector.syncFull()
    const before = sides.store.requests.total()
    await connector.undo(run.id)
    expect(sides.store.requests.total() - before).toBeLessThan(8)
  })
})

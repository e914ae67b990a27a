import {
  type ConnectorUnderTest,
  changesOf,
  connectorOn,
  expectEqual,
  said,
  settingsWith,
} from '../fakes/connectorOn.ts'
import { fakeSource } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { baseDn, crowd, group, person } from '../fakes/people.ts'

describe('reading both sides', () => {
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  it('counts an entry that comes twice once, as it came last', async () => {
    const target = fakeTarget()
    const moved = person('ann', { ou: 'OU=New', title: 'Pilot' })
    connector = await connectorOn(fakeSource([person('ann', { title: 'Chef' }), ...crowd(9), moved]), target)
    const { plan } = await connector.syncFull()
    expect(plan.counts.users).toMatchObject({ read: 11, selected: 10, create: 10 })
    expect(target.user('ann@corp.test')?.values.title).toBe('Pilot')
    await expectEqual(connector)
  })

  it('plans one change for a person whose manager was made again while the directory was read', async () => {
    const target = fakeTarget()
    const boss = person('boss', { mail: 'old@corp.test' })
    const again = person('boss', { anchor: 'anchor-again' })
    connector = await connectorOn(fakeSource([person('ann', { managerDn: boss.dn }), boss, again]), target)
    const { plan } = await connector.syncFull()
    expect(plan.counts.users.create).toBe(3)
    expect(target.user('ann@corp.test')?.values.manager).toBe(target.user('boss@corp.test')?.id)
    await expectEqual(connector)
  })

  it('asks for a linked user that the list does not show before it counts as gone', async () => {
    const target = fakeTarget()
    connector = await connectorOn(fakeSource(crowd(3)), target)
    await connector.syncFull()
    const hidden = target.user('p1@corp.test')
    const { readUsers } = target
    target.readUsers = async function* () {
      for await (const page of readUsers()) yield page.filter(({ id }) => id !== hidden?.id)
    }
    expect((await connector.syncFull()).run.status).toBe('equal')
  })

  it('leaves out what is excluded, and takes it away when it is excluded later', async () => {
    const target = fakeTarget()
    connector = await connectorOn(fakeSource([person('ann', { ou: 'OU=Guests' }), ...crowd(2)]), target)
    await connector.syncFull()
    await connector.use(settingsWith({ selection: { baseDns: [baseDn], excludeDns: [`OU=Guests,${baseDn}`] } }))
    const result = await connector.syncFull()
    expect(changesOf(connector, result).map(said)).toEqual(['deactivate ann@corp.test (vanished)'])
    expect(result.plan.counts.users).toMatchObject({ read: 3, selected: 2 })
    await expectEqual(connector)
  })

  it('holds back what has no valid uid, and keeps what it had', async () => {
    const target = fakeTarget()
    const source = fakeSource([person('ann'), person('bob', { mail: null }), ...crowd(2)])
    connector = await connectorOn(source, target)
    expect((await connector.syncFull()).run.counts?.users).toMatchObject({ skipped: 1, create: 3 })
    source.entries = [person('ann', { mail: 'no address' }), ...crowd(2)]
    const held = await connector.syncFull()
    expect(held.run).toMatchObject({ status: 'equal', counts: { users: { skipped: 1 } } })
    expect(target.user('ann@corp.test')).toMatchObject({ active: true })
  })

  it('says nothing about members while users are not selected', async () => {
    const target = fakeTarget()
    const source = fakeSource([person('ann'), group('crew', [person('ann').dn])])
    connector = await connectorOn(source, target)
    await connector.syncFull()
    const groupsOnly = { baseDns: [baseDn], users: { enabled: false }, groups: { enabled: true } }
    await connector.use(settingsWith({ selection: groupsOnly }))
    expect((await connector.syncFull()).run.status).toBe('equal')
    expect(target.group('crew')?.members.size).toBe(1)
    expect(target.user('ann@corp.test')?.active).toBe(true)
  })

  it('counts members outside the selection, and removes strangers from groups', async () => {
    const target = fakeTarget()
    const stranger = target.addUser('stranger@corp.test')
    target.addGroup('crew', [stranger.id])
    const members = [person('ann').dn, `CN=printer,${baseDn}`, `CN=fax,${baseDn}`]
    connector = await connectorOn(fakeSource([person('ann'), group('crew', members)]), target)
    const { plan } = await connector.syncFull()
    expect(plan.membersOutside).toBe(2)
    expect([...(target.group('crew')?.members ?? [])]).toEqual([target.user('ann@corp.test')?.id])
    await expectEqual(connector)
  })

  it('that fails on either side is recorded as a failed run with its side', async () => {
    const target = fakeTarget()
    connector = await connectorOn(fakeSource(crowd(2)), target)
    target.readUsers = async function* () {
      yield []
      throw new Error('the store caught fire')
    }
    await expect(connector.dryRun()).rejects.toThrow('the store caught fire')
    expect(connector.runs()[0]).toMatchObject({ status: 'failed', error: { code: 'unexpected' } })
    target.readUsers = fakeTarget().readUsers
    expect((await connector.dryRun()).run.status).toBe('planned')
  })
})

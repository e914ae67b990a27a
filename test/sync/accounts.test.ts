import {
  type ConnectorUnderTest,
  changesOf,
  connectorOn,
  expectEqual,
  objectsOf,
  said,
  settingsWith,
} from '../fakes/connectorOn.ts'
import { fakeSource } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { crowd, group, person } from '../fakes/people.ts'

const uid = 'ann@corp.test'

describe('accounts in directory and store', () => {
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())
  const plan = async () => changesOf(connector, await connector.syncFull()).map(said)

  it('are inactive while disabled, and never deleted for it', async () => {
    const source = fakeSource([person('ann'), ...crowd(2)])
    const target = fakeTarget()
    connector = await connectorOn(source, target)
    await connector.syncFull()
    const user = target.user(uid)
    source.entries = [person('ann', { disabled: 'disabled' }), ...crowd(2)]
    expect(await plan()).toEqual([`deactivate ${uid} (account-disabled)`])
    connector.passDays(400)
    await expectEqual(connector)
    expect(target.user(uid)).toMatchObject({ id: user?.id, active: false })
    source.entries = [person('ann'), ...crowd(2)]
    expect(await plan()).toEqual([`reactivate ${uid} (account-enabled)`])
    await expectEqual(connector)
  })

  it('are created inactive when they are disabled from the start', async () => {
    const target = fakeTarget()
    connector = await connectorOn(fakeSource([person('ann', { disabled: 'disabled' })]), target)
    await connector.syncFull()
    expect(target.user(uid)?.active).toBe(false)
    await expectEqual(connector)
  })

  it('are never taken from protected users and administrators', async () => {
    const settings = settingsWith({
      softDeleteDays: 0,
      guards: { protected: ['ANN@corp.test', 'cn=bob, ou=Staff,dc=corp,DC=test'] },
    })
    const source = fakeSource([person('ann'), person('bob'), person('kim'), ...crowd(2)])
    const target = fakeTarget()
    connector = await connectorOn(source, target, settings)
    await connector.syncFull()
    const kim = target.user('kim@corp.test')
    if (kim) kim.administrator = true
    source.entries = crowd(2)
    const left = await connector.syncFull()
    expect(left.run.status).toBe('equal')
    expect(
      objectsOf(connector, left).flatMap(({ name, reason }) =>
        reason.kind === 'equal' ? [] : [`${name} ${reason.kind}`],
      ),
    ).toEqual([`${uid} protected`, 'bob@corp.test protected', 'kim@corp.test administrator'])
    source.entries = ['ann', 'bob', 'kim'].map((name) => person(name, { disabled: 'disabled' }))
    source.entries.push(...crowd(2))
    expect(await plan()).toEqual([])
    expect([...target.users.values()].every((user) => user.active)).toBe(true)
  })

  it('of strangers are retained by default, and made inactive and deleted when that is wanted', async () => {
    const target = fakeTarget()
    const stranger = target.addUser('stranger@corp.test')
    target.addUser('root@corp.test', { administrator: true })
    target.addGroup('strangers', [stranger.id])
    connector = await connectorOn(fakeSource([...crowd(2), group('crew', [])]), target)
    const first = await connector.syncFull()
    expect(first.run.counts?.users.mismatched).toBe(2)
    expect(first.run.counts?.groups.mismatched).toBe(1)
    await expectEqual(connector)

    await connector.use(settingsWith({ mismatched: 'delete' }))
    expect(await plan()).toEqual(['deactivate stranger@corp.test (mismatched)', 'delete strangers (mismatched)'])
    await expectEqual(connector)
    connector.passDays(7)
    expect(await plan()).toEqual(['delete stranger@corp.test (vanished-long-enough)'])
    expect([...target.users.values()].map((user) => user.values.uid)).toEqual([
      'root@corp.test',
      'p0@corp.test',
      'p1@corp.test',
    ])
    await expectEqual(connector)
  })

  it('of strangers are taken up when an entry appears for them', async () => {
    const target = fakeTarget()
    const stranger = target.addUser('Ann@Corp.Test', { active: false })
    const source = fakeSource(crowd(2))
    connector = await connectorOn(source, target, settingsWith({ mismatched: 'delete' }))
    await connector.syncFull()
    source.entries = [person('ann'), ...crowd(2)]
    expect(await plan()).toEqual([`reactivate ${uid} (account-enabled)`])
    expect(target.user(uid)?.id).toBe(stranger.id)
    connector.passDays(30)
    await expectEqual(connector)
  })

  it('in conflict are touched on neither side until it is solved, though strangers are deleted', async () => {
    const target = fakeTarget()
    const disputed = target.addUser(uid, { values: { title: 'Chef' } })
    target.addGroup('crew', [disputed.id])
    const twins = [person('ann'), person('anne', { mail: 'ANN@corp.test' })]
    const source = fakeSource([
      ...twins,
      ...crowd(2),
      group(
        'crew',
        twins.map(({ dn }) => dn),
      ),
    ])
    connector = await connectorOn(source, target, settingsWith({ mismatched: 'delete', softDeleteDays: 0 }))
    const held = await connector.syncFull()
    expect(held.run.counts?.users).toMatchObject({ conflicts: 2, mismatched: 0, create: 2 })
    expect(target.users.get(disputed.id)).toEqual(disputed)
    expect([...(target.group('crew')?.members ?? [])]).toEqual([disputed.id])
    await expectEqual(connector)

    source.entries = [person('ann'), person('anne'), ...crowd(2), group('crew', [person('anne').dn])]
    await connector.syncFull()
    expect(target.user(uid)?.id).toBe(disputed.id)
    expect([...(target.group('crew')?.members ?? [])]).toEqual([target.user('anne@corp.test')?.id])
    await expectEqual(connector)
  })

  it('that two entries could claim by address are given to neither', async () => {
    const target = fakeTarget()
    const shared = target.addUser('office@corp.test', { otherEmails: [uid, 'bob@corp.test'] })
    connector = await connectorOn(fakeSource([person('ann'), person('bob')]), target)
    const held = await connector.syncFull()
    expect(held.run.counts?.users).toMatchObject({ conflicts: 2, create: 0 })
    expect(target.users.get(shared.id)).toEqual(shared)
    await expectEqual(connector)
  })

  it('keep their resource through a new address, a move and both at once', async () => {
    const source = fakeSource([person('ann'), ...crowd(2)])
    const target = fakeTarget()
    connector = await connectorOn(source, target)
    await connector.syncFull()
    const id = target.user(uid)?.id
    source.entries = [person('ann', { mail: 'ann.reed@corp.test', ou: 'OU=Elsewhere' }), ...crowd(2)]
    expect(await plan()).toEqual(['update ann.reed@corp.test (differs)'])
    expect(target.user('ann.reed@corp.test')?.id).toBe(id)
    expect(target.users.size).toBe(3)
    await expectEqual(connector)
  })

  it('pass names on along a whole chain in one run', async () => {
    const chain = (offset: number) =>
      Array.from({ length: 6 }, (_, index) => person(`c${index}`, { mail: `m${index + offset}@corp.test` }))
    const source = fakeSource(chain(0))
    const target = fakeTarget({ batchSize: 1, concurrency: 1 })
    connector = await connectorOn(source, target)
    await connector.syncFull()
    source.entries = [...chain(1), person('new', { mail: 'm0@corp.test' })]
    expect((await connector.syncFull()).run.status).toBe('done')
    await expectEqual(connector)
  })

  it('form nested groups as they are, and flat ones where the store cannot nest', async () => {
    const people = [person('ann'), person('bob')]
    const inner = group('inner', [person('bob').dn])
    const outer = group('outer', [person('ann').dn, inner.dn])
    const circle = [group('one', [group('two', []).dn, person('ann').dn]), group('two', [group('one', []).dn])]
    for (const groups of ['nested', 'flat'] as const) {
      const target = fakeTarget({ groups })
      connector = await connectorOn(fakeSource([...people, outer, inner, ...circle]), target)
      expect((await connector.syncFull()).run.status).toBe('done')
      const [ann, bob] = [target.user(uid)?.id ?? '', target.user('bob@corp.test')?.id ?? '']
      const id = (name: string) => target.group(name)?.id ?? ''
      const members = (name: string) => [...(target.group(name)?.members ?? [])].sort()
      expect(members('outer')).toEqual(groups === 'nested' ? [ann, id('inner')].sort() : [ann, bob].sort())
      expect(members('two')).toEqual([groups === 'nested' ? id('one') : ann])
      await expectEqual(connector)
      if (groups === 'nested') await connector.close()
    }
  })
})

import { answeringSource } from '../fakes/answeringSource.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, said } from '../fakes/connectorOn.ts'
import type { FakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { group, person } from '../fakes/people.ts'

/** Somebody who waits because another entry still stands for the resource. */
describe('an incremental sync, when an entry goes for which another one waits', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  const incremental = async () => changesOf(connector, await connector.syncIncremental()).map(said)
  const become = (...entries: Parameters<typeof answeringSource>[0] & object) => {
    source.entries = [person('zed'), ...entries]
  }
  const begin = async () => {
    const old = person('old', { mail: 'ann@corp.test' })
    source = answeringSource([person('zed'), old, group('team', [old.dn, person('new').dn])])
    target = fakeTarget()
    connector = await connectorOn(source, target)
    await connector.syncFull()
    return target.user('ann@corp.test')?.id
  }

  it('gives the user to the other one, and makes nobody inactive', async () => {
    const id = await begin()
    const team = group('team', [person('old').dn, person('new').dn])
    become(person('old', { mail: null }), team)
    expect(await incremental()).toEqual([])
    become(person('old', { mail: null }), person('new', { mail: 'ann@corp.test' }), team)
    expect(await incremental()).toEqual([])
    become(person('new', { mail: 'ann@corp.test' }), group('team', [person('new').dn]))
    await incremental()
    expect(target.user('ann@corp.test')).toMatchObject({ id, active: true, values: { displayName: 'new' } })
    expect([...(target.group('team')?.members ?? [])]).toEqual([id])
    await expectEqual(connector)
  })

  it('gives the group to the other one', async () => {
    await begin()
    const blank = { ...group('team', []), attributes: {} }
    const other = { ...group('other', [person('zed').dn]), attributes: { cn: ['team'] } }
    const id = target.group('team')?.id
    become(person('old', { mail: 'ann@corp.test' }), blank)
    await incremental()
    become(person('old', { mail: 'ann@corp.test' }), blank, other)
    expect(await incremental()).toEqual([])
    become(person('old', { mail: 'ann@corp.test' }), other)
    await incremental()
    expect(target.group('team')?.id).toBe(id)
    await expectEqual(connector)
  })
})

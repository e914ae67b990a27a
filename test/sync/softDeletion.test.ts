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

describe('people who leave', () => {
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  const begin = async (settings = settingsWith()) => {
    const source = fakeSource([person('ann'), ...crowd(3), group('crew', [person('ann').dn])])
    const target = fakeTarget()
    connector = await connectorOn(source, target, settings)
    await connector.syncFull()
    const id = target.user(uid)?.id ?? ''
    source.entries = [...crowd(3), group('crew', [])]
    return { source, target, id }
  }

  it('are inactive at once, wait, and are deleted after seven days', async () => {
    const { target, id } = await begin()
    const left = await connector.syncFull()
    expect(changesOf(connector, left).map(said)).toEqual([`deactivate ${uid} (vanished)`, 'update crew (differs)'])
    expect(target.users.get(id)?.active).toBe(false)
    await expectEqual(connector)

    connector.passDays(6.9)
    const waiting = await connector.syncFull()
    expect(waiting.run.status).toBe('equal')
    expect(objectsOf(connector, waiting)).toContainEqual(
      expect.objectContaining({ name: uid, reason: expect.objectContaining({ kind: 'waiting-for-deletion' }) }),
    )
    connector.passDays(0.2)
    const due = await connector.syncFull()
    expect(changesOf(connector, due).map(said)).toEqual([`delete ${uid} (vanished-long-enough)`])
    expect(target.users.has(id)).toBe(false)
    expect(connector.state.links.get('anchor-ann')).toBeNull()
    await expectEqual(connector)
  })

  it('get their own user back when they return in time', async () => {
    const { source, target, id } = await begin()
    await connector.syncFull()
    connector.passDays(6)
    source.entries.push(person('ann', { mail: 'ann.new@corp.test' }))
    const back = await connector.syncFull()
    expect(changesOf(connector, back).map(said)).toContain('reactivate ann.new@corp.test (back-in-selection)')
    expect(target.users.get(id)).toMatchObject({ active: true, values: { uid: 'ann.new@corp.test' } })
    await expectEqual(connector)
    connector.passDays(30)
    await expectEqual(connector)
  })

  it('get a new user when they return too late', async () => {
    const { source, target, id } = await begin()
    await connector.syncFull()
    connector.passDays(7)
    await connector.syncFull()
    source.entries.push(person('ann'))
    expect(changesOf(connector, await connector.syncFull()).map(said)).toContain(`create ${uid} (new-in-selection)`)
    expect(target.user(uid)?.id).not.toBe(id)
    await expectEqual(connector)
  })

  it('keep their user under a new anchor, as when an account was made again', async () => {
    const { source, target, id } = await begin()
    await connector.syncFull()
    source.entries.push(person('ann', { anchor: 'anchor-made-again' }))
    await connector.syncFull()
    expect(target.users.get(id)).toMatchObject({ active: true, values: { uid } })
    expect(target.users.size).toBe(4)
    await expectEqual(connector)
  })

  it('are deleted at once without days to wait', async () => {
    const { target } = await begin(settingsWith({ softDeleteDays: 0 }))
    expect(changesOf(connector, await connector.syncFull()).map(said)).toContain(`delete ${uid} (vanished)`)
    expect(target.user(uid)).toBeUndefined()
    await expectEqual(connector)
  })

  it('are made inactive again, and wait anew, when somebody made them active meanwhile', async () => {
    const { target, id } = await begin()
    await connector.syncFull()
    connector.passDays(5)
    const user = target.users.get(id)
    if (user) user.active = true
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([`deactivate ${uid} (vanished)`])
    connector.passDays(5)
    await expectEqual(connector)
    connector.passDays(2)
    await connector.syncFull()
    expect(target.users.has(id)).toBe(false)
  })

  it('are forgotten when somebody else deleted their user', async () => {
    const { target, id } = await begin()
    await connector.syncFull()
    target.users.delete(id)
    expect((await connector.syncFull()).run.status).toBe('equal')
    expect(connector.state.links.get('anchor-ann')).toBeNull()
  })

  it('stay while the directory cannot be read whole', async () => {
    const { source, target, id } = await begin()
    source.gaps = [{ kind: 'time-limit', baseDn: 'DC=corp,DC=test', message: 'Too slow.', remedy: 'Wait.' }]
    connector.passDays(100)
    const cut = await connector.syncFull()
    expect(cut.plan.complete).toBe(false)
    expect(cut.run.status).toBe('partial')
    expect(cut.plan.status).toBe('applied')
    expect(target.users.get(id)?.active).toBe(true)
    expect([...(target.group('crew')?.members ?? [])]).toEqual([id])
    expect([...connector.events({ level: 'warning' })].map(({ message }) => message)).toContain('Too slow.')
    source.gaps = []
    expect(changesOf(connector, await connector.syncFull()).map(said)).toContain(`deactivate ${uid} (vanished)`)
    await expectEqual(connector)
  })

  it('leave a group that is gone with them at once', async () => {
    const { source, target } = await begin()
    source.entries = [...crowd(3), group('board', [])]
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([
      `deactivate ${uid} (vanished)`,
      'create board (new-in-selection)',
      'delete crew (vanished)',
    ])
    expect(target.group('crew')).toBeUndefined()
    await expectEqual(connector)
  })
})

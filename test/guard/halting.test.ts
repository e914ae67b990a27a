import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, settingsWith } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { baseDn, crowd, group, person } from '../fakes/people.ts'

describe('a run that a guard halts', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  const usual = settingsWith({ guards: {} })
  const begin = async (entries: FakeSource['entries'], settings = usual) => {
    source = fakeSource(entries)
    target = fakeTarget()
    connector = await connectorOn(source, target, settings)
    expect((await connector.syncFull()).run.status).toBe('done')
    target.writes.splice(0)
  }
  afterEach(() => connector.close())

  it('writes nothing at 6 of 100, and goes on at 5', async () => {
    await begin(crowd(100))
    source.entries = crowd(94)
    const halted = await connector.syncFull()
    expect(halted.run.status).toBe('halted')
    expect(halted.plan.status).toBe('halted')
    expect(halted.plan.halted.map(({ name }) => name)).toEqual(['deletions-users'])
    expect(changesOf(connector, halted)).toHaveLength(6)
    expect(target.writes).toEqual([])
    source.entries = crowd(95)
    expect((await connector.syncFull()).run.status).toBe('done')
    expect([...target.users.values()].filter((user) => !user.active)).toHaveLength(5)
    await expectEqual(connector)
  })

  it('does not halt again for the deletion that follows an approved deactivation', async () => {
    await begin(crowd(20))
    source.entries = crowd(10)
    const { plan } = await connector.dryRun()
    await connector.apply(plan.id, ['deletions-users'])
    connector.passDays(8)
    expect((await connector.syncFull()).run.status).toBe('done')
    expect(target.users.size).toBe(10)
    await expectEqual(connector)
  })

  it('needs every reason to be approved by its name', async () => {
    await begin([...crowd(20), ...Array.from({ length: 9 }, (_, index) => group(`g${index}`, []))])
    source.entries = [person('p0'), group('g0', [])]
    const { plan } = await connector.dryRun()
    expect(plan.halted.map(({ name }) => name)).toEqual(['deletions-users', 'deletions-groups'])
    for (const approved of [[], ['deletions-users'], ['deletions-groups', 'empty-base']]) {
      expect((await connector.apply(plan.id, approved)).run.status).toBe('halted')
    }
    expect(target.writes).toEqual([])
    expect((await connector.apply(plan.id, ['deletions-users', 'deletions-groups'])).run.status).toBe('done')
    await expectEqual(connector)
  })

  it('is every run in which the directory gave no users', async () => {
    source = fakeSource([])
    target = fakeTarget()
    target.addUser('stranger@corp.test')
    connector = await connectorOn(source, target, usual)
    const { run, plan } = await connector.syncFull()
    expect(run.status).toBe('halted')
    expect(plan.halted.map(({ name }) => name)).toEqual(['empty-read-users'])
    expect(target.writes).toEqual([])
  })

  describe('for a base that gave nothing', () => {
    const [north, south] = [`OU=North,${baseDn}`, `OU=South,${baseDn}`]
    const selection = { baseDns: [north, south], groups: { enabled: true } }
    const settings = settingsWith({ guards: {}, selection })
    const ann = person('ann', { ou: 'OU=South' })

    it('is halted even when few are concerned', async () => {
      await begin([...crowd(50, { ou: 'OU=North' }), ann], settings)
      source.entries = crowd(50, { ou: 'OU=North' })
      const { plan } = await connector.dryRun()
      expect(plan.halted.map(({ name }) => name)).toEqual(['empty-base'])
      expect(plan.halted[0]?.message).toContain(south)
      expect((await connector.apply(plan.id, ['empty-base'])).run.status).toBe('done')
      await expectEqual(connector)
    })

    it('is not halted when everybody moved to another base', async () => {
      await begin([...crowd(5, { ou: 'OU=North' }), ann], settings)
      source.entries = [...crowd(5, { ou: 'OU=North' }), person('ann', { ou: 'OU=North' })]
      expect((await connector.syncFull()).run.status).toBe('equal')
    })

    it('is not halted for groups that are no longer selected', async () => {
      const crew = { ...group('crew', []), dn: `CN=crew,${south}` }
      await begin([...crowd(5, { ou: 'OU=North' }), crew], settings)
      await connector.use(settingsWith({ guards: {}, selection: { baseDns: [north, south] } }))
      expect((await connector.syncFull()).run.status).toBe('equal')
      expect(target.group('crew')).toBeDefined()
    })
  })
})

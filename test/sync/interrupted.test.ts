import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, said } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { loseAnswer } from '../fakes/loseAnswer.ts'
import { group, person } from '../fakes/people.ts'

describe('what the store has done, but the connector could not record', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  const kim = person('kim')
  beforeEach(async () => {
    source = fakeSource([person('ann'), kim, group('crew', []), group('board', [])])
    target = fakeTarget({ batchSize: 10, concurrency: 1 })
    connector = await connectorOn(source, target)
  })
  afterEach(() => connector.close())

  const loseAnswerTo = (nth: number) => loseAnswer(target, nth, () => connector.syncFull())
  const plan = async () => changesOf(connector, await connector.syncFull()).map(said)

  it('is found again by name', async () => {
    await loseAnswerTo(1)
    expect(connector.plans()[0]?.status).toBe('partly-applied')
    expect(target.users.size).toBe(2)
    expect(await plan()).toEqual(['create board (new-in-selection)', 'create crew (new-in-selection)'])
    expect(target.users.size).toBe(2)
    await expectEqual(connector)
  })

  it('is found again though its entry has another name by now', async () => {
    await loseAnswerTo(1)
    source.entries = [person('ann', { mail: 'ann.reed@corp.test' }), kim, group('crew', []), group('board', [])]
    expect(await plan()).toEqual([
      'update ann.reed@corp.test (differs)',
      'create board (new-in-selection)',
      'create crew (new-in-selection)',
    ])
    expect(target.users.size).toBe(2)
    await expectEqual(connector)
  })

  it('is taken away when its entry is gone by now', async () => {
    await loseAnswerTo(1)
    source.entries = [kim, group('crew', []), group('board', [])]
    expect(await plan()).toContain('deactivate ann@corp.test (vanished)')
    await expectEqual(connector)
  })

  it('is found again when it is a group', async () => {
    await loseAnswerTo(2)
    expect(target.groups.size).toBe(1)
    const renamed = { ...group('crew', []), attributes: { cn: ['Crew of all'] } }
    source.entries = [person('ann'), kim, renamed, { ...group('board', []), attributes: { cn: ['Board of all'] } }]
    await connector.syncFull()
    expect([...target.groups.values()].map(({ displayName }) => displayName).sort()).toEqual([
      'Board of all',
      'Crew of all',
    ])
    await expectEqual(connector)
  })

  it('is left to whom it belongs when somebody else was linked to it meanwhile', async () => {
    await loseAnswerTo(1)
    const heir = person('heir', { mail: 'ann@corp.test' })
    source.entries = [person('ann', { mail: 'ann.reed@corp.test' }), heir, kim, group('crew', []), group('board', [])]
    await connector.syncFull()
    await expectEqual(connector)
    expect([...target.users.values()].map(({ values }) => values.uid).sort()).toEqual([
      'ann.reed@corp.test',
      'ann@corp.test',
      'kim@corp.test',
    ])
  })
})

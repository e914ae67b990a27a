import type { Entry } from '../../app/model/entry.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, said } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { loseAnswer } from '../fakes/loseAnswer.ts'
import { crowd, group, person } from '../fakes/people.ts'

describe('an incremental sync that ends in the middle of writing', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  const begin = async (entries: readonly Entry[]) => {
    source = fakeSource(entries)
    target = fakeTarget({ batchSize: 10, concurrency: 1 })
    connector = await connectorOn(source, target)
  }
  afterEach(() => connector.close())

  /** Nothing is written after the `nth` batch, and the run ends there. */
  const endAfter = async (nth: number) => {
    const { write } = target
    let batches = 0
    target.write = async (batch) => {
      if (batches === nth) throw new Error('the process ends')
      batches += 1
      return write(batch)
    }
    await expect(connector.syncIncremental()).rejects.toThrow('the process ends')
    target.write = write
  }
  const plan = async () => changesOf(connector, await connector.syncIncremental()).map(said)

  it('leaves what was not written for the next one', async () => {
    await begin([...crowd(6), group('team', [])])
    await connector.syncFull()
    const watermark = connector.snapshot()?.watermark
    source.entries = [...crowd(6, { title: 'Baker' }), person('new'), group('team', [person('new').dn])]
    await endAfter(1)
    expect(connector.snapshot()?.watermark).toEqual(watermark)
    expect(await plan()).toEqual(['create new@corp.test (new-in-selection)', 'update team (differs)'])
    await expectEqual(connector)
  })

  it('still ties those to somebody who refer to him, when he was created after a while and they were not reached', async () => {
    const boss = person('boss')
    await begin([boss, person('clerk', { managerDn: boss.dn }), group('team', [boss.dn])])
    target.faults = {
      refuse: ({ kind, ...write }) =>
        kind === 'create-user' && 'values' in write && write.values.uid === 'boss@corp.test' ? 'No.' : undefined,
    }
    await connector.syncFull()
    expect(target.user('boss@corp.test')).toBeUndefined()
    target.faults = {}
    await endAfter(1)
    expect(target.user('boss@corp.test')).toBeDefined()
    expect(await plan()).toEqual(['update clerk@corp.test (differs)', 'update team (differs)'])
    await expectEqual(connector)
  })

  it('still ties them when he was held back by a conflict before', async () => {
    const boss = person('boss')
    const rival = person('rival', { mail: 'boss@corp.test' })
    await begin([boss, rival, person('clerk', { managerDn: boss.dn }), group('team', [boss.dn])])
    await connector.syncFull()
    expect(target.user('boss@corp.test')).toBeUndefined()
    source.entries = source.entries.map((entry) => (entry.anchor === rival.anchor ? person('rival') : entry))
    await endAfter(1)
    expect(target.user('boss@corp.test')).toBeDefined()
    expect(await plan()).toEqual(['update clerk@corp.test (differs)', 'update team (differs)'])
    await expectEqual(connector)
  })

  describe('after the store has done what the connector could not record', () => {
    const loseAnswerTo = (nth: number) => loseAnswer(target, nth, () => connector.syncIncremental())
    const others = (entries: readonly Entry[]) =>
      entries.filter(({ anchor }) => !['anchor-new', 'anchor-crew'].includes(anchor))
    beforeEach(async () => {
      await begin([...crowd(6), group('team', [])])
      await connector.syncFull()
      source.entries = [...source.entries, person('new'), group('crew', [person('new').dn])]
    })

    it('finds a new user again though its entry has another name by now', async () => {
      await loseAnswerTo(1)
      source.entries = [...others(source.entries), person('new', { mail: 'newer@corp.test' }), group('crew', [])]
      expect(await plan()).toEqual(['update newer@corp.test (differs)', 'create crew (new-in-selection)'])
      expect(target.users.size).toBe(7)
      await expectEqual(connector)
    })

    it('finds a new group again though its entry has another name by now', async () => {
      await loseAnswerTo(2)
      source.entries = [
        ...others(source.entries),
        person('new'),
        { ...group('crew', []), attributes: { cn: ['Crew of all'] } },
      ]
      expect(await plan()).toEqual(['update Crew of all (differs)'])
      expect(target.groups.size).toBe(2)
      await expectEqual(connector)
    })

    it('takes a new user and a new group away whose entries are gone by now', async () => {
      await loseAnswerTo(2)
      source.entries = others(source.entries)
      expect(await plan()).toEqual(['deactivate new@corp.test (vanished)', 'delete crew (vanished)'])
      expect(target.groups.size).toBe(1)
      await expectEqual(connector)
    })

    it('waits for a deletion, and deletes, only once', async () => {
      await connector.syncIncremental()
      source.entries = others(source.entries)
      await loseAnswerTo(2)
      expect(target.user('new@corp.test')?.active).toBe(false)
      expect(target.group('crew')).toBeUndefined()
      expect(await plan()).toEqual([])
      connector.passDays(7)
      await loseAnswerTo(1)
      expect(target.user('new@corp.test')).toBeUndefined()
      expect(await plan()).toEqual([])
      await expectEqual(connector)
    })
  })
})

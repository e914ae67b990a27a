import type { Write } from '../../app/target/target.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, outcomesOf, said } from '../fakes/connectorOn.ts'
import { fakeSource } from '../fakes/fakeSource.ts'
import { fakeTarget } from '../fakes/fakeTarget.ts'
import { crowd, group, person } from '../fakes/people.ts'

const creates = (uid: string) => (write: Write) =>
  write.kind === 'create-user' && write.values.uid === uid ? 'No licence is left.' : undefined

describe('a store in which something goes wrong', () => {
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  it('gets everything else, and the run is partial', async () => {
    const target = fakeTarget()
    target.faults = { refuse: creates('p1@corp.test') }
    connector = await connectorOn(fakeSource([...crowd(4), group('crew', [person('p1').dn, person('p2').dn])]), target)
    const { run, plan } = await connector.syncFull()
    expect(run.status).toBe('partial')
    expect(run.counts?.users).toMatchObject({ create: 3, failed: 1 })
    expect(run.counts?.groups).toMatchObject({ create: 0, failed: 1 })
    expect(plan.status).toBe('partly-applied')
    expect([...(target.group('crew')?.members ?? [])]).toEqual([target.user('p2@corp.test')?.id])
    const errors = [...connector.events({ level: 'error' })].map(({ object, message }) => `${object}: ${message}`)
    expect(errors[0]).toContain('No licence is left.')
    expect(errors[1]).toContain('1 of 2 new members')
    target.faults = {}
    const next = await connector.syncFull()
    expect(changesOf(connector, next).map(said)).toEqual([
      'create p1@corp.test (new-in-selection)',
      'update crew (differs)',
    ])
    await expectEqual(connector)
  })

  it('sets the manager later when the manager cannot be created', async () => {
    const target = fakeTarget()
    target.faults = { refuse: creates('boss@corp.test') }
    const people = [person('ann', { managerDn: person('boss').dn }), person('boss')]
    connector = await connectorOn(fakeSource(people), target)
    const first = await connector.syncFull()
    expect(outcomesOf(connector, first).get('ann@corp.test')).toMatchObject({
      kind: 'failed',
      code: 'reference-missing',
    })
    expect(target.user('ann@corp.test')).toMatchObject({ active: true })
    target.faults = {}
    expect((await connector.syncFull()).run.status).toBe('done')
    expect(target.user('ann@corp.test')?.values.manager).toBe(target.user('boss@corp.test')?.id)
    expect(target.users.size).toBe(2)
    await expectEqual(connector)
  })

  it('sets managers that manage each other', async () => {
    const target = fakeTarget()
    const people = ['a', 'b', 'c'].map((name, at) => person(name, { managerDn: person('bca'.charAt(at)).dn }))
    connector = await connectorOn(fakeSource([...people, person('self', { managerDn: person('self').dn })]), target)
    expect((await connector.syncFull()).run.status).toBe('done')
    expect(target.user('self@corp.test')?.values.manager).toBe(target.user('self@corp.test')?.id)
    await expectEqual(connector)
  })

  it('is told apart from one that only answers that all is well', async () => {
    const source = fakeSource([person('ann', { title: 'Chef' }), person('bob')])
    const target = fakeTarget()
    connector = await connectorOn(source, target)
    await connector.syncFull()
    target.faults = { ignored: ['active', 'uid'] }
    source.entries = [person('ann', { title: 'Chef', disabled: 'disabled' }), person('bob', { mail: 'bob2@corp.test' })]
    const run = await connector.syncFull()
    expect(run.run.status).toBe('partial')
    expect([...outcomesOf(connector, run).values()]).toEqual([
      expect.objectContaining({ kind: 'failed', code: 'ignored', message: expect.stringContaining('active') }),
      expect.objectContaining({ kind: 'failed', code: 'ignored', message: expect.stringContaining('uid') }),
    ])
    target.faults = {}
    expect((await connector.syncFull()).run.status).toBe('done')
    await expectEqual(connector)
  })

  it('is not sent again what it did not keep, until there is something new to send', async () => {
    const source = fakeSource([person('ann', { title: 'Chef' }), person('bob')])
    const target = fakeTarget()
    target.faults = { ignored: ['title'] }
    connector = await connectorOn(source, target)
    const first = await connector.syncFull()
    expect(first.run.status).toBe('partial')
    expect(outcomesOf(connector, first).get('ann@corp.test')).toMatchObject({ kind: 'done', ignored: ['title'] })
    for (const title of ['Pilot', 'Chef', 'Aviator']) {
      const same = await connector.syncFull()
      expect(same.run.status).toBe('equal')
      expect([...connector.plan(same.plan.id).notes()].map(({ attribute }) => attribute)).toEqual(['title'])
      source.entries = [person('ann', { title }), person('bob')]
      expect((await connector.syncFull()).run.status).toBe('partial')
    }
    await expectEqual(connector)
  })

  it('keeps what was done before it refused the token, and the next run finishes', async () => {
    const target = fakeTarget({ batchSize: 1, concurrency: 1 })
    target.faults = { unauthorizedAfter: 7 }
    const people = crowd(10).map((_, at) => person(`p${at}`, { managerDn: person(`p${(at + 1) % 10}`).dn }))
    connector = await connectorOn(
      fakeSource([
        ...people,
        group(
          'crew',
          people.map(({ dn }) => dn),
        ),
      ]),
      target,
    )
    await expect(connector.syncFull()).rejects.toMatchObject({ side: 'store', code: 'unauthorized' })
    const [run] = connector.runs()
    expect(run).toMatchObject({ status: 'failed', error: { code: 'unauthorized' }, planId: 1 })
    const outcomes = [...connector.plan(1).changes()].map(({ outcome }) => outcome?.kind)
    expect(outcomes.filter((kind) => kind === 'done')).toHaveLength(7)
    expect(connector.state.links.count('user')).toBe(7)
    await expect(connector.apply(1, [])).rejects.toMatchObject({ code: 'plan-applied' })
    target.faults = {}
    expect((await connector.syncFull()).run.status).toBe('done')
    expect(target.users.size).toBe(10)
    expect(target.group('crew')?.members.size).toBe(10)
    await expectEqual(connector)
  })

  it('is written to in batches no larger than it takes, each change once', async () => {
    const target = fakeTarget({ batchSize: 4, concurrency: 3 })
    connector = await connectorOn(fakeSource(crowd(30)), target)
    await connector.syncFull()
    expect(target.writes).toHaveLength(30)
    expect(target.users.size).toBe(30)
    await expectEqual(connector)
  })

  it('is not asked for what it has no place for', async () => {
    const target = fakeTarget({ attributes: new Set(['uid', 'displayName']), groups: 'none' })
    connector = await connectorOn(fakeSource([person('ann', { title: 'Chef' }), group('crew', [])]), target)
    const { run, plan } = await connector.syncFull()
    expect(run.status).toBe('done')
    expect(plan.warnings.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['attributes', 'groups']))
    expect(target.user('ann@corp.test')?.values).toEqual({ uid: 'ann@corp.test', displayName: 'ann' })
    await expectEqual(connector)
  })
})

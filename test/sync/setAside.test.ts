import type { Entry } from '../../app/model/entry.ts'
import type { SyncResult } from '../../app/sync.ts'
import type { Write } from '../../app/target/target.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, objectsOf, said } from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { deleteInDirectory } from '../fakes/fakeTracking.ts'
import { crowd, group, person } from '../fakes/people.ts'

const hour = 60 * 60 * 1000

describe('an object whose change keeps failing', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  const begin = async (entries: readonly Entry[]) => {
    source = fakeSource(entries)
    target = fakeTarget()
    connector = await connectorOn(source, target)
  }
  afterEach(() => connector.close())

  const change = (entry: Entry) => {
    source.entries = [...source.entries.filter(({ anchor }) => anchor !== entry.anchor), entry]
  }
  const refuse = (refused: (write: Write) => boolean) => {
    target.faults = { refuse: (write) => (refused(write) ? 'The store cannot bear it.' : undefined) }
  }
  const ofUser = (name: string) => (write: Write) => {
    if (write.kind === 'create-user') return write.values.uid === `${name}@corp.test`
    return 'id' in write && write.id === target.user(`${name}@corp.test`)?.id
  }
  const heal = () => {
    target.faults = {}
  }
  /** An incremental sync, with what was sent to the store for it. */
  const sync = async () => {
    const before = target.writes.length
    const result = await connector.syncIncremental()
    return { result, status: result.run.status, sent: target.writes.slice(before).length }
  }
  const plan = (result: SyncResult) => changesOf(connector, result).map(said)
  const waiting = () => connector.setAside().map(({ name, change, attempts }) => `${change} ${name} ${attempts}`)

  describe('of a user', () => {
    beforeEach(async () => {
      await begin([...crowd(8), group('team', [person('p1').dn, person('p3').dn])])
      await connector.syncFull()
      refuse(ofUser('p3'))
      change(person('p3', { title: 'Baker' }))
    })

    it('is tried at the next run, and then after ever longer waits', async () => {
      expect((await sync()).status).toBe('partial')
      const failedAt = connector.clock.now()
      expect(connector.setAside()).toMatchObject([
        {
          objectKind: 'user',
          key: 'anchor-p3',
          name: 'p3@corp.test',
          change: 'update',
          code: 'refused',
          message: 'The store cannot bear it.',
          remedy: 'Look into the store.',
          attempts: 1,
          firstFailedAt: failedAt.toISOString(),
          nextTryAt: failedAt.toISOString(),
        },
      ])
      expect(await sync()).toMatchObject({ status: 'partial', sent: 1 })
      for (const [index, hours] of [1, 4, 12, 24, 48, 96, 168, 168].entries()) {
        expect(connector.setAside()).toMatchObject([
          {
            attempts: index + 2,
            firstFailedAt: failedAt.toISOString(),
            nextTryAt: new Date(connector.clock.now().getTime() + hours * hour).toISOString(),
          },
        ])
        connector.clock.advance(hours * hour - 1)
        expect(await sync()).toMatchObject({ status: 'equal', sent: 0 })
        connector.clock.advance(1)
        expect(await sync()).toMatchObject({ status: 'partial', sent: 1 })
      }
    })

    it('is listed with its reason and its next try while it waits, whichever way the plan is made', async () => {
      await sync()
      await sync()
      const [aside] = connector.setAside()
      const reason = {
        kind: 'set-aside',
        change: 'update',
        problem: 'The store cannot bear it.',
        nextTry: aside?.nextTryAt,
      }
      for (const from of ['directory', 'snapshot'] as const) {
        const dry = await connector.dryRun({ from })
        expect(plan(dry)).toEqual([])
        expect(objectsOf(connector, dry)).toContainEqual(
          expect.objectContaining({ name: 'p3@corp.test', outcome: 'skipped', reason }),
        )
      }
      const full = await connector.syncFull()
      expect(plan(full)).toEqual([])
      expect(waiting()).toEqual(['update p3@corp.test 2'])
    })

    it('blocks nobody else', async () => {
      change(person('p4', { title: 'Smith' }))
      change(person('p5', { mail: 'five@corp.test' }))
      change(person('new', { managerDn: person('p3').dn }))
      change(group('team', [person('p3').dn, person('new').dn]))
      expect((await sync()).status).toBe('partial')
      expect(target.user('p4@corp.test')?.values.title).toBe('Smith')
      expect(target.user('five@corp.test')).toBeDefined()
      expect(target.user('new@corp.test')?.values.manager).toBe(target.user('p3@corp.test')?.id)
      expect(target.group('team')?.members.size).toBe(2)
      expect(waiting()).toEqual(['update p3@corp.test 1'])
    })

    it('is tried at once when the directory wants something else of it', async () => {
      await sync()
      await sync()
      expect(await sync()).toMatchObject({ sent: 0 })
      change(person('p3', { title: 'Butcher' }))
      expect(await sync()).toMatchObject({ status: 'partial', sent: 1 })
      expect(waiting()).toEqual(['update p3@corp.test 1'])
      heal()
      change(person('p3', { title: 'Cook' }))
      expect(await sync()).toMatchObject({ status: 'done', sent: 1 })
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })

    it('is tried at the next run when a person says so, by its name or with all others', async () => {
      await sync()
      await sync()
      expect(connector.retrySetAside('somebody@corp.test')).toBe(0)
      expect(await sync()).toMatchObject({ sent: 0 })
      expect(connector.retrySetAside('P3@corp.test')).toBe(1)
      expect(await sync()).toMatchObject({ sent: 1 })
      expect(waiting()).toEqual(['update p3@corp.test 3'])
      heal()
      expect(connector.retrySetAside('all')).toBe(1)
      expect(await sync()).toMatchObject({ status: 'done', sent: 1 })
      expect(connector.setAside()).toEqual([])
      expect(target.user('p3@corp.test')?.values.title).toBe('Baker')
    })

    it('is tried when it is due though the directory tells no change, and forgotten once it works', async () => {
      await sync()
      await sync()
      heal()
      connector.clock.advance(hour)
      const { result, sent } = await sync()
      expect(result.plan.basis).toMatchObject({ read: 0 })
      expect(plan(result)).toEqual(['update p3@corp.test (differs)'])
      expect(sent).toBe(1)
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })

    it.each(['incremental', 'full'])('is forgotten at an %s sync once it is no longer wanted', async (kind) => {
      await sync()
      await sync()
      change(person('p3'))
      if (kind === 'full') await connector.syncFull()
      else await sync()
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })

    it('is forgotten when somebody else has done it in the store', async () => {
      await sync()
      await sync()
      const user = target.user('p3@corp.test')
      if (user) user.values = { ...user.values, title: 'Baker' }
      connector.clock.advance(hour)
      expect(await sync()).toMatchObject({ status: 'equal', sent: 0 })
      expect(connector.setAside()).toEqual([])
    })

    it('is taken away as planned when its entry goes, and that too is tried again when it fails', async () => {
      await sync()
      await sync()
      deleteInDirectory(source, person('p3').dn)
      expect((await sync()).status).toBe('partial')
      expect(waiting()).toEqual(['deactivate p3@corp.test 1'])
      expect((await sync()).status).toBe('partial')
      expect(waiting()).toEqual(['deactivate p3@corp.test 2'])
      expect(await sync()).toMatchObject({ status: 'equal', sent: 0 })
      heal()
      connector.clock.advance(hour)
      expect((await sync()).status).toBe('done')
      expect(target.user('p3@corp.test')?.active).toBe(false)
      expect(connector.setAside()).toEqual([])
      connector.passDays(8)
      refuse((write) => write.kind === 'delete-user')
      expect((await sync()).status).toBe('partial')
      expect((await sync()).status).toBe('partial')
      expect(await sync()).toMatchObject({ status: 'equal', sent: 0 })
      heal()
      connector.clock.advance(hour)
      expect((await sync()).status).toBe('done')
      expect(target.user('p3@corp.test')).toBeUndefined()
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })

    it('does not make a plan out of date by waiting, by becoming due, or by being tried in between', async () => {
      change(person('p4', { title: 'Smith' }))
      const due = await connector.dryRun()
      expect(plan(due)).toEqual(['update p3@corp.test (differs)', 'update p4@corp.test (differs)'])
      change(person('p4'))
      await sync()
      await sync()
      change(person('p4', { title: 'Smith' }))
      const waits = await connector.dryRun()
      expect(plan(waits)).toEqual(['update p4@corp.test (differs)'])
      connector.clock.advance(hour)
      expect((await connector.apply(waits.plan.id, [])).run.status).toBe('done')
      expect(waiting()).toEqual(['update p3@corp.test 2'])
    })

    it('is tried when a plan is applied that says so, though it has failed since that was made', async () => {
      const shown = await connector.dryRun()
      await sync()
      await sync()
      heal()
      expect((await connector.apply(shown.plan.id, [])).run.status).toBe('done')
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })
  })

  describe('that cannot be created', () => {
    const boss = person('boss')
    const clerk = person('clerk', { managerDn: boss.dn })
    beforeEach(async () => {
      await begin([boss, clerk, person('kim'), group('team', [boss.dn, clerk.dn])])
      refuse(ofUser('boss'))
      await connector.syncFull()
    })

    it('does not fail those who refer to it again and again', async () => {
      expect(waiting()).toContain('create boss@corp.test 1')
      await sync()
      expect(waiting()).toContain('create boss@corp.test 2')
      for (const run of [connector.syncIncremental, connector.syncFull, connector.syncIncremental]) {
        const { run: ended, plan: made } = await run()
        expect(ended.status).toBe('equal')
        expect(made.counts.users.failed + made.counts.groups.failed).toBe(0)
      }
      expect(waiting()).toEqual(['create boss@corp.test 2'])
      expect(target.group('team')?.members).toEqual(new Set([target.user('clerk@corp.test')?.id]))
    })

    it('is created when it is due, with all who refer to it', async () => {
      await sync()
      heal()
      connector.clock.advance(hour)
      const { result } = await sync()
      expect(plan(result)).toEqual([
        'create boss@corp.test (new-in-selection)',
        'update clerk@corp.test (differs)',
        'update team (differs)',
      ])
      expect(target.user('clerk@corp.test')?.values.manager).toBe(target.user('boss@corp.test')?.id)
      expect(target.group('team')?.members.size).toBe(2)
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })

    it('alone is listed, however often it is tried', async () => {
      for (const hours of [0, 1, 4, 12]) {
        connector.clock.advance(hours * hour)
        expect((await sync()).status).toBe('partial')
        expect(connector.setAside().map(({ name }) => name)).toEqual(['boss@corp.test'])
      }
    })

    it('is tried at once when the directory wants it otherwise', async () => {
      await sync()
      expect(await sync()).toMatchObject({ sent: 0 })
      change({ ...boss, attributes: { ...boss.attributes, title: ['Queen'] } })
      expect((await sync()).sent).toBeGreaterThanOrEqual(1)
      change(person('boss', { mail: 'queen@corp.test' }))
      expect((await sync()).status).toBe('done')
      expect(target.user('queen@corp.test')).toBeDefined()
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })

    it('is forgotten when its entry goes', async () => {
      await sync()
      deleteInDirectory(source, boss.dn)
      await sync()
      expect(connector.setAside()).toEqual([])
      await expectEqual(connector)
    })
  })

  it('is set aside when it is a group, and retried by an incremental sync', async () => {
    await begin([...crowd(4), group('team', [person('p1').dn])])
    await connector.syncFull()
    refuse(({ kind }) => kind === 'change-members')
    change(group('team', [person('p1').dn, person('p2').dn]))
    expect((await sync()).status).toBe('partial')
    expect((await sync()).status).toBe('partial')
    expect(await sync()).toMatchObject({ status: 'equal', sent: 0 })
    expect(waiting()).toEqual(['update team 2'])
    heal()
    connector.clock.advance(hour)
    expect((await sync()).status).toBe('done')
    expect(target.group('team')?.members.size).toBe(2)
    expect(connector.setAside()).toEqual([])
    await expectEqual(connector)
  })
})

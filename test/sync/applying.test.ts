import { loadSettings } from '../../app/settings/settingsFile.ts'
import {
  type ConnectorUnderTest,
  changesOf,
  connectorOn,
  expectEqual,
  said,
  settingsWith,
} from '../fakes/connectorOn.ts'
import { cutShort, type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { crowd, group, person } from '../fakes/people.ts'

describe('applying a stored plan', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  beforeEach(async () => {
    source = fakeSource([
      person('ann', { managerDn: person('bob').dn }),
      person('bob'),
      group('crew', [person('ann').dn]),
    ])
    target = fakeTarget()
    target.addUser('ann@corp.test', { values: { title: 'Chef' } })
    connector = await connectorOn(source, target)
  })
  afterEach(() => connector.close())

  it('does exactly what the plan says, and records it', async () => {
    const dry = await connector.dryRun()
    expect(dry.run).toMatchObject({ kind: 'dry-run', status: 'planned', planId: dry.plan.id })
    expect(target.writes).toEqual([])
    expect(connector.state.links.count('user')).toBe(0)
    const applied = await connector.apply(dry.plan.id, [])
    expect(applied.run).toMatchObject({ kind: 'apply', status: 'done', planId: dry.plan.id })
    expect(applied.plan).toMatchObject({ id: dry.plan.id, digest: dry.plan.digest, status: 'applied' })
    expect(target.writes.map(({ kind }) => kind)).toEqual([
      'update-user',
      'create-user',
      'update-user',
      'create-group',
      'change-members',
    ])
    expect(target.user('ann@corp.test')?.values.manager).toBe(target.user('bob@corp.test')?.id)
    expect([...connector.plan(dry.plan.id).changes()].map(({ outcome }) => outcome?.kind)).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(connector.plans()).toHaveLength(1)
    await expectEqual(connector)
  })

  it.each<[string, () => void]>([
    ['the directory', () => source.entries.push(person('kim'))],
    ['a value in the directory', () => source.entries.splice(0, 1, person('ann', { title: 'Pilot' }))],
    ['the store', () => void target.addUser('bob@corp.test')],
    [
      'a value in the store',
      () =>
        void target.users.set('u1', {
          id: 'u1',
          active: true,
          administrator: false,
          otherEmails: [],
          values: { uid: 'ann@corp.test', title: 'Cook' },
        }),
    ],
    ['what the directory shows', () => source.gaps.push(cutShort)],
  ])('is refused when %s has changed, and the new plan is named', async (_, change) => {
    const { plan } = await connector.dryRun()
    change()
    const refused = connector.apply(plan.id, [])
    await expect(refused).rejects.toMatchObject({ side: 'connector', code: 'plan-moved-on' })
    expect(target.writes).toEqual([])
    const [newest] = connector.plans()
    expect(newest?.id).toBeGreaterThan(plan.id)
    await expect(refused).rejects.toMatchObject({ remedy: expect.stringContaining(`plan ${newest?.id}`) })
    const [run] = connector.runs()
    expect(run).toMatchObject({
      kind: 'apply',
      status: 'refused',
      planId: newest?.id,
      error: { code: 'plan-moved-on' },
    })
    const { run: applied, plan: applicable } = await connector.apply(newest?.id ?? 0, [])
    expect(applied.status).toBe(applicable.complete ? 'done' : 'partial')
    await expectEqual(connector)
  })

  it('says which changes are no longer the same', async () => {
    const { plan } = await connector.dryRun()
    source.entries = [person('ann'), person('kim'), group('crew', [person('ann').dn])]
    await expect(connector.apply(plan.id, [])).rejects.toThrow(/kim@corp\.test.*bob@corp\.test/)
  })

  it('is refused when a guard halts it that did not halt it before', async () => {
    const guarded = settingsWith({ guards: {} })
    source.entries = crowd(100)
    target.users.clear()
    await connector.use(guarded)
    await connector.syncFull()
    source.entries = crowd(95)
    const { plan } = await connector.dryRun()
    source.entries = crowd(94)
    await expect(connector.apply(plan.id, [])).rejects.toThrow(/halted by deletions-users/)
  })

  it('is refused for other settings, before anything is read', async () => {
    const { plan } = await connector.dryRun()
    await connector.use(settingsWith({ mapping: { title: null } }))
    source.discover = async () => {
      throw new Error('was read')
    }
    await expect(connector.apply(plan.id, [])).rejects.toMatchObject({
      side: 'settings',
      code: 'plan-of-other-settings',
    })
    expect(connector.runs()[0]).toMatchObject({ status: 'refused' })
  })

  it('is refused a second time, and for a plan that never was', async () => {
    const { plan } = await connector.dryRun()
    await connector.apply(plan.id, [])
    await expect(connector.apply(plan.id, [])).rejects.toMatchObject({ code: 'plan-applied' })
    await expect(connector.apply(99, [])).rejects.toMatchObject({
      code: 'no-such-plan',
      message: expect.stringContaining('newest'),
    })
  })

  it('shows what settings that are not saved would change, and changes none that are', async () => {
    await connector.syncFull()
    const saved = await loadSettings(connector.folder)
    const unsaved = settingsWith({ mapping: { displayName: '"Dr. " + displayName' } })
    const dry = await connector.dryRun({ unsaved })
    expect(changesOf(connector, dry).map(said)).toEqual([
      'update ann@corp.test (differs)',
      'update bob@corp.test (differs)',
    ])
    expect(await loadSettings(connector.folder)).toEqual(saved)
    await expect(connector.apply(dry.plan.id, [])).rejects.toMatchObject({ code: 'plan-of-other-settings' })
    await expectEqual(connector)
    await connector.use(unsaved)
    expect((await connector.apply(dry.plan.id, [])).run.status).toBe('done')
    expect(target.user('ann@corp.test')?.values.displayName).toBe('Dr. ann')
    await expectEqual(connector)
  })

  it('is never done twice when nothing is left to do', async () => {
    await connector.syncFull()
    target.writes.splice(0)
    expect((await connector.syncFull()).run.status).toBe('equal')
    expect(target.writes).toEqual([])
  })
})

import {
  type ConnectorUnderTest,
  changesOf,
  connectorOn,
  expectEqual,
  objectsOf,
  outcomesOf,
  said,
  settingsWith,
} from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { crowd, group, person } from '../fakes/people.ts'

const uid = 'ann@corp.test'

describe('undoing a run', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  const begin = async (settings = settingsWith()) => {
    source = fakeSource([person('ann', { title: 'Cook' }), ...crowd(3), group('crew', [person('ann').dn])])
    target = fakeTarget()
    connector = await connectorOn(source, target, settings)
    await connector.syncFull()
    return target.user(uid)?.id ?? ''
  }

  /** Plans the undo and applies it; then there is nothing left to take back. */
  const undo = async (runId: number) => {
    const { plan } = await connector.undo(runId)
    const applied = await connector.apply(plan.id, [])
    expect(changesOf(connector, await connector.undo(runId))).toEqual([])
    return applied
  }

  it('shows what it would take back, writes nothing, and does exactly that when it is applied', async () => {
    const id = await begin()
    source.entries = [person('ann', { title: 'Chef' }), ...crowd(3), group('crew', [person('p0').dn])]
    const { run } = await connector.syncFull()
    const before = target.writes.length
    const undone = await connector.undo(run.id)
    expect(undone.run).toMatchObject({ kind: 'undo', status: 'planned', planId: undone.plan.id })
    expect(undone.plan).toMatchObject({ status: 'pending', basis: { kind: 'undo', runId: run.id } })
    expect(changesOf(connector, undone).map(said)).toEqual([`update ${uid} (undo)`, 'update crew (undo)'])
    expect(target.writes).toHaveLength(before)

    const applied = await connector.apply(undone.plan.id, [])
    expect(applied.run).toMatchObject({ kind: 'apply', status: 'done' })
    expect(applied.plan).toMatchObject({ id: undone.plan.id, status: 'applied' })
    expect(target.users.get(id)?.values.title).toBe('Cook')
    expect([...(target.group('crew')?.members ?? [])]).toEqual([id])
    await expect(connector.apply(undone.plan.id, [])).rejects.toMatchObject({
      code: 'plan-applied',
      remedy: expect.stringContaining(`Undo run ${run.id} again`),
    })
    const again = await connector.undo(run.id)
    expect(changesOf(connector, again)).toEqual([])
    expect(objectsOf(connector, again).map(({ reason }) => reason.kind)).toEqual(['as-before', 'as-before'])
  })

  it('warns that the next sync does it again, and pauses the schedule before the first write', async () => {
    await begin()
    source.entries = [person('ann', { title: 'Chef' }), ...crowd(3), group('crew', [person('ann').dn])]
    const { run } = await connector.syncFull()
    const { plan } = await connector.undo(run.id)
    expect(plan.warnings).toMatchObject([{ level: 'warning', subject: 'next sync' }])
    expect(connector.control().pausedAt).toBeNull()
    target.faults.unauthorizedAfter = target.writes.length
    await expect(connector.apply(plan.id, [])).rejects.toMatchObject({ code: 'unauthorized' })
    expect(connector.control().pausedAt).toBe(connector.clock.now().toISOString())
    expect([...connector.events({})]).toContainEqual(
      expect.objectContaining({ code: 'paused', remedy: expect.stringContaining('resume') }),
    )
    target.faults = {}
    await undo(run.id)
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([`update ${uid} (differs)`])
  })

  it('makes users inactive whom the run added, and a later sync deletes those whose entry is gone by then', async () => {
    await begin()
    source.entries.push(person('kim'), person('lee'))
    const { run } = await connector.syncFull()
    const { plan } = await undo(run.id)
    expect(plan.counts.users).toMatchObject({ deactivate: 2, delete: 0 })
    expect(target.user('kim@corp.test')?.active).toBe(false)
    source.entries = source.entries.filter(({ anchor }) => anchor !== 'anchor-kim')
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([
      'reactivate lee@corp.test (back-in-selection)',
    ])
    await expectEqual(connector)
    connector.passDays(7)
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([
      'delete kim@corp.test (vanished-long-enough)',
    ])
    await expectEqual(connector)
  })

  it('deletes them at once without days to wait', async () => {
    await begin(settingsWith({ softDeleteDays: 0 }))
    source.entries.push(person('kim'))
    const { run } = await connector.syncFull()
    await undo(run.id)
    expect(target.user('kim@corp.test')).toBeUndefined()
    expect(connector.state.links.get('anchor-kim')).toBeNull()
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([
      'create kim@corp.test (new-in-selection)',
    ])
  })

  it('makes active again who had left, and ends the wait for the deletion', async () => {
    const id = await begin()
    source.entries = [...crowd(3), group('crew', [])]
    const { run } = await connector.syncFull()
    await undo(run.id)
    expect(target.users.get(id)).toMatchObject({ active: true })
    expect([...(target.group('crew')?.members ?? [])]).toEqual([id])
    expect(connector.state.links.get('anchor-ann')?.vanishedAt).toBeNull()
    connector.passDays(30)
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([
      `deactivate ${uid} (vanished)`,
      'update crew (differs)',
    ])
  })

  it('makes deleted users and groups again and links them, so that a returning entry gets them', async () => {
    const id = await begin(settingsWith({ softDeleteDays: 0 }))
    target.group('crew')?.members.add(target.user('p0@corp.test')?.id ?? '')
    source.entries = [
      person('p0', { managerDn: person('ann').dn }),
      ...crowd(3).slice(1),
      group('crew', [person('ann').dn]),
    ]
    source.entries.push(person('ann', { title: 'Cook' }))
    await connector.syncFull()
    const all = source.entries
    source.entries = [person('p0'), ...crowd(3).slice(1), group('board', [])]
    const { run } = await connector.syncFull()
    expect(target.user(uid)).toBeUndefined()
    expect(target.group('crew')).toBeUndefined()

    await undo(run.id)
    const again = target.user(uid)
    expect(again).toMatchObject({ active: true, values: { title: 'Cook' } })
    expect(again?.id).not.toBe(id)
    expect(target.user('p0@corp.test')?.values.manager).toBe(again?.id)
    expect([...(target.group('crew')?.members ?? [])]).toEqual([again?.id])
    expect(target.group('board')).toBeUndefined()
    expect(connector.state.links.get('anchor-ann')?.resourceId).toBe(again?.id)
    source.entries = all
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([])
    await expectEqual(connector)
  })

  it('ends the wait of strangers whom the run made inactive', async () => {
    await begin()
    target.addUser('stranger@corp.test')
    await connector.use(settingsWith({ mismatched: 'delete' }))
    const { run } = await connector.syncFull()
    await undo(run.id)
    expect(target.user('stranger@corp.test')?.active).toBe(true)
    connector.passDays(8)
    expect(changesOf(connector, await connector.syncFull()).map(said)).toEqual([
      'deactivate stranger@corp.test (mismatched)',
    ])
  })

  it('leaves alone what somebody changed since', async () => {
    const id = await begin()
    source.entries = [person('ann', { title: 'Chef' }), ...crowd(3), group('crew', [person('ann').dn])]
    const { run } = await connector.syncFull()
    const ann = target.users.get(id)
    if (ann) ann.values = { ...ann.values, title: 'Pilot' }
    const undone = await connector.undo(run.id)
    expect(changesOf(connector, undone)).toEqual([])
    expect(undone.plan.counts.users).toMatchObject({ skipped: 1, update: 0 })
    expect(objectsOf(connector, undone)).toMatchObject([
      { name: uid, reason: { kind: 'changed-since', attributes: ['title'] } },
    ])
  })

  it('is refused when the store has moved on after it was planned', async () => {
    const id = await begin()
    source.entries = [person('ann', { title: 'Chef' }), ...crowd(3), group('crew', [])]
    const { run } = await connector.syncFull()
    const { plan } = await connector.undo(run.id)
    const ann = target.users.get(id)
    if (ann) ann.values = { ...ann.values, title: 'Pilot' }
    await expect(connector.apply(plan.id, [])).rejects.toMatchObject({ code: 'plan-moved-on' })
    expect(target.users.get(id)?.values.title).toBe('Pilot')
    expect(connector.control().pausedAt).toBeNull()
    await connector.apply(connector.plans()[0]?.id ?? 0, [])
    expect([...(target.group('crew')?.members ?? [])]).toEqual([id])
  })

  it('is halted like any plan when it takes away too many, until a person approves it', async () => {
    await begin(settingsWith({ guards: {} }))
    source.entries.push(...['a', 'b', 'c', 'd', 'e'].map((name) => person(name)))
    const { run } = await connector.syncFull()
    const { plan } = await connector.undo(run.id)
    expect(plan.halted.map(({ name }) => name)).toEqual(['deletions-users'])
    expect((await connector.apply(plan.id, [])).run.status).toBe('halted')
    expect(target.user('a@corp.test')?.active).toBe(true)
    expect((await connector.apply(plan.id, ['deletions-users'])).run.status).toBe('done')
    expect(target.user('a@corp.test')?.active).toBe(false)
  })

  it('takes back only what was done, and says how much was not', async () => {
    await begin()
    target.faults.refuse = (write) => (write.kind === 'create-user' ? 'No licence is left.' : undefined)
    source.entries = [person('ann', { title: 'Chef' }), ...crowd(3), person('kim'), group('crew', [])]
    const { run } = await connector.syncFull()
    target.faults = {}
    const { plan } = await connector.undo(run.id)
    expect(plan.counts.users).toMatchObject({ update: 1, deactivate: 0 })
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('1 of its changes failed') }),
    )
  })

  it('can itself be undone', async () => {
    const id = await begin()
    source.entries = [person('ann', { title: 'Chef' }), ...crowd(3), person('kim'), group('crew', [])]
    const { run } = await connector.syncFull()
    const { run: applied } = await undo(run.id)
    expect(outcomesOf(connector, await connector.undo(applied.id)).size).toBe(3)
    await undo(applied.id)
    expect(target.users.get(id)?.values.title).toBe('Chef')
    expect(target.user('kim@corp.test')?.active).toBe(true)
    await expectEqual(connector)
  })

  it('is refused for runs that changed nothing, and for runs that never were', async () => {
    await begin()
    const dry = await connector.dryRun()
    const equal = await connector.syncFull()
    const runs = connector.runs().length
    for (const { run } of [dry, equal]) {
      await expect(connector.undo(run.id)).rejects.toMatchObject({ side: 'connector', code: 'nothing-to-undo' })
    }
    await expect(connector.undo(99)).rejects.toMatchObject({ code: 'no-such-run' })
    expect(connector.runs()).toHaveLength(runs)

    source.entries.push(person('kim'))
    const { run: planning, plan } = await connector.dryRun()
    const { run: writing } = await connector.apply(plan.id, [])
    await expect(connector.undo(planning.id)).rejects.toMatchObject({
      code: 'nothing-to-undo',
      remedy: expect.stringContaining(`run ${writing.id}`),
    })
    connector.state.plans.discard(plan.id)
    await expect(connector.undo(writing.id)).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })
})

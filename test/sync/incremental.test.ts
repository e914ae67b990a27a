import type { Entry } from '../../app/model/entry.ts'
import { changesOf, connectorOn, expectEqual, objectsOf, said, settingsWith } from '../fakes/connectorOn.ts'
import { cutShort, type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { deleteInDirectory, moveInDirectory } from '../fakes/fakeTracking.ts'
import { baseDn, crowd, group, person } from '../fakes/people.ts'

const staff = `OU=Staff,${baseDn}`

/** A small company that was synchronized whole. */
async function company(people: readonly Entry[], target: FakeTarget = fakeTarget(), settings = settingsWith()) {
  const source = fakeSource(people)
  source.containers = ['Staff', 'Groups', 'Other'].map((name) => ({ anchor: `ou-${name}`, dn: `OU=${name},${baseDn}` }))
  const connector = await connectorOn(source, target, settings)
  await connector.syncFull()
  await expectEqual(connector)
  source.questions.length = 0
  target.reads.length = 0
  return { source, target, connector }
}

function change(source: FakeSource, anchor: string, attributes: Record<string, string[] | undefined>): void {
  source.entries = source.entries.map((entry) => {
    if (entry.anchor !== anchor) return entry
    const merged = { ...entry.attributes, ...attributes }
    const present = Object.entries(merged).filter(([, values]) => values !== undefined)
    return { ...entry, attributes: Object.fromEntries(present) as Entry['attributes'] }
  })
}

function setMembers(source: FakeSource, anchor: string, memberDns: readonly string[]): void {
  source.entries = source.entries.map((entry) => (entry.anchor === anchor ? { ...entry, memberDns } : entry))
}

describe('an incremental sync', () => {
  it('is refused before the first full sync', async () => {
    const connector = await connectorOn(fakeSource(crowd(3)), fakeTarget())
    await expect(connector.syncIncremental()).rejects.toMatchObject({ code: 'no-full-sync' })
    await connector.close()
  })

  it('asks the directory one thing, and the store nothing, when nothing has changed', async () => {
    const { source, target, connector } = await company([...crowd(20), group('team', [person('p1').dn])])
    const { run, plan } = await connector.syncIncremental()
    expect(run.status).toBe('equal')
    expect(plan.basis).toEqual({ kind: 'changes', method: 'usn', read: 0 })
    expect(source.questions).toEqual(['changes'])
    expect(target.reads).toEqual([])
    await connector.close()
  })

  it('writes what changed, and asks the store for that alone', async () => {
    const { source, target, connector } = await company(crowd(20))
    change(source, 'anchor-p3', { displayname: ['Three'] })
    const result = await connector.syncIncremental()
    expect(changesOf(connector, result).map(said)).toEqual(['update p3@corp.test (differs)'])
    expect(target.reads.filter((read) => !read.startsWith('discover'))).toHaveLength(1)
    expect(target.user('p3@corp.test')?.values.displayName).toBe('Three')
    await expectEqual(connector)
    await connector.close()
  })

  it('creates, renames, disables and takes away', async () => {
    const { source, target, connector } = await company(crowd(10))
    source.entries = [...source.entries, person('new')]
    change(source, 'anchor-p1', { mail: ['married@corp.test'] })
    change(source, 'anchor-p2', { useraccountcontrol: ['514'] })
    deleteInDirectory(source, person('p4').dn)
    const result = await connector.syncIncremental()
    expect(changesOf(connector, result).map(said).sort()).toEqual([
      'create new@corp.test (new-in-selection)',
      'deactivate p2@corp.test (account-disabled)',
      'deactivate p4@corp.test (vanished)',
      'update married@corp.test (differs)',
    ])
    await expectEqual(connector)
    connector.passDays(8)
    const later = await connector.syncIncremental()
    expect(changesOf(connector, later).map(said)).toEqual(['delete p4@corp.test (vanished-long-enough)'])
    expect(target.user('p4@corp.test')).toBeUndefined()
    await expectEqual(connector)
    await connector.close()
  })

  it('brings somebody back who comes back in time', async () => {
    const { source, target, connector } = await company(crowd(10))
    const id = target.user('p4@corp.test')?.id
    const before = source.entries
    deleteInDirectory(source, person('p4').dn)
    await connector.syncIncremental()
    source.entries = before
    const result = await connector.syncIncremental()
    expect(changesOf(connector, result).map(said)).toEqual(['reactivate p4@corp.test (back-in-selection)'])
    expect(target.user('p4@corp.test')?.id).toBe(id)
    await expectEqual(connector)
    await connector.close()
  })

  it('finds deletions that nobody told by comparing anchors', async () => {
    const { source, connector } = await company(crowd(10))
    source.tracking = { method: 'timestamps', deletions: 'untold' }
    deleteInDirectory(source, person('p4').dn)
    await connector.syncIncremental()
    const result = await connector.syncIncremental()
    expect(result.run.status).toBe('equal')
    await expectEqual(connector)
    await connector.close()
  })

  it('follows a container that moves out of the selection and back, though nobody in it changed', async () => {
    const settings = settingsWith({
      selection: { baseDns: [baseDn], excludeDns: [`OU=Other,${baseDn}`], groups: { enabled: true } },
    })
    const people = [
      ...crowd(6),
      person('boss', { ou: 'OU=Sales,OU=Staff' }),
      person('rep', { ou: 'OU=Sales,OU=Staff', managerDn: `CN=boss,OU=Sales,${staff}` }),
    ]
    const source = fakeSource([
      ...people,
      group(
        'team',
        people.map(({ dn }) => dn),
      ),
    ])
    source.containers = [
      { anchor: 'ou-staff', dn: staff },
      { anchor: 'ou-sales', dn: `OU=Sales,${staff}` },
      { anchor: 'ou-groups', dn: `OU=Groups,${baseDn}` },
      { anchor: 'ou-other', dn: `OU=Other,${baseDn}` },
    ]
    const target = fakeTarget()
    const connector = await connectorOn(source, target, settings)
    await connector.syncFull()

    moveInDirectory(source, `OU=Sales,${staff}`, `OU=Vertrieb,${staff}`)
    expect((await connector.syncIncremental()).run.status).toBe('equal')
    await expectEqual(connector)

    moveInDirectory(source, `OU=Vertrieb,${staff}`, `OU=Vertrieb,OU=Other,${baseDn}`)
    const away = await connector.syncIncremental()
    expect(changesOf(connector, away).map(said)).toEqual(
      expect.arrayContaining([
        'deactivate boss@corp.test (vanished)',
        'deactivate rep@corp.test (vanished)',
        'update team (differs)',
      ]),
    )
    await expectEqual(connector)

    moveInDirectory(source, `OU=Vertrieb,OU=Other,${baseDn}`, `OU=Vertrieb,${baseDn}`)
    const back = await connector.syncIncremental()
    expect(changesOf(connector, back).map(said)).toEqual(
      expect.arrayContaining([
        'reactivate boss@corp.test (back-in-selection)',
        'reactivate rep@corp.test (back-in-selection)',
        'update team (differs)',
      ]),
    )
    await expectEqual(connector)
    await connector.close()
  })

  it('writes memberships that alone changed, and those of nested groups', async () => {
    for (const groups of ['nested', 'flat'] as const) {
      const inner = group('inner', [person('p1').dn])
      const { source, target, connector } = await company(
        [...crowd(5), inner, group('outer', [inner.dn])],
        fakeTarget({ groups }),
      )
      setMembers(source, 'anchor-inner', [person('p1').dn, person('p2').dn])
      await connector.syncIncremental()
      const id = target.user('p2@corp.test')?.id ?? ''
      expect(target.group('inner')?.members).toContain(id)
      expect(target.group('outer')?.members.has(id)).toBe(groups === 'flat')
      await expectEqual(connector)
      await connector.close()
    }
  })

  it('sets and clears references to those who come and go', async () => {
    const chief = person('chief')
    const { source, target, connector } = await company([
      ...crowd(3, { managerDn: chief.dn }),
      group('team', [chief.dn, person('p1').dn]),
    ])
    source.entries = [...source.entries, chief]
    await connector.syncIncremental()
    const id = target.user('chief@corp.test')?.id
    expect(target.user('p1@corp.test')?.values.manager).toBe(id)
    expect(target.group('team')?.members.has(id ?? '')).toBe(true)
    await expectEqual(connector)
    deleteInDirectory(source, chief.dn)
    await connector.syncIncremental()
    expect(target.user('p1@corp.test')?.values.manager ?? null).toBeNull()
    await expectEqual(connector)
    await connector.close()
  })

  it('lets go of a conflict when one of the two changes', async () => {
    const { source, target, connector } = await company([...crowd(3), person('a', { mail: 'same@corp.test' })])
    source.entries = [...source.entries, person('b', { mail: 'same@corp.test' })]
    const conflict = await connector.syncIncremental()
    expect(objectsOf(connector, conflict).map(({ outcome, name }) => `${outcome} ${name}`)).toEqual([
      'conflict same@corp.test',
      'conflict same@corp.test',
    ])
    await expectEqual(connector)
    change(source, 'anchor-b', { mail: ['other@corp.test'] })
    await connector.syncIncremental()
    expect(target.user('other@corp.test')).toBeDefined()
    await expectEqual(connector)
    await connector.close()
  })

  it('compares the directory whole by itself when the server is another one, and goes on from there', async () => {
    const { source, connector } = await company(crowd(12))
    source.server = 'second.test:636'
    change(source, 'anchor-p3', { displayname: ['Three'] })
    const compared = await connector.syncIncremental()
    expect(compared.plan.basis).toMatchObject({ kind: 'changes', method: 'comparison' })
    expect(changesOf(connector, compared).map(said)).toEqual(['update p3@corp.test (differs)'])
    expect([...connector.events({})].map(({ code }) => code)).toContain('compared-whole')
    const next = await connector.syncIncremental()
    expect(next.plan.basis).toMatchObject({ kind: 'changes', method: 'usn', read: 0 })
    await expectEqual(connector)
    await connector.close()
  })

  it('works on a directory that tells no changes', async () => {
    const source = fakeSource([...crowd(12), group('team', [person('p1').dn])])
    source.offersTracking = 'no'
    const connector = await connectorOn(source, fakeTarget())
    await connector.syncFull()
    source.entries = [...source.entries.filter(({ anchor }) => anchor !== 'anchor-p1'), person('new')]
    const result = await connector.syncIncremental()
    expect(result.plan.basis).toMatchObject({ method: 'comparison' })
    await expectEqual(connector)
    await connector.close()
  })

  it('moves nothing when it is halted', async () => {
    const guarded = settingsWith({ guards: {} })
    const { source, connector } = await company(crowd(40), fakeTarget(), guarded)
    for (let at = 0; at < 10; at += 1) deleteInDirectory(source, person(`p${at}`).dn)
    const halted = await connector.syncIncremental()
    expect(halted.run.status).toBe('halted')
    expect(halted.plan.halted.map(({ name }) => name)).toEqual(['deletions-users'])
    const again = await connector.syncIncremental()
    expect(changesOf(connector, again)).toHaveLength(10)
    const applied = await connector.apply(again.plan.id, ['deletions-users'])
    expect(applied.run.status).toBe('done')
    await expectEqual(connector)
    expect((await connector.syncIncremental()).run.status).toBe('equal')
    await connector.close()
  })

  it('takes nothing away after a gap, and asks for the same changes again', async () => {
    const { source, connector } = await company(crowd(10))
    deleteInDirectory(source, person('p4').dn)
    source.gaps = [cutShort]
    const partial = await connector.syncIncremental()
    expect(partial.run.status).toBe('partial')
    expect(changesOf(connector, partial)).toEqual([])
    source.gaps = []
    const whole = await connector.syncIncremental()
    expect(changesOf(connector, whole).map(said)).toEqual(['deactivate p4@corp.test (vanished)'])
    await connector.close()
  })

  it('halts when the directory shows nobody any more', async () => {
    const { source, connector } = await company(crowd(5))
    source.entries = []
    const halted = await connector.syncIncremental()
    expect(halted.plan.halted.map(({ name }) => name)).toContain('empty-read-users')
    await connector.close()
  })

  it('is refused while paused, and after a change of settings', async () => {
    const { connector } = await company(crowd(5))
    connector.pause()
    await expect(connector.syncIncremental()).rejects.toMatchObject({ code: 'paused' })
    connector.resume()
    await connector.use(settingsWith({ mapping: { title: null } }))
    await expect(connector.syncIncremental()).rejects.toMatchObject({ code: 'settings-changed' })
    await connector.close()
  })
})

describe('a dry run from the snapshot', () => {
  it('shows what another mapping and filter would change, without reading the directory again', async () => {
    const { source, connector } = await company(crowd(12))
    change(source, 'anchor-p3', { displayname: ['Three'] })
    const other = settingsWith({
      mapping: { displayName: '"Dr. " + displayName' },
      selection: { baseDns: [baseDn], groups: { enabled: true }, users: { filter: '(!(mail=p7@corp.test))' } },
    })
    await connector.use(other)
    const snapshot = await connector.dryRun({ from: 'snapshot' })
    expect(source.questions.filter((question) => question.startsWith('read'))).toEqual([])
    const directory = await connector.dryRun()
    expect(snapshot.plan.counts.users.update).toBe(11)
    expect(directory.plan.counts.users.update).toBe(12)
    expect(changesOf(connector, snapshot).map(said)).toContain('deactivate p7@corp.test (vanished)')
    await connector.close()
  })

  it('is refused when more is needed than is held', async () => {
    const { connector } = await company(crowd(5))
    await connector.use(settingsWith({ mapping: { locale: 'c' } }))
    await expect(connector.dryRun({ from: 'snapshot' })).resolves.toBeDefined()
    await connector.use(settingsWith({ mapping: { locale: 'carLicense' } }))
    await expect(connector.dryRun({ from: 'snapshot' })).rejects.toMatchObject({ code: 'snapshot-lacks' })
    await connector.close()
  })
})

import { startIdentityStore } from '../../app/demo/store/identityStore.ts'
import type { Entry } from '../../app/model/entry.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { scimTarget } from '../../app/target/scim/scimTarget.ts'
import { allOf } from '../fakes/allOf.ts'
import {
  type ConnectorUnderTest,
  changesOf,
  connectorOn,
  expectEqual,
  objectsOf,
  said,
  settingsWith,
} from '../fakes/connectorOn.ts'
import { type FakeSource, fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { leapingClock } from '../fakes/leapingClock.ts'
import { baseDn, crowd, group, person } from '../fakes/people.ts'
import { connectionSettings, token } from '../target/scim/connectionSettings.ts'

/** The people and groups of `corp.test` as those of another domain, with addresses of their own. */
function inDomain(label: string, entries: readonly Entry[]): readonly Entry[] {
  const moved = (text: string) => text.replace(baseDn, `DC=${label},DC=test`)
  return entries.map((entry) => ({
    ...entry,
    anchor: `${label}-${entry.anchor}`,
    dn: moved(entry.dn),
    baseDn: moved(entry.baseDn),
    attributes: {
      ...entry.attributes,
      ...(entry.attributes.mail && { mail: entry.attributes.mail.map((mail) => mail.replace('@corp', `@${label}`)) }),
    },
    ...(entry.memberDns && { memberDns: entry.memberDns.map(moved) }),
  }))
}

function domain(label: string, entries: readonly Entry[]): FakeSource {
  const namingContext = `DC=${label},DC=test`
  const source = fakeSource(inDomain(label, entries))
  const { discover } = source
  return Object.assign(source, {
    discover: async () => ({
      ...(await discover()),
      namingContexts: [namingContext],
      defaultNamingContext: namingContext,
    }),
  })
}

function marking(): FakeTarget {
  return fakeTarget({
    attributes: new Set(['uid', 'displayName', 'title', 'connectorDomain']),
    marks: ['user', 'group'],
  })
}

function settingsOf(label: string, organization: SettingsInput['organization'], changes: Partial<SettingsInput> = {}) {
  return settingsWith({
    selection: { baseDns: [`DC=${label},DC=test`], groups: { enabled: true } },
    organization,
    mismatched: 'delete',
    softDeleteDays: 0,
    ...changes,
  })
}

const shared = { shared: true }
const dnOf = (name: string) => `CN=${name},OU=Staff,${baseDn}`

describe('two domains in one organization', () => {
  const connectors: ConnectorUnderTest[] = []
  const open = async (...parts: Parameters<typeof connectorOn>) => {
    const connector = await connectorOn(...parts)
    connectors.push(connector)
    return connector
  }
  afterEach(async () => {
    for (const connector of connectors.splice(0)) await connector.close()
  })
  const planned = async (connector: ConnectorUnderTest) => changesOf(connector, await connector.dryRun()).map(said)
  const left = (connector: ConnectorUnderTest, result: Awaited<ReturnType<ConnectorUnderTest['dryRun']>>) =>
    objectsOf(connector, result).flatMap(({ outcome, name, reason }) =>
      reason.kind === 'equal'
        ? []
        : [`${outcome} ${name} (${reason.kind}${'domain' in reason ? ` ${reason.domain}` : ''})`],
    )

  it('keep their own and leave the other alone, though mismatched objects are deleted', async () => {
    const target = marking()
    const staff = [...crowd(3), group('Crew', [dnOf('p0'), dnOf('p1')])]
    const [corpSource, emeaSource] = [
      domain('corp', staff),
      domain('emea', [...crowd(2), group('Board', [dnOf('p1')])]),
    ]
    const corp = await open(corpSource, target, settingsOf('corp', shared))
    const emea = await open(emeaSource, target, settingsOf('emea', shared))
    await corp.syncFull()
    await emea.syncFull()
    for (const connector of [corp, emea]) await expectEqual(connector)
    expect(target.users.size).toBe(5)
    expect(target.user('p0@corp.test')?.values.connectorDomain).toBe('corp.test')
    expect(target.user('p0@emea.test')?.values.connectorDomain).toBe('emea.test')
    expect(target.group('Crew')?.connectorDomain).toBe('corp.test')
    expect(left(corp, await corp.dryRun()).sort()).toEqual([
      'mismatched Board (other-domain emea.test)',
      'mismatched p0@emea.test (other-domain emea.test)',
      'mismatched p1@emea.test (other-domain emea.test)',
    ])

    corpSource.entries = [...inDomain('corp', [...crowd(2), group('Crew', [dnOf('p0')])])]
    await corp.syncFull()
    await emea.syncFull()
    expect([...target.users.values()].map(({ values }) => values.uid).sort()).toEqual([
      'p0@corp.test',
      'p0@emea.test',
      'p1@corp.test',
      'p1@emea.test',
    ])
    for (const connector of [corp, emea]) await expectEqual(connector)
  })

  it('do so in a real store', async () => {
    const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
    const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
    // A connector closes its target after each run; these two share one.
    const kept = { ...target, close: async () => {} }
    const corpSource = domain('corp', [...crowd(12), group('Crew', [dnOf('p0'), dnOf('p11')])])
    const emeaSource = domain('emea', [...crowd(9), group('Board', [dnOf('p1')]), group('Staff', [])])
    const corp = await open(corpSource, kept, settingsOf('corp', shared))
    const emea = await open(emeaSource, kept, settingsOf('emea', shared))
    for (const connector of [corp, emea]) expect((await connector.syncFull()).run.status).toBe('done')
    for (const connector of [corp, emea]) await expectEqual(connector)
    emeaSource.entries = [...inDomain('emea', [...crowd(8), group('Staff', [])])]
    await emea.syncFull()
    for (const connector of [corp, emea]) await expectEqual(connector)
    const users = (await allOf(target.readUsers())).flat()
    expect(users.map(({ values }) => values.connectorDomain).sort()).toEqual([
      ...Array.from({ length: 12 }, () => 'corp.test'),
      ...Array.from({ length: 8 }, () => 'emea.test'),
    ])
    const groups = (await allOf(target.readGroups())).flatMap((page) => page.groups)
    expect(groups.map(({ displayName, connectorDomain }) => [displayName, connectorDomain]).sort()).toEqual([
      ['Crew', 'corp.test'],
      ['Staff', 'emea.test'],
    ])
    await target.close()
    await store.close()
  })

  it('mark once what was there before, and then plan nothing', async () => {
    const target = marking()
    const source = domain('corp', [...crowd(2), group('Crew', [])])
    const corp = await open(source, target, settingsOf('corp', { shared: false }))
    await corp.syncFull()
    expect(target.user('p0@corp.test')?.values.connectorDomain).toBeUndefined()
    expect(target.group('Crew')?.connectorDomain).toBeNull()
    await expectEqual(corp)

    await corp.use(settingsOf('corp', shared))
    const marked = changesOf(corp, await corp.syncFull())
    expect(marked.map(({ kind, after, reason }) => ({ kind, after, reason }))).toEqual(
      Array.from({ length: 3 }, () => ({
        kind: 'update',
        after: { values: { connectorDomain: 'corp.test' } },
        reason: { kind: 'differs', attributes: ['connectorDomain'] },
      })),
    )
    expect(target.user('p1@corp.test')?.values.connectorDomain).toBe('corp.test')
    expect(target.group('Crew')?.connectorDomain).toBe('corp.test')
    await expectEqual(corp)
  })

  it('do not take each other’s people by name or e-mail, nor groups by name', async () => {
    const target = marking()
    const emea = await open(
      domain('emea', [person('ann'), person('bob'), group('Crew', [])]),
      target,
      settingsOf('emea', shared),
    )
    await emea.syncFull()
    const bob = target.user('bob@emea.test')
    if (bob) bob.otherEmails = ['second@shared.test']
    const rivals = domain('corp', [group('Crew', []), ...crowd(1)])
    const { mail: _, ...attributes } = person('x').attributes
    for (const [name, mail] of [
      ['one', 'ANN@emea.test'],
      ['two', 'second@shared.test'],
    ] as const) {
      rivals.entries.push({ ...person(name), attributes: { ...attributes, mail: [mail] } })
    }
    const corp = await open(rivals, target, settingsOf('corp', shared))
    const result = await corp.syncFull()
    expect(left(corp, result).sort()).toEqual([
      'conflict ANN@emea.test (other-domain emea.test)',
      'conflict Crew (other-domain emea.test)',
      'conflict second@shared.test (other-domain emea.test)',
    ])
    expect(changesOf(corp, result).map(said)).toEqual(['create p0@corp.test (new-in-selection)'])
    for (const connector of [corp, emea]) await expectEqual(connector)
  })

  it('leave what is marked as the other’s, also when it is linked', async () => {
    const target = marking()
    const source = domain('corp', [person('ann', { title: 'Chef' }), ...crowd(2)])
    const corp = await open(source, target, settingsOf('corp', shared))
    await corp.syncFull()
    const ann = target.user('ann@corp.test')
    if (ann) ann.values = { ...ann.values, connectorDomain: 'emea.test', title: 'Pilot' }
    expect(await planned(corp)).toEqual([])
    expect(left(corp, await corp.syncFull())).toEqual(['conflict ann@corp.test (other-domain emea.test)'])
    source.entries = [...inDomain('corp', crowd(2))]
    expect(await planned(corp)).toEqual([])
    expect(left(corp, await corp.syncFull())).toEqual(['mismatched ann@corp.test (other-domain emea.test)'])
    expect(ann).toMatchObject({ active: true, values: { title: 'Pilot' } })
  })

  it('do not delete what bears no mark yet: it may be the other’s', async () => {
    const target = marking()
    target.addUser('old@emea.test')
    const corp = await open(domain('corp', crowd(1)), target, settingsOf('corp', shared))
    expect(left(corp, await corp.syncFull())).toEqual(['mismatched old@emea.test (no-mark corp.test)'])
    await expectEqual(corp)
    expect(target.user('old@emea.test')).toBeDefined()
  })

  it('leave members of the other domain in their groups', async () => {
    const target = marking()
    const guest = target.addUser('guest@emea.test', { values: { connectorDomain: 'emea.test' } })
    const corp = await open(
      domain('corp', [...crowd(2), group('Crew', [dnOf('p0')])]),
      target,
      settingsOf('corp', shared),
    )
    await corp.syncFull()
    const crew = target.group('Crew')
    const other = target.user('p1@corp.test')
    for (const { id } of [guest, other ?? guest]) crew?.members.add(id)
    await corp.syncFull()
    expect([...(crew?.members ?? [])]).toEqual([target.user('p0@corp.test')?.id, guest.id])
    await expectEqual(corp)
  })

  it('are told apart by their names where the store keeps no marks', async () => {
    const target = fakeTarget()
    const otherDomains = (name: string) => [{ name, uidEndings: [`@${name}`], groupBeginnings: [`${name}: `] }]
    const corpSource = domain('corp', [...crowd(2), group('corp.test: Crew', [])])
    const emeaSource = domain('emea', [...crowd(2), group('emea.test: Crew', [])])
    const corp = await open(
      corpSource,
      target,
      settingsOf('corp', { shared: true, otherDomains: otherDomains('emea.test') }),
    )
    const emea = await open(
      emeaSource,
      target,
      settingsOf('emea', { shared: true, otherDomains: otherDomains('corp.test') }),
    )
    target.addUser('nobody@elsewhere.test')
    for (const connector of [corp, emea, corp]) await connector.syncFull()
    expect([...target.users.values()].map(({ values }) => values.uid).sort()).toEqual([
      'p0@corp.test',
      'p0@emea.test',
      'p1@corp.test',
      'p1@emea.test',
    ])
    expect([...target.groups.values()].map(({ displayName }) => displayName).sort()).toEqual([
      'corp.test: Crew',
      'emea.test: Crew',
    ])
    for (const connector of [corp, emea]) await expectEqual(connector)
  })

  it('are not marked again and again in a store that does not keep what it advertises', async () => {
    const target = marking()
    target.faults.ignored = ['connectorDomain']
    const corp = await open(domain('corp', [...crowd(2), group('Crew', [])]), target, settingsOf('corp', shared))
    expect((await corp.syncFull()).run.status).toBe('partial')
    await expectEqual(corp)
  })

  it('stay apart in incremental syncs too', async () => {
    const target = marking()
    const emea = await open(
      domain('emea', [...crowd(2), group('Board', [dnOf('p0')])]),
      target,
      settingsOf('emea', shared),
    )
    await emea.syncFull()
    const source = domain('corp', [...crowd(2), group('Crew', [dnOf('p0')])])
    const corp = await open(source, target, settingsOf('corp', shared))
    await corp.syncFull()
    const guest = target.user('p0@emea.test')
    if (guest) target.group('Crew')?.members.add(guest.id)
    target.reads.length = 0
    const { mail: _, ...attributes } = person('x').attributes
    const namesake = { ...person('new'), attributes: { ...attributes, mail: ['p1@emea.test'] } }
    const changed = [person('p1', { title: 'Chef' }), namesake, person('kim'), group('Crew', [dnOf('p1')])]
    source.entries = [...inDomain('corp', [...crowd(1), ...changed])].map((entry) =>
      entry.anchor === 'corp-anchor-new' ? { ...entry, attributes: namesake.attributes } : entry,
    )
    const result = await corp.syncIncremental()
    expect(changesOf(corp, result).map(said).sort()).toEqual([
      'create kim@corp.test (new-in-selection)',
      'update Crew (differs)',
      'update p1@corp.test (differs)',
    ])
    expect(left(corp, result)).toEqual(['conflict p1@emea.test (other-domain emea.test)'])
    expect(target.user('kim@corp.test')?.values.connectorDomain).toBe('corp.test')
    expect([...(target.group('Crew')?.members ?? [])]).toEqual([guest?.id, target.user('p1@corp.test')?.id])
    expect(target.reads).not.toContain('readUsers')
    for (const connector of [corp, emea]) await expectEqual(connector)
  })

  it('are named when one object is explained', async () => {
    const target = marking()
    target.addUser('p0@corp.test', { values: { connectorDomain: 'emea.test' } })
    target.addUser('p1@corp.test')
    const selected = { objectcategory: ['person'], objectclass: ['user'] }
    const people = crowd(2).map((entry) => ({ ...entry, attributes: { ...entry.attributes, ...selected } }))
    const corp = await open(domain('corp', people), target, settingsOf('corp', shared))
    const [taken] = (await corp.explain('p0@corp.test')).entries
    expect(taken).toMatchObject({ resource: { otherDomain: 'emea.test' }, pending: null })
    const [free] = (await corp.explain('p1@corp.test')).entries
    expect(free).toMatchObject({
      resource: { otherDomain: null },
      pending: { after: { connectorDomain: 'corp.test' } },
    })
  })

  it('are warned of when nothing tells them apart', async () => {
    const corp = await open(
      domain('corp', crowd(1)),
      fakeTarget(),
      settingsOf('corp', shared, { mismatched: 'retain' }),
    )
    const { plan } = await corp.dryRun()
    const warnings = plan.warnings.filter(({ subject }) => subject === 'organization.otherDomains')
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('nothing tells users of other domains'),
      expect.stringContaining('nothing tells groups of other domains'),
    ])
  })

  it('are refused when the directory does not tell its domain, or it stands among the others', async () => {
    const nameless = domain('corp', crowd(1))
    const { discover } = nameless
    nameless.discover = async () => ({ ...(await discover()), defaultNamingContext: null })
    const corp = await open(nameless, marking(), settingsOf('corp', shared))
    await expect(corp.dryRun()).rejects.toMatchObject({ side: 'directory', code: 'no-domain' })
    const otherDomains = [{ name: 'CORP.test', uidEndings: ['@corp.test'] }]
    const itself = await open(domain('corp', crowd(1)), marking(), settingsOf('corp', { shared: true, otherDomains }))
    await expect(itself.dryRun()).rejects.toMatchObject({ side: 'settings', code: 'own-domain' })
  })
})

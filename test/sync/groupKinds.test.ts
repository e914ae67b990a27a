import type { Entry } from '../../app/model/entry.ts'
import type { SyncResult } from '../../app/sync.ts'
import { answeringSource } from '../fakes/answeringSource.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, said } from '../fakes/connectorOn.ts'
import type { FakeSource } from '../fakes/fakeSource.ts'
import type { FakeTarget } from '../fakes/fakeTarget.ts'
import { baseDn, contact, crowd, group, person } from '../fakes/people.ts'
import { everyKindSettings, everyKindStore, room, withValues } from './everyKind.ts'

const groupDn = (name: string) => `CN=${name},OU=Groups,${baseDn}`
const distribution = (entry: Entry) => withValues(entry, { grouptype: '2' })

describe.each(['nested', 'flat'] as const)('groups in a store that keeps them %s', (groups) => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  const begin = async (entries: readonly Entry[], settings = everyKindSettings()) => {
    source = answeringSource(entries)
    target = everyKindStore({ groups })
    connector = await connectorOn(source, target, settings)
  }
  const edit = (entry: Entry) => {
    source.entries = [...source.entries.filter(({ anchor }) => anchor !== entry.anchor), entry]
  }
  const cycleNotes = ({ plan }: SyncResult) =>
    [...connector.plan(plan.id).notes()]
      .filter(({ attribute }) => attribute === 'members')
      .map(({ name, problem }) => `${name}: ${problem}`)
  const membersOf = (name: string) =>
    [...(target.group(name)?.members ?? [])]
      .map((id) => target.users.get(id)?.values.uid ?? target.groups.get(id)?.displayName)
      .sort()

  it('that are members of themselves are told once per cycle, and synchronized all the same', async () => {
    await begin([
      ...crowd(3),
      group('Alpha', [groupDn('Beta'), person('p0').dn]),
      group('Beta', [groupDn('Gamma'), person('p1').dn]),
      group('Gamma', [groupDn('Alpha'), groupDn('Beta'), person('p2').dn]),
      group('Own', [groupDn('Own'), person('p0').dn]),
      group('Above', [groupDn('Alpha')]),
    ])
    const run = await connector.syncFull()
    expect(cycleNotes(run)).toEqual([
      'Alpha: The group is a member of itself through Beta, Gamma. Members of all of them count once.',
      'Own: The group is a member of itself. Members of all of them count once.',
    ])
    const all = ['p0@corp.test', 'p1@corp.test', 'p2@corp.test']
    expect(membersOf('Alpha')).toEqual(groups === 'flat' ? all : ['Beta', 'p0@corp.test'])
    expect(membersOf('Above')).toEqual(groups === 'flat' ? all : ['Alpha'])
    expect(membersOf('Own')).toEqual(['p0@corp.test'])
    await expectEqual(connector)

    edit(group('Alpha', [groupDn('Beta')]))
    const next = await connector.syncIncremental()
    expect(cycleNotes(next)).toEqual([
      'Alpha: The group is a member of itself through Beta, Gamma. Members of all of them count once.',
    ])
    expect(membersOf('Above')).toEqual(groups === 'flat' ? ['p1@corp.test', 'p2@corp.test'] : ['Alpha'])
    await expectEqual(connector)

    edit(group('Gamma', [person('p2').dn]))
    expect(cycleNotes(await connector.syncIncremental())).toEqual([])
    expect(membersOf('Gamma')).toEqual(['p2@corp.test'])
    await expectEqual(connector)
    edit(group('Beta', [groupDn('Alpha')]))
    const [first, second] = groups === 'flat' ? ['Alpha', 'Beta'] : ['Beta', 'Alpha']
    expect(cycleNotes(await connector.syncIncremental())).toEqual([
      `${first}: The group is a member of itself through ${second}. Members of all of them count once.`,
    ])
    await expectEqual(connector)
  })

  it('say nothing of a cycle below a group that changed', async () => {
    await begin([
      person('p0'),
      group('Alpha', [groupDn('Beta')]),
      group('Beta', [groupDn('Alpha')]),
      group('Above', [groupDn('Alpha')]),
      group('Beside', []),
    ])
    await connector.syncFull()
    edit(group('Beside', [person('p0').dn]))
    expect(cycleNotes(await connector.syncIncremental())).toEqual([])
    edit(withValues(group('Above', [groupDn('Alpha')]), { cn: 'Higher' }))
    const run = await connector.syncIncremental()
    expect(changesOf(connector, run).map(said)).toEqual(['update Higher (differs)'])
    expect(cycleNotes(run)).toEqual([])
    await expectEqual(connector)
  })

  it('a hundred deep, closed to a ring, come to an end', async () => {
    const ring = Array.from({ length: 100 }, (_, at) => group(`g${at}`, [groupDn(`g${(at + 1) % 100}`)]))
    await begin([person('p0'), ...ring.slice(1), group('g0', [groupDn('g1'), person('p0').dn])])
    const run = await connector.syncFull()
    expect(cycleNotes(run)).toEqual([expect.stringMatching(/^g0: .* through g1, g10, g11, g12 and 95 more\./)])
    expect(membersOf('g50')).toEqual(groups === 'flat' ? ['p0@corp.test'] : ['g51'])
    await expectEqual(connector)
  })

  it('count members that are contacts or not selected, and invent none', async () => {
    const outside = [`CN=x,OU=Elsewhere,DC=other,DC=test`, `CN=gone,OU=Staff,${baseDn}`]
    const members = [person('p0').dn, contact('ida').dn, ...outside]
    await begin([person('p0'), contact('ida'), contact('kez'), group('Team', members), group('Rest', outside)])
    const run = await connector.syncFull()
    expect(run.plan.membersOutside).toBe(3)
    expect(membersOf('Team')).toEqual(['p0@corp.test'])
    expect(membersOf('Rest')).toEqual([])
    await expectEqual(connector)
    edit(group('Team', [...members, `CN=y,DC=other,DC=test`]))
    const next = await connector.syncIncremental()
    expect(changesOf(connector, next)).toEqual([])
    expect(next.plan.membersOutside).toBe(4)
    await expectEqual(connector)
    // A contact that becomes a user is a member from then on.
    const { anchor, dn } = contact('ida')
    edit({ ...person('ida', { anchor }), dn })
    await connector.syncIncremental()
    expect(membersOf('Team')).toEqual(['ida@corp.test', 'p0@corp.test'])
    await expectEqual(connector)
    edit(contact('ida'))
    await connector.syncIncremental()
    expect(membersOf('Team')).toEqual(['p0@corp.test'])
    await expectEqual(connector)
  })

  it('keep members who become rooms, at any depth', async () => {
    await begin([person('p0'), person('p1'), group('Team', [groupDn('Inner')]), group('Inner', [person('p0').dn])])
    await connector.syncFull()
    edit(room('p0', { ou: 'OU=Staff' }))
    expect(changesOf(connector, await connector.syncIncremental()).map(said)).toEqual(['update p0@corp.test (differs)'])
    expect(membersOf('Inner')).toEqual(['p0@corp.test'])
    expect(membersOf('Team')).toEqual([groups === 'flat' ? 'p0@corp.test' : 'Inner'])
    await expectEqual(connector)
  })

  describe('by their types', () => {
    const ofTypes = (...types: ('security' | 'distribution')[]) =>
      everyKindSettings({ groups: { enabled: true, types } })
    const both = ofTypes('security', 'distribution')
    const company = [
      person('p0'),
      group('Sec', [person('p0').dn, groupDn('Dist')]),
      distribution(group('Dist', [person('p0').dn])),
    ]
    const names = () => [...target.groups.values()].map(({ displayName }) => displayName).sort()

    it.each([
      [ofTypes('security'), ['Sec']],
      [ofTypes('distribution'), ['Dist']],
      [both, ['Dist', 'Sec']],
    ] as const)('are selected (%#)', async (settings, expected) => {
      await begin(company, settings)
      const run = await connector.syncFull()
      expect(names()).toEqual(expected)
      expect(run.plan.membersOutside).toBe(expected.length === 1 && expected[0] === 'Sec' ? 1 : 0)
      await expectEqual(connector)
    })

    it('that are not held are asked of the directory', async () => {
      await begin(company, ofTypes('security'))
      await connector.syncFull()
      await expect(connector.dryRun({ unsaved: both, from: 'snapshot' })).rejects.toMatchObject({
        code: 'snapshot-lacks',
      })
      await connector.use(both)
      expect(
        changesOf(connector, await connector.syncFull())
          .map(said)
          .toSorted(),
      ).toEqual(['create Dist (new-in-selection)', ...(groups === 'nested' ? ['update Sec (differs)'] : [])])
      await expectEqual(connector)
    })

    it('that are held are planned from what is held, or refused, and never planned otherwise', async () => {
      await begin(company, both)
      await connector.syncFull()
      const narrow = ofTypes('security')
      const whole = changesOf(connector, await connector.dryRun({ unsaved: narrow })).map(said)
      const held = await connector.dryRun({ unsaved: narrow, from: 'snapshot' }).then(
        (run) => changesOf(connector, run).map(said),
        (error) => error.code,
      )
      expect([whole, 'snapshot-lacks']).toContainEqual(held)
      await connector.use(narrow)
      expect(
        changesOf(connector, await connector.syncFull())
          .map(said)
          .toSorted(),
      ).toEqual(['delete Dist (vanished)', ...(groups === 'nested' ? ['update Sec (differs)'] : [])])
      await expectEqual(connector)
    })

    it('come and go as the type of a group changes', async () => {
      await begin(company, ofTypes('security'))
      await connector.syncFull()
      edit(group('Dist', [person('p0').dn]))
      await connector.syncIncremental()
      expect(names()).toEqual(['Dist', 'Sec'])
      expect(membersOf('Sec')).toEqual(groups === 'nested' ? ['Dist', 'p0@corp.test'] : ['p0@corp.test'])
      await expectEqual(connector)
      edit(distribution(group('Dist', [person('p0').dn])))
      await connector.syncIncremental()
      expect(names()).toEqual(['Sec'])
      expect(membersOf('Sec')).toEqual(['p0@corp.test'])
      await expectEqual(connector)
    })
  })
})

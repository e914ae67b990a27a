import type { Entry } from '../../app/model/entry.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { answeringSource } from '../fakes/answeringSource.ts'
import { type ConnectorUnderTest, changesOf, connectorOn, expectEqual, objectsOf, said } from '../fakes/connectorOn.ts'
import type { FakeSource } from '../fakes/fakeSource.ts'
import type { FakeTarget } from '../fakes/fakeTarget.ts'
import { contact, group, person } from '../fakes/people.ts'
import { everyKindSettings, everyKindStore, room, withValues } from './everyKind.ts'

const lisbon = 'lisbon@corp.test'
const exchange = 'msexchresourcemetadata'
const noLimit = { percent: 100, atLeast: 10_000, atMost: 10_000 }
const fewOnly = { percent: 5, atLeast: 1, atMost: 500 }

describe('rooms', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  afterEach(() => connector.close())

  const begin = async (
    entries: readonly Entry[],
    { settings = everyKindSettings(), store = everyKindStore() }: { settings?: Settings; store?: FakeTarget } = {},
  ) => {
    source = answeringSource([person('ann'), ...entries])
    target = store
    connector = await connectorOn(source, target, settings)
  }
  const sync = async (kind: 'full' | 'incremental') =>
    kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
  const planned = async (kind: 'full' | 'incremental') =>
    changesOf(connector, await sync(kind)).map((change) => `${change.objectKind}: ${said(change)}`)
  const become = (name: string, entry: Entry | null) => {
    const others = source.entries.filter(({ anchor }) => anchor !== `anchor-${name}`)
    source.entries = entry === null ? others : [...others, entry]
  }
  const roomOf = (uid: string) => {
    const user = target.user(uid)
    return user && { active: user.active, room: user.values.room ?? null }
  }

  it.each([
    ['ResourceType:Room', {}],
    ['resourcetype:ROOM', {}],
  ])('are known by msExchResourceMetaData %s', async (value) => {
    await begin([withValues(person('lisbon', { disabled: 'disabled' }), { [exchange]: value })])
    const run = await connector.syncFull()
    expect(roomOf(lisbon)).toEqual({ active: true, room: 'room' })
    expect(run.plan.counts.rooms).toMatchObject({ read: 1, selected: 1, create: 1 })
    expect(run.plan.counts.users).toMatchObject({ read: 1, selected: 1, create: 1 })
    await expectEqual(connector)
  })

  it('are known by any of several values', async () => {
    const equipped = room('lisbon')
    await begin([
      { ...equipped, attributes: { ...equipped.attributes, [exchange]: ['Equipment:TV', 'ResourceType:Room'] } },
    ])
    await connector.syncFull()
    expect(roomOf(lisbon)).toEqual({ active: true, room: 'room' })
    await expectEqual(connector)
  })

  it.each([
    ['extensionattribute1', 'Meeting Room'],
    ['extensionattribute1', 'MEETING room'],
    ['employeetype', 'Resource'],
    [exchange, 'ResourceType:Room'],
  ])('are known by further attributes, each by itself: %s=%s', async (attribute, value) => {
    const attributes = [
      { name: 'extensionAttribute1', equals: 'meeting room' },
      { name: 'employeeType', equals: 'resource' },
    ]
    await begin(
      [
        withValues(person('lisbon', { disabled: 'disabled' }), { [attribute]: value }),
        withValues(person('bob'), { extensionattribute1: 'no meeting room' }),
      ],
      { settings: everyKindSettings({ rooms: { enabled: true, attributes } }) },
    )
    await connector.syncFull()
    expect(roomOf(lisbon)).toEqual({ active: true, room: 'room' })
    expect(roomOf('bob@corp.test')).toEqual({ active: true, room: null })
    expect(target.user(lisbon)?.values).not.toHaveProperty('employeeType')
    await expectEqual(connector)
  })

  it('are not made by the employee type of somebody', async () => {
    await begin([withValues(person('bob'), { employeetype: 'Room' })])
    const run = await connector.syncFull()
    expect(roomOf('bob@corp.test')).toEqual({ active: true, room: null })
    expect(target.user('bob@corp.test')?.values).not.toHaveProperty('employeeType')
    expect([...connector.plan(run.plan.id).notes()]).toMatchObject([
      { objectKind: 'user', name: 'bob@corp.test', attribute: 'employeeType' },
    ])
    await expectEqual(connector)
  })

  it('whose SIP address is wrong keep the rest, with a note', async () => {
    const sip = 'msrtcsip-primaryuseraddress'
    await begin([withValues(room('lisbon', { title: 'Big' }), { [sip]: 'no address' })])
    const run = await connector.syncFull()
    expect([...connector.plan(run.plan.id).notes()]).toMatchObject([
      { objectKind: 'room', name: lisbon, attribute: 'sipAddresses;type=enterprise' },
    ])
    expect(target.user(lisbon)?.values).toEqual({ uid: lisbon, displayName: 'lisbon', title: 'Big', room: 'room' })
    await expectEqual(connector)
    become('lisbon', withValues(room('lisbon', { title: 'Big' }), { [sip]: 'sip:lisbon@corp.test' }))
    expect(await planned('incremental')).toEqual([`room: update ${lisbon} (differs)`])
    expect(target.user(lisbon)?.values['sipAddresses;type=enterprise']).toContain('lisbon@corp.test')
    await expectEqual(connector)
  })

  it('that have no address are held back as rooms', async () => {
    await begin([room('lisbon', { mail: null })])
    const run = await connector.syncFull()
    expect(run.plan.counts.rooms).toMatchObject({ read: 1, selected: 1, skipped: 1, create: 0 })
    expect(objectsOf(connector, run)).toMatchObject([{ objectKind: 'room', reason: { kind: 'invalid' } }])
    await expectEqual(connector)
  })

  describe.each(['full', 'incremental'] as const)('in a %s sync', (kind) => {
    it('become users and rooms again as the entry says, and remain the same user of the store', async () => {
      await begin([person('lisbon', { title: 'Big' })])
      await connector.syncFull()
      const id = target.user(lisbon)?.id
      become('lisbon', withValues(person('lisbon', { title: 'Big' }), { [exchange]: 'ResourceType:Room' }))
      const run = await sync(kind)
      expect(changesOf(connector, run)).toMatchObject([
        {
          ...{ kind: 'update', objectKind: 'room', name: lisbon, reason: { kind: 'differs', attributes: ['room'] } },
          ...{ before: { values: { room: null } }, after: { values: { room: 'room' } } },
        },
      ])
      expect(run.plan.counts.rooms).toMatchObject({ read: 1, selected: 1, update: 1 })
      expect(connector.state.links.count('room')).toBe(1)
      expect(connector.state.links.count('user')).toBe(1)
      await expectEqual(connector)
      become('lisbon', person('lisbon', { title: 'Big' }))
      expect(await planned(kind)).toEqual([`user: update ${lisbon} (differs)`])
      expect(roomOf(lisbon)).toEqual({ active: true, room: null })
      expect(connector.state.links.count('room')).toBe(0)
      expect(target.user(lisbon)?.id).toBe(id)
      await expectEqual(connector)
    })

    it('of disabled accounts become active as rooms, and inactive as users', async () => {
      await begin([person('lisbon', { disabled: 'disabled' })])
      await connector.syncFull()
      expect(roomOf(lisbon)).toEqual({ active: false, room: null })
      become('lisbon', room('lisbon', { ou: 'OU=Staff' }))
      expect(await planned(kind)).toEqual([`room: reactivate ${lisbon} (account-enabled)`])
      expect(roomOf(lisbon)).toEqual({ active: true, room: 'room' })
      await expectEqual(connector)
      become('lisbon', person('lisbon', { disabled: 'disabled' }))
      expect(await planned(kind)).toEqual([`user: deactivate ${lisbon} (account-disabled)`])
      expect(roomOf(lisbon)).toEqual({ active: false, room: null })
      await expectEqual(connector)
    })

    it('that are gone become inactive, and are deleted as rooms when their time is over', async () => {
      await begin([room('lisbon'), room('paris')])
      await connector.syncFull()
      become('lisbon', null)
      expect(await planned(kind)).toEqual([`room: deactivate ${lisbon} (vanished)`])
      await expectEqual(connector)
      connector.passDays(8)
      const run = await sync(kind)
      expect(changesOf(connector, run).map(said)).toEqual([`delete ${lisbon} (vanished-long-enough)`])
      expect(run.plan.counts.rooms).toMatchObject({ delete: 1 })
      await expectEqual(connector)
    })

    it('that come back in time are the same rooms', async () => {
      await begin([room('lisbon'), room('paris')])
      await connector.syncFull()
      const id = target.user(lisbon)?.id
      become('lisbon', null)
      await sync(kind)
      become('lisbon', room('lisbon'))
      expect(await planned(kind)).toEqual([`room: reactivate ${lisbon} (back-in-selection)`])
      expect(target.user(lisbon)?.id).toBe(id)
      await expectEqual(connector)
    })

    it('halt the run when too many of them are gone, whatever becomes of users', async () => {
      const deletions = { users: noLimit, rooms: fewOnly, groups: noLimit, contacts: noLimit }
      const rooms = Array.from({ length: 4 }, (_, at) => room(`r${at}`))
      await begin([...rooms, person('bob'), person('eve')], {
        settings: everyKindSettings({}, { guards: { deletions } }),
      })
      await connector.syncFull()
      source.entries = [person('ann'), ...rooms.slice(2)]
      const run = await sync(kind)
      expect(run.plan.halted).toMatchObject([
        { name: 'deletions-rooms', message: expect.stringContaining('2 of 4 linked rooms would be made inactive') },
      ])
      await connector.apply((await connector.dryRun()).plan.id, ['deletions-rooms'])
      await expectEqual(connector)
    })

    it('are members and managers as everybody is, also when they become one or stop being one', async () => {
      await begin([
        room('lisbon'),
        person('bob', { managerDn: room('lisbon').dn }),
        group('Floor', [room('lisbon').dn, person('bob').dn]),
      ])
      await connector.syncFull()
      const id = target.user(lisbon)?.id ?? ''
      expect(target.user('bob@corp.test')?.values.manager).toBe(id)
      expect(target.group('Floor')?.members).toContain(id)
      await expectEqual(connector)
      become('bob', withValues(person('bob', { managerDn: room('lisbon').dn }), { [exchange]: 'ResourceType:Room' }))
      become('lisbon', person('lisbon', { ou: 'OU=Rooms' }))
      expect(await planned(kind)).toEqual(['room: update bob@corp.test (differs)', `user: update ${lisbon} (differs)`])
      expect(target.group('Floor')?.members.size).toBe(2)
      await expectEqual(connector)
      expect(changesOf(connector, await connector.syncIncremental())).toEqual([])
    })
  })

  it('are counted as read only when the directory gave them', async () => {
    const boss = person('boss')
    await begin([boss, ...['r1', 'r2'].map((name) => room(name, { managerDn: boss.dn }))])
    await connector.syncFull()
    target.users.delete(target.user('boss@corp.test')?.id ?? '')
    become('boss', person('boss', { title: 'Boss' }))
    const { plan } = await connector.syncIncremental()
    expect(plan.counts.users).toMatchObject({ read: 1, selected: 1, create: 1 })
    expect(plan.counts.rooms).toMatchObject({ read: 0, selected: 2, update: 2 })
    await expectEqual(connector)
  })

  it('are set aside as rooms when the store refuses them', async () => {
    await begin([])
    await connector.syncFull()
    target.faults = { refuse: (write) => ('values' in write && write.values.uid === lisbon ? 'No.' : undefined) }
    become('lisbon', room('lisbon'))
    await connector.syncIncremental()
    await connector.syncIncremental()
    expect(connector.setAside()).toMatchObject([{ objectKind: 'room', name: lisbon, change: 'create' }])
    const waiting = await connector.syncFull()
    expect(changesOf(connector, waiting)).toEqual([])
    expect(waiting.plan.counts.rooms).toMatchObject({ skipped: 1 })
    target.faults = {}
    become('lisbon', person('lisbon'))
    expect(await planned('incremental')).toEqual([`user: create ${lisbon} (new-in-selection)`])
    expect(connector.setAside()).toEqual([])
    await expectEqual(connector)
  })

  it('are shown as users, with what that means, when they are no longer identified, and as rooms when they are again', async () => {
    await begin([room('lisbon'), withValues(person('paris'), { [exchange]: 'ResourceType:Room' })])
    await connector.syncFull()
    const off = everyKindSettings({ rooms: { enabled: false } })
    const shown = changesOf(connector, await connector.dryRun({ unsaved: off }))
    const fromSnapshot = changesOf(connector, await connector.dryRun({ unsaved: off, from: 'snapshot' }))
    expect(fromSnapshot.map(({ after }) => after)).toEqual(shown.map(({ after }) => after))
    expect(shown).toMatchObject([
      {
        ...{ kind: 'deactivate', objectKind: 'user', name: lisbon, reason: { kind: 'account-disabled' } },
        ...{ before: { active: true, values: { room: 'room' } }, after: { active: false, values: { room: null } } },
      },
      { kind: 'update', objectKind: 'user', before: { values: { room: 'room' } }, after: { values: { room: null } } },
    ])
    await connector.use(off)
    const run = await connector.syncFull()
    expect(run.plan.counts.rooms).toMatchObject({ read: 0, selected: 0, mismatched: 0, delete: 0 })
    await expectEqual(connector)
    await connector.use(everyKindSettings())
    expect(await planned('full')).toEqual([
      `room: reactivate ${lisbon} (account-enabled)`,
      'room: update paris@corp.test (differs)',
    ])
    await expectEqual(connector)
  })

  describe('without other users', () => {
    const roomsOnly = everyKindSettings({ users: { enabled: false } })

    it('are all that is synchronized', async () => {
      await begin([room('lisbon'), person('bob'), contact('ida')], { settings: roomsOnly })
      const run = await connector.syncFull()
      expect(changesOf(connector, run).map(said).toSorted()).toEqual([
        'create ida@partner.test (new-in-selection)',
        `create ${lisbon} (new-in-selection)`,
      ])
      expect(run.plan.counts.users).toMatchObject({ read: 0, selected: 0, create: 0 })
      expect(run.plan.counts.rooms).toMatchObject({ read: 1, selected: 1, create: 1 })
      await expectEqual(connector)
      become('bob', withValues(person('bob'), { [exchange]: 'ResourceType:Room' }))
      expect(await planned('incremental')).toEqual(['room: create bob@corp.test (new-in-selection)'])
      become('bob', person('bob'))
      expect(await planned('incremental')).toEqual(['room: deactivate bob@corp.test (vanished)'])
      await expectEqual(connector)
      await expect(connector.syncOnly('ann@corp.test')).rejects.toMatchObject({ code: 'not-selected' })
    })

    it('let users that were there leave the selection, which halts the run first', async () => {
      const deletions = { users: fewOnly, rooms: noLimit, groups: noLimit, contacts: noLimit }
      await begin([room('lisbon'), person('bob'), person('eve')], {
        settings: everyKindSettings({}, { guards: { deletions } }),
      })
      await connector.syncFull()
      await connector.use(everyKindSettings({ users: { enabled: false } }, { guards: { deletions } }))
      const fromSnapshot = await connector.dryRun({ from: 'snapshot' })
      const run = await connector.syncFull()
      for (const { plan } of [fromSnapshot, run]) {
        expect(plan.halted.map(({ name }) => name)).toEqual(['deletions-users'])
        expect(plan.counts.users).toMatchObject({ deactivate: 3 })
        expect(plan.counts.rooms).toMatchObject({ matched: 1, deactivate: 0 })
      }
      expect(target.user('bob@corp.test')?.active).toBe(true)
      await connector.apply((await connector.dryRun()).plan.id, ['deletions-users'])
      expect(roomOf(lisbon)).toEqual({ active: true, room: 'room' })
      expect(roomOf('bob@corp.test')).toEqual({ active: false, room: null })
      await expectEqual(connector)
    })

    it('halt a run that reads none of them', async () => {
      await begin([room('lisbon')], { settings: roomsOnly })
      await connector.syncFull()
      become('lisbon', null)
      expect((await connector.syncFull()).plan.halted.map(({ name }) => name)).toContain('empty-read-users')
      expect((await connector.syncIncremental()).run.status).toBe('halted')
      expect(roomOf(lisbon)?.active).toBe(true)
    })
  })

  it('of the store that no entry accounts for are counted as rooms, and taken away only if that is wanted', async () => {
    const store = everyKindStore()
    store.addUser('porto@corp.test', { values: { room: 'room' } })
    await begin([room('lisbon')], { store })
    const run = await connector.syncFull()
    expect(run.plan.counts.rooms).toMatchObject({ mismatched: 1, create: 1 })
    expect(run.plan.counts.users).toMatchObject({ mismatched: 0 })
    await expectEqual(connector)
    await connector.use(everyKindSettings({}, { mismatched: 'delete' }))
    expect(await planned('full')).toEqual(['room: deactivate porto@corp.test (mismatched)'])
    await expectEqual(connector)
    connector.passDays(8)
    expect(await planned('full')).toEqual(['room: delete porto@corp.test (vanished-long-enough)'])
    await expectEqual(connector)
  })

  it('and contacts of several domains stay apart in one store', async () => {
    const store = everyKindStore({ marks: ['user'] })
    const theirs = { room: 'room', connectorDomain: 'emea.test' }
    store.addUser('porto@corp.test', { values: theirs })
    store.addUser('paris@corp.test', { values: theirs })
    store.addContact({ uid: 'ida@partner.test', displayName: 'Ida of EMEA' })
    await begin([room('lisbon'), room('paris'), contact('ida'), contact('kez')], {
      store,
      settings: everyKindSettings({}, { organization: { shared: true }, mismatched: 'delete' }),
    })
    const run = await connector.syncFull()
    expect(changesOf(connector, run).map(said).toSorted()).toEqual([
      'create ann@corp.test (new-in-selection)',
      'create kez@partner.test (new-in-selection)',
      `create ${lisbon} (new-in-selection)`,
    ])
    expect(target.user(lisbon)?.values).toMatchObject({ room: 'room', connectorDomain: 'corp.test' })
    expect(run.plan.counts.rooms).toMatchObject({ mismatched: 1, conflicts: 1, create: 1 })
    expect(run.plan.counts.contacts).toMatchObject({ mismatched: 1, skipped: 1, create: 1 })
    await expectEqual(connector)
    become('paris', room('paris', { title: 'Big' }))
    become('kez', null)
    expect(await planned('incremental')).toEqual(['contact: delete kez@partner.test (vanished)'])
    expect(target.user('paris@corp.test')?.values).toEqual({ uid: 'paris@corp.test', ...theirs })
    await expectEqual(connector)
  })

  it('can be synchronized and explained one by one, and be taken back', async () => {
    await begin([person('lisbon', { disabled: 'disabled' }), person('bob')])
    await connector.syncFull()
    become('lisbon', room('lisbon', { ou: 'OU=Staff' }))
    become('bob', person('bob', { title: 'Chef' }))
    const only = await connector.syncOnly(lisbon)
    expect(changesOf(connector, only).map(said)).toEqual([`reactivate ${lisbon} (account-enabled)`])
    expect(only.plan.counts.rooms).toMatchObject({ read: 1, selected: 1, reactivate: 1 })
    expect((await connector.explain(lisbon)).entries).toMatchObject([{ room: { value: 'ResourceType:Room' } }])
    expect(await planned('incremental')).toEqual(['user: update bob@corp.test (differs)'])
    await expectEqual(connector)
    const undo = await connector.undo(only.run.id)
    await connector.apply(undo.plan.id, [])
    expect(roomOf(lisbon)).toEqual({ active: false, room: null })
    expect(changesOf(connector, await connector.undo(only.run.id))).toEqual([])
    connector.resume()
    expect(await planned('full')).toEqual([`room: reactivate ${lisbon} (account-enabled)`])
    await expectEqual(connector)
  })
})

import type { Entry } from '../../app/model/entry.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { answeringSource } from '../fakes/answeringSource.ts'
import {
  type ConnectorUnderTest,
  changesOf,
  connectorOn,
  expectEqual,
  objectsOf,
  outcomesOf,
  said,
} from '../fakes/connectorOn.ts'
import type { FakeSource } from '../fakes/fakeSource.ts'
import { cutShort } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { loseAnswer } from '../fakes/loseAnswer.ts'
import { baseDn, contact, person } from '../fakes/people.ts'
import { everyKindSettings, everyKindStore, withValues } from './everyKind.ts'

const ida = 'ida@partner.test'
const noLimit = { percent: 100, atLeast: 10_000, atMost: 10_000 }

describe('contacts', () => {
  let source: FakeSource
  let target: FakeTarget
  let connector: ConnectorUnderTest
  /** What others have in the store, as it was made. */
  let foreign: Map<string, unknown>
  afterEach(async () => {
    for (const [id, values] of foreign) expect(target.contacts.get(id)?.values).toEqual(values)
    await connector.close()
  })

  const begin = async (
    entries: readonly Entry[],
    { settings = everyKindSettings(), store = everyKindStore() }: { settings?: Settings; store?: FakeTarget } = {},
  ) => {
    source = answeringSource([person('ann'), ...entries])
    target = store
    foreign = new Map([...target.contacts].map(([id, { values }]) => [id, { ...values }]))
    connector = await connectorOn(source, target, settings)
  }
  /** The contacts of the directory become these. */
  const become = (...contacts: readonly Entry[]) => {
    source.entries = [...source.entries.filter(({ kind }) => kind !== 'contact'), ...contacts]
  }
  const byOthers = (values: Record<string, string>, store = target) => {
    const one = store.addContact(values)
    foreign?.set(one.id, { ...values })
    return one
  }
  const full = async () => changesOf(connector, await connector.syncFull()).map(said)
  const incremental = async () => changesOf(connector, await connector.syncIncremental()).map(said)
  const names = () => [...target.contacts.values()].map(({ values }) => values.uid ?? values.displayName).sort()

  describe.each(['full', 'incremental'] as const)('in a %s sync', (kind) => {
    const sync = () => (kind === 'full' ? full() : incremental())

    it('are created, changed in each attribute, cleared, deleted, and created anew when they come back', async () => {
      await begin([contact('kez')])
      await full()
      const entry = withValues(contact('ida'), { givenname: 'Ida', sn: 'Id', title: 'Buyer', company: 'Partner' })
      become(contact('kez'), withValues(entry, { telephonenumber: '+49 30 123456' }))
      expect(await sync()).toEqual([`create ${ida} (new-in-selection)`])
      const first = target.contact(ida)
      expect(first?.values).toEqual({
        ...{ uid: ida, displayName: 'ida', givenName: 'Ida', sn: 'Id', title: 'Buyer', o: 'Partner' },
        telephoneNumber: '+4930123456',
      })
      await expectEqual(connector)

      const changes: readonly [string, string, string, string][] = [
        ['displayname', 'Ida II', 'displayName', 'Ida II'],
        ['givenname', 'Ida II', 'givenName', 'Ida II'],
        ['sn', 'Idmann', 'sn', 'Idmann'],
        ['title', 'Boss', 'title', 'Boss'],
        ['company', 'Other', 'o', 'Other'],
        ['telephonenumber', '+49 30 999999', 'telephoneNumber', '+4930999999'],
        ['mail', 'ida.new@partner.test', 'uid', 'ida.new@partner.test'],
      ]
      for (const [attribute, value, cloud, wanted] of changes) {
        become(
          contact('kez'),
          ...source.entries
            .filter(({ anchor }) => anchor === entry.anchor)
            .map((it) => withValues(it, { [attribute]: value })),
        )
        expect(await sync()).toHaveLength(1)
        expect(target.contacts.get(first?.id ?? '')?.values).toHaveProperty([cloud], wanted)
      }
      await expectEqual(connector)

      become(contact('kez'), withValues(contact('ida', 'ida.new@partner.test'), { sn: 'Idmann' }))
      expect(await sync()).toEqual(['update ida.new@partner.test (differs)'])
      expect(target.contacts.get(first?.id ?? '')?.values).toEqual({
        ...{ uid: 'ida.new@partner.test', displayName: 'ida', sn: 'Idmann' },
      })
      await expectEqual(connector)

      become(contact('kez'))
      expect(await sync()).toEqual(['delete ida.new@partner.test (vanished)'])
      expect(names()).toEqual(['kez@partner.test'])
      await expectEqual(connector)

      become(contact('kez'), contact('ida'))
      expect(await sync()).toEqual([`create ${ida} (new-in-selection)`])
      expect(target.contact(ida)?.id).not.toBe(first?.id)
      await expectEqual(connector)
    })

    it('that leave the selection are deleted, and created anew when they come back', async () => {
      await begin([contact('kez'), contact('ida')], {
        settings: everyKindSettings({ excludeDns: [`OU=Out,${baseDn}`] }),
      })
      await full()
      become(contact('kez'), { ...contact('ida'), dn: `CN=ida,OU=Out,${baseDn}` })
      expect(await sync()).toEqual([`delete ${ida} (vanished)`])
      await expectEqual(connector)
      become(contact('kez'), contact('ida'))
      expect(await sync()).toEqual([`create ${ida} (new-in-selection)`])
      await expectEqual(connector)
    })

    it.each([
      ['the same address, whatever its case', contact('ida'), { uid: 'IDA@partner.test', displayName: 'Somebody' }],
      [
        'the same name, when the entry has no address',
        withValues(contact('Ida', null), { telephonenumber: '+49 30 1234' }),
        { displayName: 'ida', telephoneNumber: '+49301234' },
      ],
    ])('are not created beside one of others with %s', async (_, entry, values) => {
      const store = everyKindStore()
      store.addContact(values)
      await begin([contact('kez')], { store })
      await full()
      become(contact('kez'), entry)
      const run = kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
      expect(changesOf(connector, run)).toEqual([])
      const [id] = foreign.keys()
      expect(objectsOf(connector, run)).toContainEqual(
        expect.objectContaining({
          ...{ outcome: 'skipped', objectKind: 'contact', anchor: entry.anchor },
          reason: { kind: 'not-created-here', resourceId: id },
        }),
      )
      await expectEqual(connector)
      become(contact('kez'), withValues(entry, { title: 'Boss' }))
      expect(await sync()).toEqual([])
      become(contact('kez'))
      expect(await sync()).toEqual([])
      await expectEqual(connector)
    })

    it('are not created beside one of others that has the same address as a second one', async () => {
      const store = everyKindStore()
      store.addContact({ uid: 'una@other.test', displayName: 'Una' }, { otherEmails: [ida] })
      await begin([contact('kez')], { store })
      await full()
      become(contact('kez'), contact('ida'))
      expect(await sync()).toEqual([])
      await expectEqual(connector)
    })

    it('are created beside one of others that merely has the same name', async () => {
      const store = everyKindStore()
      store.addContact({ uid: 'una@other.test', displayName: 'ida' })
      store.addContact({ displayName: 'ida', telephoneNumber: '+493012' })
      await begin([contact('kez')], { store })
      await full()
      become(contact('kez'), contact('ida'))
      expect(await sync()).toEqual([`create ${ida} (new-in-selection)`])
      await expectEqual(connector)
    })

    it('that get the address of one of others stay what they are, with that address', async () => {
      await begin([contact('ida')])
      await full()
      const id = target.contact(ida)?.id
      byOthers({ uid: 'una@partner.test', displayName: 'Una' })
      become(contact('ida', 'una@partner.test'))
      expect(await sync()).toEqual(['update una@partner.test (differs)'])
      expect(target.contacts.get(id ?? '')?.values.uid).toBe('una@partner.test')
      await expectEqual(connector)
    })

    it('with the same address are both created, as far as they are entries of their own', async () => {
      await begin([contact('kez')])
      await full()
      become(contact('kez'), contact('ida'), contact('ida2', ida))
      expect(await sync()).toHaveLength(2)
      expect(names()).toEqual([ida, ida, 'kez@partner.test'])
      await expectEqual(connector)
      become(contact('kez'), contact('ida2', ida))
      expect(await sync()).toEqual([`delete ${ida} (vanished)`])
      expect(target.contact(ida)?.values.displayName).toBe('ida2')
      await expectEqual(connector)
    })

    it('without an address are created by their number, and without either held back', async () => {
      await begin([contact('kez')])
      await full()
      const bare = contact('ida', null)
      become(contact('kez'), withValues(bare, { telephonenumber: '+49 30 1234' }), contact('una', null))
      const run = kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
      expect(changesOf(connector, run).map(said)).toEqual(['create ida (new-in-selection)'])
      expect(objectsOf(connector, run).filter(({ outcome }) => outcome === 'skipped')).toMatchObject([
        { objectKind: 'contact', name: contact('una').dn, reason: { kind: 'invalid', attribute: 'uid' } },
      ])
      await expectEqual(connector)
      become(contact('kez'), withValues(contact('ida'), { telephonenumber: '+49 30 1234' }))
      expect(await sync()).toEqual([`update ${ida} (differs)`])
      await expectEqual(connector)
      become(contact('kez'), withValues(bare, { telephonenumber: '+49 30 1234' }))
      expect(await sync()).toEqual(['update ida (differs)'])
      expect(target.contact('ida')?.values).not.toHaveProperty('uid')
      await expectEqual(connector)
    })

    it('whose address is wrong keep the one they have, with a note', async () => {
      await begin([contact('kez'), withValues(contact('ida'), { telephonenumber: '+49 30 1234' })])
      await full()
      const wrong = contact('ida', 'nobody knows')
      become(contact('kez'), withValues(wrong, { telephonenumber: '+49 30 1234', title: 'Boss' }))
      const run = kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
      expect(changesOf(connector, run).map(said)).toEqual(['update ida (differs)'])
      expect([...connector.plan(run.plan.id).notes()]).toContainEqual(
        expect.objectContaining({ objectKind: 'contact', name: 'ida', attribute: 'uid' }),
      )
      expect(target.contact(ida)?.values.title).toBe('Boss')
      await expectEqual(connector)
      become(contact('kez'), wrong)
      expect(await sync()).toEqual([])
      expect(names()).toContain(ida)
      await expectEqual(connector)
    })

    it.each(['same', 'other'] as const)(
      'that become users, of the %s anchor, are users then, and back',
      async (same) => {
        await begin([contact('kez'), contact('ida')])
        await full()
        const anchor = same === 'same' ? contact('ida').anchor : 'another'
        const user = { ...person('ida', { mail: ida, anchor }), dn: contact('ida').dn }
        const others = source.entries.filter(({ anchor: it }) => it !== contact('ida').anchor)
        source.entries = [...others, user]
        expect((await sync()).toSorted()).toEqual([`create ${ida} (new-in-selection)`, `delete ${ida} (vanished)`])
        expect(target.user(ida)?.active).toBe(true)
        expect(target.contact(ida)).toBeUndefined()
        await expectEqual(connector)
        source.entries = [...others, contact('ida')]
        expect((await sync()).toSorted()).toEqual([`create ${ida} (new-in-selection)`, `deactivate ${ida} (vanished)`])
        await expectEqual(connector)
        expect(target.user(ida)?.active).toBe(false)
        connector.passDays(8)
        expect(await sync()).toEqual([`delete ${ida} (vanished-long-enough)`])
        expect(target.contact(ida)).toBeDefined()
        await expectEqual(connector)
      },
    )

    describe('of a store that holds no more than so many', () => {
      const many = (count: number, prefix = 'c') =>
        Array.from({ length: count }, (_, at) => contact(`${prefix}${String(at).padStart(2, '0')}`))

      it('come in in the order of their names, and the rest is told', async () => {
        await begin([contact('c05'), contact('c03')], { store: everyKindStore({ atMost: 4 }) })
        await full()
        become(...many(8).toReversed())
        const run = kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
        expect(names()).toEqual(['c00', 'c01', 'c03', 'c05'].map((it) => `${it}@partner.test`))
        const left = objectsOf(connector, run).filter(({ reason }) => reason.kind === 'over-cap')
        expect(left.map(({ name }) => name)).toEqual(['c02', 'c04', 'c06', 'c07'].map((it) => `${it}@partner.test`))
        expect(left[0]?.reason).toEqual({ kind: 'over-cap', cap: 4 })
        expect(run.plan.counts.contacts.skipped).toBe(4)
        await expectEqual(connector)
      })

      it('keep their places when somebody of an earlier name comes', async () => {
        await begin(many(6), { store: everyKindStore({ atMost: 4 }) })
        await full()
        become(contact('aa'), ...many(6))
        expect(await sync()).toEqual([])
        expect(names()).toEqual(many(4).map(({ attributes }) => attributes.mail?.[0]))
        await expectEqual(connector)
      })

      it('leave a place to the next one in the same sync', async () => {
        await begin(many(7), { store: everyKindStore({ atMost: 4 }) })
        await full()
        become(...many(7).filter((_, at) => at !== 1 && at !== 2))
        const run = kind === 'full' ? await connector.syncFull() : await connector.syncIncremental()
        expect([...outcomesOf(connector, run).values()].map((outcome) => outcome?.kind)).toEqual(Array(4).fill('done'))
        expect(names()).toEqual(['c00', 'c03', 'c04', 'c05'].map((it) => `${it}@partner.test`))
        await expectEqual(connector)
      })

      it('give places that became free in the store to who waits, past those who cannot have one', async () => {
        const store = everyKindStore({ atMost: 4 })
        for (const name of ['c02', 'c03']) store.addContact({ uid: `${name}@partner.test`, displayName: 'Theirs' })
        await begin(many(8), { store })
        await full()
        expect(names()).toEqual(['c00', 'c01', 'c02', 'c03'].map((it) => `${it}@partner.test`))
        target.contacts.delete(target.contact('c00@partner.test')?.id ?? '')
        // The entry of c00 is as before: only a full sync looks whether its contact is still there.
        const next = kind === 'full' ? 'c00' : 'c04'
        expect(await sync()).toEqual([
          `create ${next}@partner.test (${kind === 'full' ? 'resource-missing' : 'new-in-selection'})`,
        ])
        await expectEqual(connector)
        expect(await incremental()).toEqual([])
      })

      it('count those of others', async () => {
        const store = everyKindStore({ atMost: 3 })
        for (const name of ['x', 'y']) store.addContact({ uid: `${name}@other.test` })
        await begin([], { store })
        await full()
        become(...many(3))
        expect(await sync()).toEqual(['create c00@partner.test (new-in-selection)'])
        await expectEqual(connector)
      })
    })
  })

  it('that somebody deleted in the store are created again', async () => {
    await begin([contact('ida')])
    await full()
    target.contacts.clear()
    expect(await full()).toEqual([`create ${ida} (resource-missing)`])
    await expectEqual(connector)
    await connector.syncIncremental()
    expect(names()).toEqual([ida])
  })

  it('of others are listed, never deleted, and keep nobody from automatic mode', async () => {
    const store = everyKindStore()
    const other = store.addContact({ uid: 'una@other.test', displayName: 'Una' })
    await begin([contact('ida')], { store, settings: everyKindSettings({}, { mismatched: 'delete' }) })
    const run = await connector.syncFull()
    expect(objectsOf(connector, run).filter(({ outcome }) => outcome === 'mismatched')).toEqual([
      {
        ...{ outcome: 'mismatched', objectKind: 'contact', name: 'una@other.test', dn: null, anchor: null },
        ...{ resourceId: other.id, reason: { kind: 'not-created-here', resourceId: other.id } },
      },
    ])
    expect(connector.control().mode).toBe('automatic')
    connector.passDays(30)
    await expectEqual(connector)
    await full()
  })

  it('are not deleted after an incomplete read', async () => {
    await begin([contact('kez'), contact('ida')])
    await full()
    become(contact('kez'))
    source.gaps = [cutShort]
    const run = await connector.syncFull()
    expect(changesOf(connector, run)).toEqual([])
    expect(objectsOf(connector, run)).toContainEqual(
      expect.objectContaining({
        objectKind: 'contact',
        outcome: 'skipped',
        reason: expect.objectContaining({ kind: 'not-seen' }),
      }),
    )
    expect(await incremental()).toEqual([])
    source.gaps = []
    expect(await incremental()).toEqual([`delete ${ida} (vanished)`])
    await expectEqual(connector)
  })

  it('give no place to others while it is not sure that they are gone', async () => {
    await begin([contact('c0'), contact('c1'), contact('c2')], { store: everyKindStore({ atMost: 2 }) })
    await full()
    become(contact('c1'), contact('c2'))
    source.gaps = [cutShort]
    expect(await full()).toEqual([])
    expect(await incremental()).toEqual([])
    source.gaps = []
    expect(await incremental()).toHaveLength(2)
    await expectEqual(connector)
  })

  it('that would all be deleted halt the run, until a person approves', async () => {
    const few = { percent: 5, atLeast: 3, atMost: 500 }
    const deletions = { users: noLimit, rooms: noLimit, groups: noLimit, contacts: few }
    const all = Array.from({ length: 6 }, (_, at) => contact(`c${at}`))
    await begin(all, { settings: everyKindSettings({}, { guards: { deletions } }) })
    await full()
    become(...all.slice(0, 2))
    for (const halted of [await connector.syncIncremental(), await connector.syncFull()]) {
      expect(halted.plan.halted.map(({ name }) => name)).toEqual(['deletions-contacts'])
      expect(halted.plan.halted[0]?.message).toContain('4 of 6 linked contacts would be deleted')
      expect(halted.run.status).toBe('halted')
      expect(names()).toHaveLength(6)
    }
    const { plan } = await connector.dryRun()
    await connector.apply(plan.id, ['deletions-contacts'])
    expect(names()).toHaveLength(2)
    await expectEqual(connector)

    become()
    const empty = await connector.syncFull()
    expect(empty.plan.halted.map(({ name }) => name)).toEqual(['empty-read-contacts'])
    expect((await connector.syncIncremental()).plan.halted.map(({ name }) => name)).toEqual(['empty-read-contacts'])
    expect(names()).toHaveLength(2)
  })

  it('that are none do not halt a run as long as there never were any', async () => {
    await begin([])
    expect((await connector.syncFull()).run.status).not.toBe('halted')
    await expectEqual(connector)
  })

  it('are not planned for in a store without contacts, which is told', async () => {
    await begin([contact('ida')], { store: fakeTarget() })
    const run = await connector.syncFull()
    expect(run.plan.warnings).toContainEqual(expect.objectContaining({ side: 'store', subject: 'contacts' }))
    expect(changesOf(connector, run).map(said)).toEqual(['create ann@corp.test (new-in-selection)'])
    expect(run.plan.counts.contacts).toMatchObject({ read: 0, create: 0, skipped: 0 })
    await expectEqual(connector)
  })

  it('are left where they are when they are switched off, and are still theirs when they are switched on again', async () => {
    await begin([contact('ida')])
    await full()
    await connector.use(everyKindSettings({ contacts: { enabled: false } }))
    become()
    expect(await full()).toEqual([])
    expect(names()).toEqual([ida])
    await connector.use(everyKindSettings())
    become(contact('kez'))
    expect((await full()).toSorted()).toEqual([
      'create kez@partner.test (new-in-selection)',
      `delete ${ida} (vanished)`,
    ])
    await expectEqual(connector)
  })

  describe('when the answer to their creation is lost', () => {
    const lose = () => loseAnswer(target, 1, () => connector.syncIncremental())
    const start = async (store = everyKindStore()) => {
      await begin([contact('kez')], { store })
      await full()
    }

    it.each(['full', 'incremental'] as const)('are not doubled by a %s sync', async (kind) => {
      await start()
      become(contact('kez'), contact('ida'))
      await lose()
      const id = target.contact(ida)?.id
      expect(kind === 'full' ? await full() : await incremental()).toEqual([])
      expect(names()).toEqual([ida, 'kez@partner.test'])
      become(contact('kez'), withValues(contact('ida'), { title: 'Boss' }))
      expect(await incremental()).toEqual([`update ${ida} (differs)`])
      expect(target.contacts.get(id ?? '')?.values.title).toBe('Boss')
      await expectEqual(connector)
    })

    it.each(['full', 'incremental'] as const)(
      'are known by a %s sync among those that others made meanwhile',
      async (kind) => {
        await start()
        become(contact('kez'), withValues(contact('ida'), { title: 'Boss' }))
        await lose()
        const own = target.contact(ida)
        if (!own) throw new Error('nothing was created')
        target.contacts.delete(own.id)
        byOthers({ uid: ida, displayName: 'Theirs' })
        target.contacts.set(own.id, own)
        expect(kind === 'full' ? await full() : await incremental()).toEqual([])
        expect(connector.state.links.ofResource('contact', own.id)?.anchor).toBe(contact('ida').anchor)
        expect(names()).toEqual([ida, ida, 'kez@partner.test'])
        await expectEqual(connector)
        become(contact('kez'))
        expect(await incremental()).toEqual([`delete ${ida} (vanished)`])
        await expectEqual(connector)
      },
    )

    it.each(['full', 'incremental'] as const)(
      'are not taken from others by a %s sync when they never came to be',
      async (kind) => {
        await start()
        become(contact('kez'), withValues(contact('ida'), { title: 'Boss' }))
        const { write } = target
        target.write = async () => {
          throw new Error('the process ends')
        }
        await expect(connector.syncIncremental()).rejects.toThrow('the process ends')
        target.write = write
        byOthers({ uid: ida, displayName: 'Theirs' })
        expect(kind === 'full' ? await full() : await incremental()).toEqual([])
        await expectEqual(connector)
      },
    )

    it('are deleted when their entries are gone meanwhile', async () => {
      await start()
      become(contact('kez'), contact('ida'), contact('ida2', ida))
      await lose()
      expect(names()).toHaveLength(3)
      become(contact('kez'))
      expect(await incremental()).toEqual([`delete ${ida} (vanished)`, `delete ${ida} (vanished)`])
      expect(names()).toEqual(['kez@partner.test'])
      await expectEqual(connector)
    })
  })

  it('whose deletion fails are set aside, and give no place to others meanwhile', async () => {
    await begin([contact('c0'), contact('c1'), contact('c2')], { store: everyKindStore({ atMost: 2 }) })
    await full()
    target.faults = { refuse: ({ kind }) => (kind === 'delete-contact' ? 'No.' : undefined) }
    become(contact('c1'), contact('c2'))
    await full()
    expect(names()).toEqual(['c0@partner.test', 'c1@partner.test'])
    expect(connector.setAside().map(({ objectKind, change }) => `${change} ${objectKind}`)).toContain('delete contact')
    await full()
    expect(names()).toEqual(['c0@partner.test', 'c1@partner.test'])
    expect(await full()).toEqual([])
    target.faults = {}
    connector.passDays(2)
    expect((await incremental()).toSorted()).toEqual([
      'create c2@partner.test (new-in-selection)',
      'delete c0@partner.test (vanished)',
    ])
    await expectEqual(connector)
  })

  it('that the store refuses wait without keeping others out', async () => {
    await begin([contact('kez')], { store: everyKindStore({ atMost: 2 }) })
    await full()
    target.faults = {
      refuse: (write) => (write.kind === 'create-contact' && write.values.uid === ida ? 'No.' : undefined),
    }
    become(contact('kez'), contact('ida'), contact('una'))
    expect(await incremental()).toEqual([`create ${ida} (new-in-selection)`])
    expect(await incremental()).toEqual([`create ${ida} (new-in-selection)`])
    expect(connector.setAside().map(({ name }) => name)).toEqual([ida])
    expect(await incremental()).toEqual(['create una@partner.test (new-in-selection)'])
    await expectEqual(connector)
  })

  it('can be synchronized one by one', async () => {
    const store = everyKindStore()
    store.addContact({ uid: 'una@partner.test' })
    await begin([contact('kez')], { store })
    await full()
    become(contact('kez'), contact('ida'), contact('una'), contact('max'))
    const only = await connector.syncOnly(ida)
    expect(changesOf(connector, only).map(said)).toEqual([`create ${ida} (new-in-selection)`])
    const held = await connector.syncOnly('una@partner.test')
    expect(changesOf(connector, held)).toEqual([])
    expect(objectsOf(connector, held)).toMatchObject([{ outcome: 'skipped', reason: { kind: 'not-created-here' } }])
    expect(await incremental()).toEqual(['create max@partner.test (new-in-selection)'])
    await expectEqual(connector)
    expect((await connector.explain(ida)).entries).toMatchObject([
      { kind: 'contact', contact: { resource: { values: { uid: ida } }, join: { kind: 'joined', by: 'link' } } },
    ])
    expect((await connector.explain('una@partner.test')).entries).toMatchObject([
      { kind: 'contact', contact: { resource: null, join: { kind: 'held', reason: { kind: 'not-created-here' } } } },
    ])
    await connector.use(everyKindSettings({ contacts: { enabled: true, filter: '(title=Boss)' } }))
    await expect(connector.syncOnly(ida)).rejects.toMatchObject({ code: 'settings-changed' })
  })

  it('come back as they were when their run is undone', async () => {
    const store = everyKindStore()
    store.addContact({ uid: 'una@partner.test', displayName: 'Una' })
    await begin([contact('kez'), withValues(contact('ida'), { title: 'Buyer' })], { store })
    await full()
    become(withValues(contact('kez'), { title: 'Boss' }), contact('max'), contact('una'))
    const run = await connector.syncFull()
    expect(changesOf(connector, run).map(said).toSorted()).toEqual([
      'create max@partner.test (new-in-selection)',
      `delete ${ida} (vanished)`,
      'update kez@partner.test (differs)',
    ])
    await expectEqual(connector)
    const undo = await connector.undo(run.run.id)
    await connector.apply(undo.plan.id, [])
    expect(names()).toEqual([ida, 'kez@partner.test', 'una@partner.test'])
    expect(target.contact(ida)?.values).toEqual({ uid: ida, displayName: 'ida', title: 'Buyer' })
    expect(target.contact('kez@partner.test')?.values).not.toHaveProperty('title')
    expect(changesOf(connector, await connector.undo(run.run.id))).toEqual([])
    connector.resume()
    expect((await full()).toSorted()).toEqual([
      'create max@partner.test (new-in-selection)',
      `delete ${ida} (vanished)`,
      'update kez@partner.test (differs)',
    ])
    await expectEqual(connector)
  })
})

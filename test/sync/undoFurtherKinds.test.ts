import { rmSync } from 'node:fs'
import { outcomeOf } from '../../app/apply/outcome.ts'
import { entryKinds } from '../../app/model/entry.ts'
import { noCounts } from '../../app/model/noCounts.ts'
import type { PlanHeader } from '../../app/model/plan.ts'
import type { CurrentContact } from '../../app/model/resource.ts'
import type { UnplacedChange } from '../../app/plan/planItem.ts'
import { computeUndo } from '../../app/stages/computeUndo.ts'
import type { SyncParts } from '../../app/stages/syncParts.ts'
import { openState } from '../../app/state/sqlite/openState.ts'
import type { State } from '../../app/state/state.ts'
import type { Target } from '../../app/target/target.ts'
import { settingsWith } from '../fakes/connectorOn.ts'
import { fakeSource } from '../fakes/fakeSource.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { quickFolder } from '../fakes/quickFolder.ts'
import { contactOf, didOf, linkedPictureOf, pictureOf } from '../undo/undoWorld.ts'

const now = new Date('2026-01-01T00:00:00Z')
const noKind = { users: noCounts, rooms: noCounts, groups: noCounts, contacts: noCounts, avatars: noCounts }
const header: Omit<PlanHeader, 'id' | 'runId'> = {
  basis: { kind: 'full' },
  createdAt: now.toISOString(),
  status: 'applied',
  digest: '',
  settingsDigest: '',
  complete: true,
  gaps: [],
  warnings: [],
  halted: [],
  counts: noKind,
  membersOutside: 0,
}

/** A change that names no resource before it was done. */
function createdAs(objectKind: 'user' | 'room' | 'contact', name: string, values: Record<string, string>) {
  const change = didOf(name, { objectKind, name, kind: 'create', before: null, after: { active: true, values } }).change
  return { ...change, resourceId: null }
}

describe('planning to take back rooms, contacts and pictures', () => {
  let folder: string
  let state: State
  let store: FakeTarget
  let contacts: Map<string, CurrentContact>
  beforeEach(() => {
    folder = quickFolder('undo')
    state = openState({ folder, access: 'write', purpose: 'test', now })
    store = fakeTarget()
    contacts = new Map()
  })
  afterEach(() => {
    state.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The store with contacts, whose questions are noted with those of users and groups; it shows no pictures. */
  const target = (): Target => ({
    ...store,
    async readUser(id) {
      const user = await store.readUser(id)
      return user && { ...user, photo: { kind: 'unknown' } }
    },
    async *readContacts() {
      store.reads.push('readContacts')
      yield [...contacts.values()]
    },
    async readContact(id) {
      store.reads.push(`readContact ${id}`)
      return contacts.get(id) ?? null
    },
    async *findContacts(names) {
      store.reads.push(`findContacts ${names.join(' ')}`)
      yield [...contacts.values()].filter(({ emails }) => emails.some((email) => names.includes(email)))
    },
    countContacts: async () => contacts.size,
  })

  /** Records a run that did these changes to these resources. */
  const ran = (done: ReadonlyArray<{ readonly change: UnplacedChange; readonly id: string }>): number => {
    const run = state.runs.start('full', now)
    const items = done.map(({ change }) => ({ kind: 'change' as const, change }))
    const planId = state.plans.save(run.id, items, () => header)
    const outcomes = done.map(({ change, id }, index) =>
      outcomeOf({ ...change, position: index + 1 }, { kind: 'done', id, ignored: [], retries: 0 }),
    )
    state.plans.saveOutcomes(planId, outcomes, now)
    state.runs.setPlan(run.id, planId)
    state.runs.end(run.id, { status: 'done', counts: noKind, error: null }, now)
    return run.id
  }

  /** Plans to take a run back; the questions of the store are those of this planning alone. */
  const undo = async (undoneRunId: number): Promise<PlanHeader> => {
    const run = state.runs.start('undo', now)
    using workspace = state.openWorkspace({
      ...{ runId: run.id, kinds: entryKinds, managed: [], managedOfContacts: [] },
      ...{ groups: 'nested', reach: 'everything', pictures: null },
    })
    store.reads.length = 0
    const parts: SyncParts = {
      ...{ settings: settingsWith({ guards: {} }), source: fakeSource(), target: target(), state, pictures: null },
      ...{ now: () => now, progress: () => {}, signal: new AbortController().signal },
    }
    return await computeUndo(parts, workspace, run.id, undoneRunId)
  }

  const planned = ({ id }: PlanHeader) =>
    [...state.plans.changes(id)].map(({ change }) => `${change.kind} ${change.objectKind} ${change.name}`)

  const addContact = (id: string, uid: string) => contacts.set(id, contactOf(id, { uid }))

  it('asks for contacts by their id, for deleted ones by name, and counts them as contacts', async () => {
    addContact('c1', 'c1@x')
    addContact('c2', 'other@x')
    const before = { values: { uid: 'gone@x' } }
    const gone = didOf('c9', { objectKind: 'contact', name: 'gone@x', kind: 'delete', before, after: null })
    const runId = ran([
      { change: createdAs('contact', 'c1@x', { uid: 'c1@x' }), id: 'c1' },
      { change: gone.change, id: 'c9' },
    ])
    const plan = await undo(runId)
    expect(store.reads).toEqual(['discover', 'readContact c1', 'findContacts gone@x'])
    expect(planned(plan)).toEqual(['delete contact c1@x', 'create contact gone@x'])
    expect(plan.counts).toMatchObject({ contacts: { create: 1, delete: 1 }, users: { delete: 0 } })
  })

  it('asks for the user of a picture by its id alone, and takes nothing away but the picture', async () => {
    const [ann, bob] = [store.addUser('ann@x'), store.addUser('bob@x')]
    const runId = ran([
      {
        change: didOf(ann.id, { objectKind: 'avatar', kind: 'create', before: null, after: { photo: pictureOf('a') } })
          .change,
        id: ann.id,
      },
      {
        change: didOf(bob.id, {
          ...{ objectKind: 'avatar', name: 'bob@x', kind: 'delete' },
          ...{ before: { photo: linkedPictureOf('b') }, after: { photo: null } },
        }).change,
        id: bob.id,
      },
    ])
    expect(state.links.photoOf(ann.id)).toEqual(pictureOf('a'))
    const plan = await undo(runId)
    expect(store.reads).toEqual(['discover', `readUser ${ann.id}`, `readUser ${bob.id}`])
    expect(planned(plan)).toEqual(['delete avatar ann@x', 'create avatar bob@x'])
    expect(plan.counts).toMatchObject({ avatars: { create: 1, delete: 1 }, users: { create: 0, delete: 0, read: 0 } })
  })

  it('leaves a picture after which another one was sent', async () => {
    const ann = store.addUser('ann@x')
    const set = (before: string | null, after: string) => {
      const photos = {
        before: before === null ? null : { photo: pictureOf(before) },
        after: { photo: pictureOf(after) },
      }
      const kind = before === null ? 'create' : 'update'
      return { change: didOf(ann.id, { objectKind: 'avatar', kind, ...photos }).change, id: ann.id }
    }
    const first = ran([set(null, 'a')])
    const second = ran([set('a', 'b')])
    const plan = await undo(first)
    expect(planned(plan)).toEqual([])
    expect([...state.plans.objects(plan.id)]).toMatchObject([
      { objectKind: 'avatar', reason: { kind: 'changed-since' } },
    ])
    expect([...state.plans.notes((await undo(second)).id)]).toMatchObject([
      { objectKind: 'avatar', attribute: 'photo' },
    ])
  })

  it('counts rooms as rooms', async () => {
    const id = store.addUser('room@x', { values: { room: 'room' } }).id
    const plan = await undo(ran([{ change: createdAs('room', 'room@x', { uid: 'room@x', room: 'room' }), id }]))
    expect(planned(plan)).toEqual(['deactivate room room@x'])
    expect(plan.counts).toMatchObject({ rooms: { deactivate: 1 }, users: { deactivate: 0 } })
  })

  it('halts at too many rooms, contacts and pictures each', async () => {
    const names = ['1', '2', '3', '4', '5']
    for (const name of names) addContact(`c${name}`, `c${name}@x`)
    const rooms = names.map((name) => {
      const uid = `r${name}@x`
      return {
        change: createdAs('room', uid, { uid, room: 'room' }),
        id: store.addUser(uid, { values: { room: 'room' } }).id,
      }
    })
    const pictures = rooms.map(({ id }) => ({
      change: didOf(id, { objectKind: 'avatar', kind: 'create', before: null, after: { photo: pictureOf(id) } }).change,
      id,
    }))
    const ofContacts = names.map((name) => {
      return { change: createdAs('contact', `c${name}@x`, { uid: `c${name}@x` }), id: `c${name}` }
    })
    const plan = await undo(ran([...rooms, ...ofContacts, ...pictures]))
    expect(plan.status).toBe('halted')
    expect(plan.halted.map(({ name }) => name)).toEqual(['deletions-rooms', 'deletions-contacts', 'deletions-avatars'])
    expect(plan.counts.avatars.delete).toBe(5)
  })

  it('reads all contacts at once when the run touched many', async () => {
    const many = Array.from({ length: 201 }, (_, at) => {
      addContact(`c${at}`, `c${at}@x`)
      return { change: createdAs('contact', `c${at}@x`, { uid: `c${at}@x` }), id: `c${at}` }
    })
    const plan = await undo(ran(many))
    expect(store.reads).toEqual(['discover', 'readContacts'])
    expect(plan.counts.contacts.delete).toBe(201)
  })
})

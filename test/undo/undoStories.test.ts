import fc from 'fast-check'
import type { Photo } from '../../app/model/photo.ts'
import type { UserValues } from '../../app/model/resource.ts'
import type { PlanItem, UnplacedChange } from '../../app/plan/planItem.ts'
import { carryOut, foundOf, setPicture } from './carryOut.ts'
import {
  contactOf,
  didOf,
  linkedPictureOf,
  linkOf,
  linkOfContact,
  pictureOf,
  said,
  type UndoWorld,
  undone,
  undoWorld,
  userOf,
} from './undoWorld.ts'

const uid = fc.constantFrom('ann@x', 'Ann@x', 'bob@x', 'eve@x', null)
const title = fc.constantFrom('Chef', 'Pilot', null)
const photo: fc.Arbitrary<Photo | null> = fc.constantFrom(
  null,
  pictureOf('a'),
  pictureOf('b'),
  linkedPictureOf('a'),
  linkedPictureOf('b'),
)
const index = fc.nat(5)

/** What the run does; one thing to one object. */
const deed = fc.oneof(
  fc.record({ kind: fc.constant('contact-create' as const), uid, title }),
  fc.record({ kind: fc.constant('contact-update' as const), index, uid, title }),
  fc.record({ kind: fc.constant('contact-delete' as const), index }),
  fc.record({ kind: fc.constant('user-create' as const), photo }),
  fc.record({ kind: fc.constant('user-turn' as const), index }),
  fc.record({ kind: fc.constant('picture' as const), index, photo }),
)
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

/** What others do after the run. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('foreign-contact' as const), uid, title }),
  fc.record({ kind: fc.constant('contact-change' as const), index, title }),
  fc.record({ kind: fc.constant('contact-gone' as const), index }),
  fc.record({ kind: fc.constant('link-gone' as const), index }),
  fc.record({ kind: fc.constant('picture-sent' as const), index, photo }),
  fc.record({ kind: fc.constant('picture-gone' as const), index }),
  fc.record({ kind: fc.constant('user-gone' as const), index }),
)
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

interface Start {
  readonly contacts: ReadonlyArray<{
    readonly uid: string | null
    readonly title: string | null
    readonly ours: boolean
  }>
  readonly photos: readonly (Photo | null)[]
  readonly softDeleteDays: number
}

const start: fc.Arbitrary<Start> = fc.record({
  contacts: fc.array(fc.record({ uid, title, ours: fc.boolean() }), { maxLength: 4 }),
  photos: fc.array(photo, { maxLength: 4 }),
  softDeleteDays: fc.constantFrom(0, 7),
})
const deeds = fc.array(deed, { minLength: 1, maxLength: 8 })

const valuesOf = (uid: string | null, title: string | null) => ({ ...(uid && { uid }), ...(title && { title }) })

function worldOf({ contacts, photos, softDeleteDays }: Start): UndoWorld {
  const world = undoWorld({ softDeleteDays })
  for (const [at, { uid, title, ours }] of contacts.entries()) {
    world.contacts.push(contactOf(`c${at}`, valuesOf(uid, title)))
    if (ours) world.links.push(linkOfContact(`c${at}`))
  }
  for (const [at, photo] of photos.entries()) {
    world.users.push(userOf(`u${at}`, { uid: `u${at}@x` }, { photo: foundOf(photo) }))
    world.links.push(linkOf(`u${at}`))
    if (photo) world.sent.set(`u${at}`, photo)
  }
  return world
}

/** The changes that the deeds are, of this connector's contacts alone; pictures come last, as in every plan. */
function planOf(deeds: readonly Deed[], world: UndoWorld): readonly UnplacedChange[] {
  const touched = new Set<string>()
  const all = deeds
    .flatMap((one, at) => changesOf(one, at, world))
    .filter(({ objectKind, resourceId, anchor }) => {
      const key = `${objectKind === 'room' ? 'user' : objectKind} ${resourceId ?? anchor}`
      return touched.size < touched.add(key).size
    })
  const isPicture = ({ objectKind }: UnplacedChange) => objectKind === 'avatar'
  return [...all.filter((one) => !isPicture(one)), ...all.filter(isPicture)]
}

function changesOf(one: Deed, at: number, world: UndoWorld): readonly UnplacedChange[] {
  const ours = world.contacts.filter(({ id }) => world.links.some((link) => link.resourceId === id))
  const made = { anchor: `a-made${at}`, resourceId: null }
  switch (one.kind) {
    case 'contact-create': {
      const after = { values: valuesOf(one.uid, one.title) }
      return [didOf('', { objectKind: 'contact', kind: 'create', before: null, after, ...made }).change]
    }
    case 'contact-update': {
      const contact = ours[one.index]
      if (!contact) return []
      const before = { values: { uid: contact.values.uid ?? null, title: contact.values.title ?? null } }
      const after = { values: { uid: one.uid, title: one.title } }
      return [didOf(contact.id, { objectKind: 'contact', kind: 'update', before, after }).change]
    }
    case 'contact-delete': {
      const contact = ours[one.index]
      if (!contact) return []
      const { id, values } = contact
      const name = values.uid ?? ''
      return [didOf(id, { objectKind: 'contact', kind: 'delete', name, before: { values }, after: null }).change]
    }
    case 'user-create': {
      const after = { active: true, values: { uid: `made${at}@x` } }
      return [didOf('', { kind: 'create', before: null, after, ...made }).change]
    }
    case 'user-turn': {
      const user = world.users[one.index]
      if (!user) return []
      const [room, objectKind] = user.values.room ? [null, 'user' as const] : ['room', 'room' as const]
      const before = { values: { room: user.values.room ?? null } }
      return [didOf(user.id, { objectKind, kind: 'update', before, after: { values: { room } } }).change]
    }
    case 'picture': {
      const user = world.users[one.index]
      if (!user) return []
      const before = world.sent.get(user.id) ?? null
      if (before?.value === one.photo?.value) return []
      const kind = before === null ? 'create' : one.photo === null ? 'delete' : 'update'
      const photos = { before: before && { photo: before }, after: { photo: one.photo } }
      return [didOf(user.id, { objectKind: 'avatar', kind, ...photos }).change]
    }
  }
}

function happen(one: Happening, world: UndoWorld, newId: () => string): void {
  switch (one.kind) {
    case 'foreign-contact':
      world.contacts.push(contactOf(newId(), valuesOf(one.uid, one.title)))
      return
    case 'contact-change': {
      const contact = world.contacts[one.index]
      const values = valuesOf(contact?.values.uid ?? null, one.title)
      if (contact) world.contacts[one.index] = contactOf(contact.id, values)
      return
    }
    case 'contact-gone':
      world.contacts.splice(one.index, 1)
      return
    case 'link-gone': {
      const contact = world.contacts[one.index]
      const at = world.links.findIndex(({ resourceId }) => resourceId === contact?.id)
      if (at >= 0) world.links.splice(at, 1)
      return
    }
    case 'picture-sent': {
      const user = world.users[one.index]
      if (user) setPicture(world, user.id, one.photo)
      return
    }
    case 'picture-gone': {
      const user = world.users[one.index]
      if (user) world.users[one.index] = { ...user, photo: { kind: 'absent' } }
      return
    }
    case 'user-gone':
      world.users.splice(one.index, 1)
  }
}

const changesIn = (items: readonly PlanItem[]) => items.flatMap((it) => (it.kind === 'change' ? [it.change] : []))

function countingIds(): () => string {
  let next = 1
  return () => `n${next++}`
}

/** Does what taking the run back plans, and records that as the next run. */
function undo(world: UndoWorld, newId: () => string): UndoWorld {
  const did = carryOut(world, changesIn(undone(world)), newId)
  return { ...world, did: [...did], policy: { ...world.policy, runId: world.policy.runId + 1 } }
}

/**
 * Contacts by their entry, which stays when the resource is another one, with their addresses in lower case; pictures by
 * their user.
 */
function seen({ contacts, links, users, sent }: UndoWorld) {
  const entryOf = (id: string) => links.find(({ resourceId }) => resourceId === id)?.anchor ?? id
  return {
    contacts: new Map(contacts.map(({ id, values }) => [entryOf(id), withoutCase(values)])),
    users: new Map(users.map(({ id, active, values }) => [id, { active, values }])),
    pictures: new Map(users.map(({ id }) => [id, sent.get(id)?.value ?? null])),
  }
}

function withoutCase({ uid, ...others }: UserValues): UserValues {
  return { ...others, ...(uid && { uid: uid.toLowerCase() }) }
}

describe('whatever a run did to contacts, rooms and pictures', () => {
  it('an undo gives back, apart from the bytes of pictures, and an undo of the undo does it again', () => {
    fc.assert(
      fc.property(start, deeds, (begin, deeds) => {
        const world = worldOf(begin)
        const newId = countingIds()
        const before = seen(world)
        world.did.push(...carryOut(world, planOf(deeds, world), newId))
        const after = seen(world)
        const next = undo(world, newId)
        const now = seen(world)
        expect(now.contacts).toEqual(before.contacts)
        for (const [id, was] of before.users) expect(now.users.get(id)).toEqual(was)
        for (const [id, { active }] of now.users) if (!before.users.has(id)) expect(active).toBe(false)
        for (const [id, was] of before.pictures) {
          const isKept = was === null || !was.startsWith('sha256:')
          expect(now.pictures.get(id)).toBe(isKept ? was : after.pictures.get(id))
        }
        expect(said(changesIn(undone(world)).map((change) => ({ kind: 'change', change })))).toEqual([])

        undo(next, newId)
        expect(seen(next).contacts).toEqual(after.contacts)
        for (const [id, was] of after.users) {
          if (next.users.some((user) => user.id === id)) expect(seen(next).users.get(id)).toEqual(was)
        }
        expect(changesIn(undone(next))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it("leaves everybody else's contacts, and plans nothing the second time, whatever happened since", () => {
    const since = fc.array(happening, { maxLength: 4 })
    fc.assert(
      fc.property(start, deeds, since, (begin, deeds, since) => {
        const world = worldOf(begin)
        const newId = countingIds()
        world.did.push(...carryOut(world, planOf(deeds, world), newId))
        for (const one of since) happen(one, world, newId)
        const created = new Set(world.did.map(({ change }) => change.kind === 'create' && change.resourceId))
        const isOthers = (id: string) => !created.has(id) && world.links.every((link) => link.resourceId !== id)
        const foreigners = world.contacts.filter(({ id }) => isOthers(id))
        undo(world, newId)
        expect(world.contacts).toEqual(expect.arrayContaining(foreigners))
        expect(changesIn(undone(world))).toEqual([])
        expect(new Set(world.links.map(({ anchor }) => anchor)).size).toBe(world.links.length)
      }),
      { numRuns: 500 },
    )
  })

  it('a run that did nothing but pictures takes no user back', () => {
    fc.assert(
      fc.property(start, deeds, (begin, deeds) => {
        const world = worldOf(begin)
        const newId = countingIds()
        const pictures = planOf(deeds, world).filter(({ objectKind }) => objectKind === 'avatar')
        world.did.push(...carryOut(world, pictures, newId))
        const { users, contacts } = seen(world)
        const planned = changesIn(undone(world))
        expect(planned.every(({ objectKind }) => objectKind === 'avatar')).toBe(true)
        undo(world, newId)
        expect(seen(world)).toMatchObject({ users, contacts })
      }),
    )
  })
})

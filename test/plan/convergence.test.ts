import fc from 'fast-check'
import { attributeSource } from '../../app/avatar/attributeSource.ts'
import type { UserValues } from '../../app/model/resource.ts'
import type { Settings, SettingsInput } from '../../app/settings/schema.ts'
import type { State } from '../../app/state/state.ts'
import { answeringSource } from '../fakes/answeringSource.ts'
import { changesOf, connectorOn, day, objectsOf, said } from '../fakes/connectorOn.ts'
import { cutShort } from '../fakes/fakeSource.ts'
import { type FakeTarget, type FakeUser, fakeTarget } from '../fakes/fakeTarget.ts'
import { everyKindSettings } from '../sync/everyKind.ts'
import { addForeigner, type Foreigner, happen, type Step, startingStore, startingWorld, steps } from './steps.ts'
import {
  base64Of,
  entriesOf,
  isDecided,
  isDecidedTeam,
  isInConflict,
  type Partner,
  type Person,
  type World,
} from './world.ts'

interface Story {
  readonly world: World
  readonly store: readonly Foreigner[]
  readonly chapters: readonly Step[][]
}

const story: fc.Arbitrary<Story> = fc.record({ world: startingWorld, store: startingStore, chapters: steps })
const same = (one: string | null | undefined, other: string | null | undefined) =>
  one?.toLowerCase() === other?.toLowerCase()

/** What a store holds, frozen, to compare with later. */
interface Before {
  readonly users: ReadonlyMap<string, FakeUser>
  readonly groups: ReadonlyMap<string, { readonly displayName: string; readonly members: ReadonlySet<string> }>
  readonly writes: number
}

function before({ users, groups, writes }: FakeTarget): Before {
  return {
    users: new Map([...users].map(([id, user]) => [id, { ...user }])),
    groups: new Map([...groups].map(([id, group]) => [id, { ...group, members: new Set(group.members) }])),
    writes: writes.length,
  }
}

/** A WebP picture is refused, and takes none away: what is there then depends on what was there before. */
function photoOf({ photo }: Person): unknown {
  if (photo === null) return null
  return { kind: 'bytes', mediaType: expect.stringMatching(/^image/), bytes: Buffer.from(base64Of(photo), 'base64') }
}

/** Nothing of others is touched; whoever can be reached is there once, as long as there is room and nobody stands for it. */
function expectContacts(world: World, { links }: State, target: FakeTarget, foreign: ReadonlyMap<string, UserValues>) {
  for (const [id, values] of foreign) expect(target.contacts.get(id)?.values).toEqual(values)
  expect(target.writes.filter((write) => 'id' in write && foreign.has(write.id))).toEqual([])
  const own = [...target.contacts.values()].filter(({ id }) => !foreign.has(id))
  const owners = own.map(({ id }) => links.ofResource('contact', id)?.anchor)
  expect(owners.every((anchor) => world.partners.some((partner) => partner.anchor === anchor))).toBe(true)
  expect(new Set(owners).size).toBe(owners.length)
  const standsForIt = ({ mail, name }: Partner) =>
    [...foreign.values()].some(({ uid, displayName }) =>
      mail === null ? uid === undefined && same(displayName, name) : same(uid, mail),
    )
  for (const partner of world.partners) {
    const { mail, number, name } = partner
    const contact = target.contacts.get(links.ofEntry('contact', partner.anchor)?.resourceId ?? '')
    if (mail === null && number === null) continue
    if (contact) {
      expect(contact.values.displayName).toBe(name)
      if (mail !== null && !same(contact.values.uid, mail)) throw new Error(`${name} has another address than ${mail}`)
    } else if (target.contacts.size < cap) expect(standsForIt(partner)).toBe(true)
  }
}

/** Lives through a story, and holds the connector to its promises after every chapter. */
async function live({ world: start, store, chapters }: Story, settings: Settings): Promise<void> {
  const world = structuredClone(start)
  const source = answeringSource()
  const target = fakeTarget({
    attributes: new Set(['uid', 'displayName', 'title', 'manager', 'emails;type-work', 'room', 'employeeType']),
    contacts: { attributes: new Set(['uid', 'displayName', 'telephoneNumber']), atMost: cap },
    pictures: 'bytes',
  })
  /** Contacts that the connector did not create. */
  const foreign = new Map<string, UserValues>()
  for (const foreigner of store) addForeigner(target, foreigner)
  const connector = await connectorOn(source, target, settings, undefined, attributeSource('thumbnailPhoto'))
  /** Which resource stood for an anchor when all was equal the last time. */
  const known = new Map<string, string>()
  const goneSince = new Map<string, number>()

  const knownOf = ({ anchor }: Person) => {
    const id = known.get(anchor)
    return id === undefined ? undefined : target.users.get(id)
  }

  const equalise = async () => {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      // A store that shows no picture at all may be one that never shows any: only after it has shown one, others are missed.
      const showedNone = [...target.users.values()].every(({ photo }) => !photo)
      const result = await connector.syncFull()
      const outcomes = [...connector.plan(result.plan.id).changes()].map(({ outcome }) => outcome)
      const failures = outcomes.filter((outcome) => outcome?.kind !== 'done')
      const again = await connector.dryRun()
      const left = changesOf(connector, again)
      const unexpected = left.filter(({ reason }) => !(showedNone && reason.kind === 'picture-missing'))
      if (failures.length === 0) expect(unexpected.map(said)).toEqual([])
      for (const outcome of failures)
        expect(['uniqueness', 'reference-missing']).toContain(outcome && 'code' in outcome && outcome.code)
      if (left.length === 0 || attempt === 3) {
        const undecided = objectsOf(connector, again).filter(({ reason }) =>
          ['resource-taken', 'several-resources', 'set-aside'].includes(reason.kind),
        )
        return new Set([...left.map(({ name }) => name), ...undecided.map(({ name }) => name)])
      }
    }
    return new Set<string>()
  }

  const readWhole = async () => {
    const was = before(target)
    const now = connector.clock.now().getTime()
    for (const anchor of known.keys()) {
      if (world.people.some((it) => it.anchor === anchor)) goneSince.delete(anchor)
      else if (!goneSince.has(anchor)) goneSince.set(anchor, now)
    }
    const stuck = await equalise()
    const isStuck = (person: Person) => stuck.has(person.mail ?? '')
    const deleted = target.writes.slice(was.writes).flatMap((it) => (it.kind === 'delete-user' ? it.id : []))

    for (const person of world.people) {
      const linked = known.get(person.anchor)
      if (linked !== undefined) expect(deleted).not.toContain(linked)
      if (isStuck(person)) continue
      if (isDecided(world, person)) {
        const user = target.user(person.mail ?? '')
        if (user === undefined) throw new Error(`${person.mail} is missing`)
        expect(user.active).toBe(person.room || !person.disabled)
        expect(user.values.room ?? null).toBe(person.room ? 'room' : null)
        if (person.photo !== 'other.webp') expect(user.photo ?? null).toEqual(photoOf(person))
        expect(user.values.displayName).toBe(person.cn)
        expect(user.values.title ?? null).toBe(person.title)
        if (linked !== undefined && was.users.has(linked)) expect(user.id).toBe(linked)
      }
      if (isInConflict(world, person)) {
        for (const user of was.users.values()) {
          if (user.id !== linked && !same(user.values.uid, person.mail)) continue
          const { manager: _, ...values } = user.values
          const after = target.users.get(user.id)
          const owner = world.people.find((it) => known.get(it.anchor) === user.id)
          if (owner && owner !== person) continue
          expect(after).toMatchObject({ active: user.active, values })
        }
      }
    }

    const standsFor = (cn: string | null): string | null | undefined => {
      const person = world.people.find((it) => it.cn === cn)
      if (person === undefined) return null
      if (isStuck(person)) return undefined
      if (isDecided(world, person)) return target.user(person.mail ?? '')?.id ?? null
      return knownOf(person)?.id ?? null
    }
    for (const person of world.people) {
      if (!isDecided(world, person) || isStuck(person)) continue
      const manager = standsFor(person.manager)
      if (manager !== undefined) expect(target.user(person.mail ?? '')?.values.manager ?? null).toBe(manager)
    }

    const isOpen = (id: string) => {
      const user = target.users.get(id)
      const addresses = [user?.values.uid, ...(user?.otherEmails ?? [])]
      return world.people.some(
        (it) =>
          (!isDecided(world, it) || isStuck(it)) &&
          (known.get(it.anchor) === id || addresses.some((address) => same(address, it.mail))),
      )
    }
    for (const team of world.teams) {
      if (!isDecidedTeam(world, team) || stuck.has(team.name)) continue
      const groups = [...target.groups.values()].filter((it) => same(it.displayName, team.name))
      const group = groups.find((it) => it.displayName === team.name)
      if (group === undefined) throw new Error(`${team.name} is missing`)
      const wanted = new Set<string>()
      for (const member of team.members) {
        const nested = world.teams.find((it) => it.anchor === member)
        if (nested === team) continue
        if (nested === undefined) {
          const id = standsFor(member)
          if (id) wanted.add(id)
        } else if (isDecidedTeam(world, nested)) {
          const id = connector.state.links.get(nested.anchor)?.resourceId
          if (id !== undefined) wanted.add(id)
        }
      }
      if (groups.length > 1) continue
      for (const id of wanted) expect(group.members).toContain(id)
      for (const id of group.members) {
        const undecidedTeam = [...target.groups.values()].some((it) => it.id === id)
        if (!wanted.has(id) && !isOpen(id) && !undecidedTeam) throw new Error(`${id} should have left ${team.name}`)
      }
    }

    for (const [anchor, since] of goneSince) {
      const id = known.get(anchor)
      const user = id === undefined ? undefined : target.users.get(id)
      if (id !== undefined && deleted.includes(id)) expect(now - since).toBeGreaterThanOrEqual(7 * day)
      const takenOver = world.people.some((it) => same(it.mail, user?.values.uid))
      if (user && !takenOver && !isOpen(user.id)) expect(user.active).toBe(false)
    }
    for (const user of was.users.values()) {
      const accounted = [...known.values()].includes(user.id) || world.people.some((it) => standsFor(it.cn) === user.id)
      if (accounted || settings.mismatched === 'delete' || isOpen(user.id)) continue
      expect(target.users.get(user.id)).toMatchObject({ active: user.active, values: { uid: user.values.uid } })
    }
    expectContacts(world, connector.state, target, foreign)
    for (const [anchor, id] of known) if (!target.users.has(id)) known.delete(anchor)
    for (const person of world.people) {
      if (!isDecided(world, person) || isStuck(person)) continue
      const id = target.user(person.mail ?? '')?.id
      if (id === undefined) continue
      for (const [anchor, other] of known) if (other === id) known.delete(anchor)
      known.set(person.anchor, id)
    }
  }

  const readWithGap = async (hidden: number) => {
    const was = before(target)
    const seen = source.entries.filter(
      (entry, at) => (at + hidden) % 3 !== 0 || ['zed', 'tz', 'kz'].includes(entry.anchor),
    )
    const all = source.entries
    source.entries = seen
    source.gaps = [cutShort]
    await equalise()
    source.entries = all
    source.gaps = []
    for (const user of was.users.values()) {
      const now = target.users.get(user.id)
      if (!now) throw new Error(`${user.values.uid} was deleted after a read with a gap`)
      const owners = world.people.filter((it) => same(it.mail, now.values.uid))
      if (user.active && !now.active) expect(owners.some((it) => it.disabled && !it.room)).toBe(true)
      if (user.values.manager) expect(now.values.manager).toBeTruthy()
    }
    for (const [id, { members }] of was.groups) {
      for (const member of members) expect(target.groups.get(id)?.members).toContain(member)
    }
    for (const person of world.people) {
      const isSeen = seen.some((it) => it.anchor === person.anchor)
      const linked = connector.state.links.get(person.anchor)
      if (isSeen && linked && target.users.has(linked.resourceId)) {
        for (const [anchor, id] of known) if (id === linked.resourceId) known.delete(anchor)
        known.set(person.anchor, linked.resourceId)
      }
    }
  }

  try {
    source.entries = entriesOf(world)
    await readWhole()
    for (const chapter of chapters) {
      for (const happening of chapter) happen(happening, world, target, connector.clock, foreign)
      source.entries = entriesOf(world)
      const gap = chapter.find((it) => it.kind === 'gap')
      if (gap) await readWithGap(gap.index)
      await readWhole()
    }
  } finally {
    await connector.close()
  }
}

const cap = 4
const settingsOf = (changes: Partial<SettingsInput> = {}) =>
  everyKindSettings({}, { avatar: { enabled: true, source: 'attribute' }, ...changes })

describe('directory and store become equal', () => {
  it('whatever happens on either side, when strangers in the store are retained', async () => {
    await fc.assert(
      fc.asyncProperty(story, (it) => live(it, settingsOf())),
      { numRuns: Number(process.env.DIRECTORY_CONNECTOR_STORIES ?? 25) },
    )
  })

  it('whatever happens on either side, when strangers in the store are deleted', async () => {
    await fc.assert(
      fc.asyncProperty(story, (it) => live(it, settingsOf({ mismatched: 'delete' }))),
      { numRuns: Number(process.env.DIRECTORY_CONNECTOR_STORIES ?? 25) },
    )
  })
})

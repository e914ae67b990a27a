import fc from 'fast-check'
import type { UserValues } from '../../app/model/resource.ts'
import { day } from '../fakes/connectorOn.ts'
import type { FakeTarget } from '../fakes/fakeTarget.ts'
import type { LeapingClock } from '../fakes/leapingClock.ts'
import type { Person, Team, World } from './world.ts'

const mail = fc
  .constantFrom('ann', 'Ann', 'bob', 'BOB', 'eve', 'kim', 'lee', 'mia', 'ned')
  .map((it) => `${it}@corp.test`)
const anyMail = fc.oneof({ weight: 8, arbitrary: mail }, { weight: 1, arbitrary: fc.constantFrom('no address', null) })
const cn = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6')
const title = fc.constantFrom('Chef', 'chef', 'Pilot', null)
const teamAnchor = fc.constantFrom('t0', 't1', 't2', 't3')
const teamName = fc.constantFrom('Crew', 'crew', 'Staff', 'Board', 'Guests')
const members = fc.array(fc.oneof(cn, teamAnchor), { maxLength: 5 })
const index = fc.nat(20)

const photo = fc.constantFrom('plain.gif', 'plain.png', 'other.webp', null)
const outsideMail = fc.constantFrom('ida', 'Ida', 'kim', 'una', null).map((it) => it && `${it}@partner.test`)
const number = fc.constantFrom('+49 30 123456', null)

const person: fc.Arbitrary<Omit<Person, 'anchor'>> = fc.record({
  cn,
  ou: fc.constantFrom('North', 'South'),
  mail: anyMail,
  title,
  manager: fc.option(cn),
  disabled: fc.boolean(),
  room: fc.boolean(),
  photo,
})
const team: fc.Arbitrary<Team> = fc.record({ anchor: teamAnchor, name: teamName, members })

/** Somebody and something are always there: a directory that shows nothing halts every run. */
export const startingWorld: fc.Arbitrary<World> = fc.record({
  made: fc.constant(100),
  people: fc.uniqueArray(person, { selector: (it) => it.cn, maxLength: 6 }).map((people) => [
    {
      anchor: 'zed',
      cn: 'zed',
      ou: 'North',
      mail: 'zed@corp.test',
      title: null,
      manager: 'c0',
      disabled: false,
      room: false,
      photo: 'plain.png',
    },
    ...people.map((it, at) => ({ ...it, anchor: `a${at}` })),
  ]),
  teams: fc
    .uniqueArray(team, { selector: (it) => it.anchor, maxLength: 3 })
    .map((teams) => [{ anchor: 'tz', name: 'Everybody', members: ['zed', 'c1', 'kz'] }, ...teams]),
  partners: fc.constant([{ anchor: 'kz', name: 'kez', mail: 'kez@partner.test', number: null }]),
})

/** A contact in the store that the connector did not make. */
const outsider = fc.record({ mail: outsideMail, name: fc.constantFrom('k101', 'k102', 'Kim') })

/** Somebody in the store whom the connector did not make. */
export interface Foreigner {
  readonly uid: string
  readonly others: readonly string[]
  readonly active: boolean
  readonly title: string | null
}

const foreigner: fc.Arbitrary<Foreigner> = fc.record({
  uid: mail,
  others: fc.array(mail, { maxLength: 2 }),
  active: fc.boolean(),
  title,
})

export type Step = typeof step extends fc.Arbitrary<infer Happening> ? Happening : never

/** One thing that happens between two runs, in the directory, in the store, or to time; or a read with gaps. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), person }),
  fc.record({ kind: fc.constant('rename' as const), index, mail: anyMail }),
  fc.record({ kind: fc.constant('move' as const), index }),
  fc.record({ kind: fc.constant('delete' as const), index }),
  fc.record({ kind: fc.constant('make-again' as const), index }),
  fc.record({ kind: fc.constant('disable' as const), index }),
  fc.record({ kind: fc.constant('promote' as const), index, title, manager: fc.option(cn) }),
  fc.record({ kind: fc.constant('team' as const), team }),
  fc.record({ kind: fc.constant('dissolve' as const), index }),
  fc.record({ kind: fc.constant('store-delete' as const), index }),
  fc.record({ kind: fc.constant('store-change' as const), index, title, active: fc.boolean() }),
  fc.record({ kind: fc.constant('store-add' as const), foreigner }),
  fc.record({ kind: fc.constant('store-group' as const), teamName, index }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 4, 8) }),
  fc.record({ kind: fc.constant('gap' as const), index }),
  fc.record({ kind: fc.constant('furnish' as const), index }),
  fc.record({ kind: fc.constant('photo' as const), index, photo }),
  fc.record({ kind: fc.constant('partner' as const), mail: outsideMail, number }),
  fc.record({ kind: fc.constant('partner-changes' as const), index, mail: outsideMail, number }),
  fc.record({ kind: fc.constant('partner-goes' as const), index }),
  fc.record({ kind: fc.constant('store-contact' as const), outsider }),
  fc.record({ kind: fc.constant('store-contact-goes' as const), index }),
  fc.record({ kind: fc.constant('store-photo-goes' as const), index }),
)

/** Several things happen between two runs. */
export const steps = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 5 })
export const startingStore = fc.array(foreigner, { maxLength: 4 })

export function addForeigner(target: FakeTarget, { uid, others, active, title }: Foreigner): void {
  if (target.user(uid)) return
  target.addUser(uid, { active, otherEmails: others, values: title === null ? {} : { title } })
}

/** Nobody may touch the one who is always there. */
const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items.slice(1)[at % (items.length - 1 || 1)]

/** Lets one thing happen. A gap does nothing here. */
export function happen(
  happening: Step,
  world: World,
  target: FakeTarget,
  clock: LeapingClock,
  foreign: Map<string, UserValues>,
): void {
  const inStore = <Resource>(all: ReadonlyMap<string, Resource>, at: number) => [...all.values()][at % (all.size || 1)]
  switch (happening.kind) {
    case 'partner': {
      const anchor = newAnchor(world, 'k')
      world.partners.push({ anchor, name: anchor, mail: happening.mail, number: happening.number })
      return
    }
    case 'partner-changes': {
      const partner = pick(world.partners, happening.index)
      if (partner) Object.assign(partner, { mail: happening.mail, number: happening.number })
      return
    }
    case 'partner-goes': {
      const gone = pick(world.partners, happening.index)
      world.partners = world.partners.filter((it) => it !== gone)
      return
    }
    case 'store-contact': {
      const { mail: uid, name: displayName } = happening.outsider
      const { id, values } = target.addContact({ displayName, ...(uid !== null && { uid }) })
      foreign.set(id, values)
      return
    }
    case 'store-contact-goes': {
      const gone = inStore(target.contacts, happening.index)
      target.contacts.delete(gone?.id ?? '')
      foreign.delete(gone?.id ?? '')
      return
    }
    case 'store-photo-goes': {
      // A store that shows no picture at all may be one that never shows any.
      const user = inStore(target.users, happening.index)
      if (user && user.values.uid !== 'zed@corp.test') user.photo = null
      return
    }
    case 'add':
      if (world.people.every((it) => it.cn !== happening.person.cn))
        world.people.push({ ...happening.person, anchor: newAnchor(world) })
      return
    case 'team':
      world.teams = [...world.teams.filter((it) => it.anchor !== happening.team.anchor), happening.team]
      return
    case 'dissolve': {
      const gone = pick(world.teams, happening.index)
      world.teams = world.teams.filter((it) => it !== gone)
      return
    }
    case 'store-delete': {
      const user = [...target.users.values()][happening.index % Math.max(1, target.users.size)]
      if (user) void target.write([{ kind: 'delete-user', id: user.id }])
      return
    }
    case 'store-change': {
      const user = [...target.users.values()][happening.index % Math.max(1, target.users.size)]
      if (!user) return
      const { title: _, ...others } = user.values
      user.values = happening.title === null ? others : { ...others, title: happening.title }
      user.active = happening.active
      return
    }
    case 'store-add':
      addForeigner(target, happening.foreigner)
      return
    case 'store-group':
      target.addGroup(happening.teamName, [...target.users.keys()].slice(0, happening.index % 4))
      return
    case 'wait':
      clock.advance(happening.days * day)
      return
    case 'gap':
      return
    default:
      happenTo(happening, world)
  }
}

function happenTo(
  happening: Extract<Step, { readonly index: number }> & {
    readonly kind: 'rename' | 'move' | 'delete' | 'make-again' | 'disable' | 'promote' | 'furnish' | 'photo'
  },
  world: World,
): void {
  const somebody = pick(world.people, happening.index)
  if (!somebody) return
  switch (happening.kind) {
    case 'rename':
      somebody.mail = happening.mail
      return
    case 'move':
      somebody.ou = somebody.ou === 'North' ? 'South' : 'North'
      return
    case 'delete':
      world.people = world.people.filter((it) => it !== somebody)
      return
    case 'make-again':
      somebody.anchor = newAnchor(world)
      return
    case 'disable':
      somebody.disabled = !somebody.disabled
      return
    case 'furnish':
      somebody.room = !somebody.room
      return
    case 'photo':
      somebody.photo = happening.photo
      return
    case 'promote':
      somebody.title = happening.title
      somebody.manager = happening.manager
  }
}

function newAnchor(world: World, kind: 'a' | 'k' = 'a'): string {
  world.made += 1
  return `${kind}${world.made}`
}

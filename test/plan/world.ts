import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../app/model/entry.ts'
import { baseDn } from '../fakes/people.ts'

/** A person as the directory knows it; `mail` is null when there is none. */
export interface Person {
  anchor: string
  readonly cn: string
  ou: string
  mail: string | null
  title: string | null
  /** The cn of the manager, who need not exist. */
  manager: string | null
  disabled: boolean
  room: boolean
  /** A picture of the fixtures. */
  photo: string | null
}

/** Somebody outside whom the directory knows as a contact; without an address by the number, if there is one. */
export interface Partner {
  readonly anchor: string
  readonly name: string
  mail: string | null
  number: string | null
}

export interface Team {
  readonly anchor: string
  readonly name: string
  /** cn of people and anchors of teams; they need not exist. */
  members: readonly string[]
}

/** A whole small company, that a test changes between runs. */
export interface World {
  people: Person[]
  teams: Team[]
  partners: Partner[]
  /** How many anchors there are; none is ever used again. */
  made: number
}

const key = (mail: string | null) => mail?.toLowerCase() ?? ''
const isAddress = (mail: string | null) => mail !== null && /^\w+@corp\.test$/.test(mail)

export function entriesOf({ people, teams, partners }: World): Entry[] {
  const dnOf = new Map<string, string>()
  for (const { cn, ou } of people) dnOf.set(cn, `CN=${cn},OU=${ou},${baseDn}`)
  for (const { anchor } of partners) dnOf.set(anchor, `CN=${anchor},OU=Partners,${baseDn}`)
  for (const { anchor } of teams) dnOf.set(anchor, `CN=${anchor},OU=Groups,${baseDn}`)
  const dn = (name: string) => dnOf.get(name) ?? `CN=${name},OU=Gone,${baseDn}`
  return [
    ...people.map(
      ({ anchor, cn, mail, title, manager, disabled, room, photo }): Entry => ({
        anchor,
        kind: 'user',
        dn: dn(cn),
        baseDn,
        attributes: {
          displayname: [cn],
          useraccountcontrol: [disabled ? '514' : '512'],
          ...(mail !== null && { mail: [mail] }),
          ...(title !== null && { title: [title] }),
          ...(manager !== null && { manager: [dn(manager)] }),
          ...(room && { msexchresourcemetadata: ['ResourceType:Room'] }),
          ...(photo !== null && { thumbnailphoto: [base64Of(photo)] }),
        },
      }),
    ),
    ...partners.map(
      ({ anchor, name, mail, number }): Entry => ({
        anchor,
        kind: 'contact',
        dn: dn(anchor),
        baseDn,
        attributes: {
          displayname: [name],
          ...(mail !== null && { mail: [mail] }),
          ...(number !== null && { telephonenumber: [number] }),
        },
      }),
    ),
    ...teams.map(
      ({ anchor, name, members }): Entry => ({
        anchor,
        kind: 'group',
        dn: dn(anchor),
        baseDn,
        attributes: { cn: [name] },
        memberDns: members.map(dn),
      }),
    ),
  ]
}

/** A picture of the fixtures as it comes from a directory. */
export function base64Of(fixture: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/pictures', fixture)).toString('base64')
}

/** Whether an address belongs to one entry alone, so that something can be decided about it (DC-24, DC-25). */
export function isDecided(world: World, person: Person): boolean {
  return isAddress(person.mail) && world.people.filter((other) => key(other.mail) === key(person.mail)).length === 1
}

export function isInConflict(world: World, person: Person): boolean {
  return isAddress(person.mail) && !isDecided(world, person)
}

export function isDecidedTeam(world: World, team: Team): boolean {
  return world.teams.filter((other) => key(other.name) === key(team.name)).length === 1
}

import type { DirectoryEntry } from '../../app/demo/directory/directoryEntry.ts'
import type { EmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { baseDn } from '../fakes/people.ts'
import {
  type Circle,
  type Colleague,
  displayNameOf,
  dnOf,
  entryOf,
  entryOfCircle,
  groupDn,
  isHere,
  leftDn,
  photoOf,
  type Team,
} from './colleagues.ts'
import { Partners } from './partners.ts'
import type { Random } from './randomFrom.ts'

/** What the store is to hold; people and groups by their display names, which stay theirs for ever. */
export interface ExpectedStore {
  readonly users: ReadonlyMap<string, ExpectedUser>
  readonly groups: ReadonlyMap<string, readonly string[]>
  /** Address and title. */
  readonly contacts: ReadonlyMap<string, string>
}

export interface ExpectedUser {
  readonly userName: string
  readonly title: string
  readonly active: boolean
  readonly manager: string | null
  /** The picture in base64; null for none. */
  readonly picture: string | null
}

/**
 * A company whose directory changes at random, and which knows by itself, without the connector, what a store that is
 * equal to it holds.
 */
export class ChangingCompany {
  readonly #random: Random
  readonly #teams: Team[]
  readonly #people: Colleague[] = []
  readonly #circles: Circle[] = []
  readonly #partners: Partners
  /** Addresses that somebody gave up since the last sync; free for others once a sync has told the store. */
  #givenUp: { readonly mail: string; readonly by: Colleague }[] = []
  #freeMails: string[] = []
  #counter = 0
  #directory: EmbeddedDirectory | null = null

  constructor(random: Random, people: number) {
    this.#random = random
    this.#teams = [0, 1, 2].map((number) => ({ number, name: `Team${number}` }))
    for (let number = 0; number < people; number += 1) this.#people.push(this.#newColleague())
    for (const colleague of this.#people) colleague.manager = random.oneOf(this.#people)
    for (let number = 0; number < 4; number += 1) this.#circles.push(this.#newCircle())
    this.#partners = new Partners(random, 6)
    this.#circles[1]?.circles.add(random.oneOf(this.#circles.slice(2)))
  }

  /** The directory to begin with. */
  entries(): DirectoryEntry[] {
    return [
      { dn: leftDn, attributes: { objectClass: ['top', 'organizationalUnit'], ou: ['Left'] } },
      ...this.#people.map((colleague) => entryOf(colleague)),
      ...this.#circles.map((circle) => entryOfCircle(circle)),
      ...this.#partners.entries(),
    ]
  }

  /** From here on every change is made in this directory. */
  liveIn(directory: EmbeddedDirectory): void {
    this.#directory = directory
  }

  /** Gives everybody an address of his own again; nobody can tell whose a shared one is. */
  endConflicts(): readonly string[] {
    const seen = new Set<string>()
    return this.#people.filter(isHere).flatMap((colleague) => {
      const isShared = seen.has(colleague.mail)
      seen.add(colleague.mail)
      return isShared ? [this.#set(colleague, { mail: `m${this.#next()}@corp.test` })] : []
    })
  }

  /** Tells that the store is equal to the directory now. */
  isSettled(): void {
    this.#freeMails.push(...this.#givenUp.filter(({ by }) => isHere(by)).map(({ mail }) => mail))
    this.#givenUp = []
  }

  expected(): ExpectedStore {
    const here = this.#people.filter(isHere)
    return {
      users: new Map(
        here.map((colleague) => [
          displayNameOf(colleague),
          {
            userName: colleague.mail,
            title: colleague.title,
            active: !colleague.disabled,
            manager: colleague.manager && isHere(colleague.manager) ? displayNameOf(colleague.manager) : null,
            picture: photoOf(colleague)[0]?.toString('base64') ?? null,
          },
        ]),
      ),
      groups: new Map(
        this.#circles.map(({ name, people, circles }) => [
          name,
          [...[...people].filter(isHere).map(displayNameOf), ...[...circles].map((inner) => inner.name)].sort(),
        ]),
      ),
      contacts: this.#partners.expected(),
    }
  }

  /** Changes one thing, and tells what. */
  change(): string {
    const random = this.#random
    const here = this.#people.filter(isHere)
    const colleague = random.oneOf(here)
    const circle = random.oneOf(this.#circles)
    const change = random.oneOf(changes)
    switch (change) {
      case 'hire':
        return this.#hire(null)
      case 'twin':
        return this.#hire(colleague.mail)
      case 'mail':
        return this.#changeMail(colleague)
      case 'title':
        return this.#set(colleague, { title: `Title ${this.#next()}` })
      case 'picture':
        return this.#set(colleague, { picture: random.oneOf(pictures) })
      case 'manager':
        return this.#set(colleague, { manager: random.oneOf(here) })
      case 'account':
        return this.#set(colleague, { disabled: !colleague.disabled })
      case 'rename':
        return this.#move(colleague, () => {
          colleague.cn = `${colleague.cn.split('-')[0]}-${this.#next()}`
        })
      case 'team':
        return this.#move(colleague, () => {
          colleague.place = random.oneOf(this.#teams)
        })
      case 'leave':
        return this.#move(colleague, () => {
          colleague.place = 'left'
        })
      case 'return': {
        const left = this.#people.filter(({ place }) => place === 'left')
        const back = random.oneOf([...left, colleague])
        return this.#move(back, () => {
          back.place = random.oneOf(this.#teams)
        })
      }
      case 'delete':
        return this.#delete(colleague)
      case 'partner':
        return this.#partners.change(this.#live())
      case 'container':
        return this.#renameTeam(random.oneOf(this.#teams))
      case 'member':
        return this.#toggleMember(circle, colleague)
      case 'group':
        return this.#renameCircle(circle)
      case 'new-group':
        return this.#addCircle()
      case 'delete-group':
        return this.#circles.length > 2 ? this.#deleteCircle(circle) : this.#addCircle()
    }
  }

  #next(): number {
    this.#counter += 1
    return this.#counter
  }

  #newColleague(): Colleague {
    const number = this.#next()
    const mail = this.#freeMails.pop() ?? `p${number}@corp.test`
    const place = this.#random.oneOf(this.#teams)
    const picture = this.#random.oneOf(pictures)
    return { number, cn: `p${number}`, mail, title: 'New', disabled: false, manager: null, picture, place }
  }

  #newCircle(): Circle {
    const number = this.#next()
    const people = new Set([1, 2, 3, 4].map(() => this.#random.oneOf(this.#people.filter(isHere))))
    return { number, name: `group ${number}`, people, circles: new Set() }
  }

  #hire(mail: string | null): string {
    const colleague = this.#newColleague()
    if (mail !== null) colleague.mail = mail
    const boss = this.#random.oneOf(this.#people.filter(isHere))
    colleague.manager = boss
    this.#people.push(colleague)
    this.#live().add(entryOf(colleague))
    if (this.#random.between(0, 1) === 1) this.#set(boss, { manager: colleague })
    return `hired ${colleague.cn} as ${colleague.mail} under ${boss.cn}`
  }

  #changeMail(colleague: Colleague): string {
    const [before, mail] = [colleague.mail, this.#freeMails.pop() ?? `m${this.#next()}@corp.test`]
    if (this.#people.every((other) => other === colleague || other.mail !== before)) {
      this.#givenUp.push({ mail: before, by: colleague })
    }
    return this.#set(colleague, { mail })
  }

  #set(colleague: Colleague, changed: Partial<Pick<Colleague, Settable>>): string {
    Object.assign(colleague, changed)
    const { mail, title, disabled, manager, picture } = colleague
    this.#live().replace(dnOf(colleague), {
      ...(changed.mail !== undefined && { mail: [mail] }),
      ...(changed.title !== undefined && { title: [title] }),
      ...(changed.disabled !== undefined && { userAccountControl: [disabled ? '514' : '512'] }),
      ...(changed.manager !== undefined && { manager: manager ? [dnOf(manager)] : [] }),
      ...(changed.picture !== undefined && { thumbnailPhoto: photoOf(colleague) }),
    })
    return `${colleague.cn}: ${Object.keys(changed)} is now ${mail} ${title} ${disabled} ${manager?.cn} ${picture}`
  }

  #move(colleague: Colleague, act: () => void): string {
    const before = dnOf(colleague)
    act()
    const after = dnOf(colleague)
    if (before !== after) this.#live().move(before, after)
    return `moved ${before} to ${after}`
  }

  #delete(colleague: Colleague): string {
    const dn = dnOf(colleague)
    this.#live().delete(dn)
    colleague.place = 'deleted'
    for (const other of this.#people) if (other.manager === colleague) other.manager = null
    for (const { people } of this.#circles) people.delete(colleague)
    return `deleted ${dn}`
  }

  #renameTeam(team: Team): string {
    const before = team.name
    team.name = `Team${team.number}-${this.#next()}`
    if (this.#live().find(`OU=${before},OU=Staff,${baseDn}`) !== undefined) {
      this.#live().move(`OU=${before},OU=Staff,${baseDn}`, `OU=${team.name},OU=Staff,${baseDn}`)
    }
    return `renamed container ${before} to ${team.name}`
  }

  #toggleMember(circle: Circle, colleague: Colleague): string {
    const isMember = circle.people.has(colleague)
    if (isMember) circle.people.delete(colleague)
    else circle.people.add(colleague)
    if (isMember) this.#live().removeMembers(groupDn(circle), [dnOf(colleague)])
    else this.#live().addMembers(groupDn(circle), [dnOf(colleague)])
    return `${colleague.cn} is ${isMember ? 'no longer' : 'now'} in ${circle.name}`
  }

  #renameCircle(circle: Circle): string {
    const before = groupDn(circle)
    circle.name = `group ${this.#next()}`
    this.#live().move(before, groupDn(circle))
    return `renamed ${before} to ${circle.name}`
  }

  #addCircle(): string {
    const circle = this.#newCircle()
    this.#circles.push(circle)
    this.#live().add(entryOfCircle(circle))
    const outer = this.#random.oneOf(this.#circles)
    if (outer === circle) return `new ${circle.name}`
    outer.circles.add(circle)
    this.#live().addMembers(groupDn(outer), [groupDn(circle)])
    return `new ${circle.name} in ${outer.name}`
  }

  #deleteCircle(circle: Circle): string {
    this.#live().delete(groupDn(circle))
    this.#circles.splice(this.#circles.indexOf(circle), 1)
    for (const { circles } of this.#circles) circles.delete(circle)
    return `deleted ${circle.name}`
  }

  #live(): EmbeddedDirectory {
    if (this.#directory === null) throw new Error('The company lives in no directory yet')
    return this.#directory
  }
}

type Settable = 'mail' | 'title' | 'disabled' | 'manager' | 'picture'

/** So few that somebody often has an earlier one again, and others have the same. */
const pictures = [null, null, 'a face', 'another face', 'a beach'] as const

/** Some more often than others. */
const changes = [
  ...(['hire', 'hire', 'twin', 'mail', 'mail', 'title', 'title', 'manager', 'account', 'rename', 'team'] as const),
  ...(['leave', 'return', 'return', 'delete', 'container', 'member', 'member', 'member'] as const),
  ...(['group', 'new-group', 'delete-group', 'picture', 'picture', 'picture', 'partner', 'partner'] as const),
]

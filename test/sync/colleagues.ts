import type { DirectoryEntry } from '../../app/demo/directory/directoryEntry.ts'
import { baseDn } from '../fakes/people.ts'
import { portraitOf } from '../fakes/portraits.ts'

/** Excluded from the selection: who is here has left. */
export const leftDn = `OU=Left,${baseDn}`

export interface Team {
  readonly number: number
  name: string
}

export interface Colleague {
  readonly number: number
  cn: string
  mail: string
  title: string
  disabled: boolean
  manager: Colleague | null
  /** What the picture shows; null while there is none. */
  picture: string | null
  place: Team | 'left' | 'deleted'
}

export interface Circle {
  readonly number: number
  name: string
  readonly people: Set<Colleague>
  readonly circles: Set<Circle>
}

/** The entry of somebody who is hired. */
export function entryOf(colleague: Colleague): DirectoryEntry {
  const { cn, mail, title, manager } = colleague
  return {
    dn: dnOf(colleague),
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      objectCategory: [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`],
      cn: [cn],
      displayName: [displayNameOf(colleague)],
      title: [title],
      mail: [mail],
      userAccountControl: ['512'],
      ...(manager && { manager: [dnOf(manager)] }),
      thumbnailPhoto: photoOf(colleague),
    },
  }
}

/** The entry of a group that is new. */
export function entryOfCircle(circle: Circle): DirectoryEntry {
  const members = [...[...circle.people].map(dnOf), ...[...circle.circles].map(groupDn)]
  return {
    dn: groupDn(circle),
    attributes: {
      objectClass: ['top', 'group'],
      objectCategory: [`CN=Group,CN=Schema,CN=Configuration,${baseDn}`],
      cn: [circle.name],
      groupType: ['-2147483646'],
      member: members,
    },
  }
}

export function isHere({ place }: Colleague): boolean {
  return place !== 'left' && place !== 'deleted'
}

/** The values of thumbnailPhoto. */
export function photoOf({ picture }: Colleague): readonly Buffer[] {
  return picture === null ? [] : [portraitOf(picture)]
}

export function displayNameOf({ number }: Colleague): string {
  return `Person ${number}`
}

export function dnOf({ cn, place }: Colleague): string {
  if (place === 'deleted') throw new Error(`${cn} is deleted`)
  return place === 'left' ? `CN=${cn},${leftDn}` : `CN=${cn},OU=${place.name},OU=Staff,${baseDn}`
}

export function groupDn({ name }: Circle): string {
  return `CN=${name},OU=Groups,${baseDn}`
}

import type { Anchor } from './anchor.ts'
import type { CloudAttribute } from './cloudAttribute.ts'

/** The attributes of a user that are mapped to values in the cloud; `ds-pwp-account-disabled` is `active` instead. */
export type MappedAttribute = Exclude<CloudAttribute, 'ds-pwp-account-disabled'>

/**
 * Two are mapped from no row: `connectorDomain` is the mark of the domain to which a user belongs (DC-32), `room` is `room`
 * for a user that stands for a meeting room (DC-11).
 */
export type ValueAttribute = MappedAttribute | 'connectorDomain' | 'room'

/**
 * One text per cloud attribute, in the connector's canonical form whatever the store's spelling:
 * preferredLanguage as `xx-YY`, c in upper case, manager as the manager's resource id.
 * `null` means "no value there" (wanted: clear it); a missing key means "not this connector's business".
 */
export type UserValues = Readonly<Partial<Record<ValueAttribute, string | null>>>

/** The user that should exist: what the mapping made of one selected entry. */
export interface DesiredUser {
  readonly kind: 'user'
  readonly anchor: Anchor
  readonly dn: string
  readonly baseDn: string
  readonly active: boolean
  /** `uid` is always a text here; `room` tells a room from a user. `manager` holds the manager's DN; planning turns it into a reference. */
  readonly values: UserValues
}

/** The contact that should exist. Its `uid` is its e-mail address, which it may lack. */
export interface DesiredContact {
  readonly kind: 'contact'
  readonly anchor: Anchor
  readonly dn: string
  readonly baseDn: string
  /** Its e-mail address, else its display name: as the administrator knows it. */
  readonly name: string
  readonly values: UserValues
}

/** The group that should exist. Its members are kept beside it, as pairs, because there can be 50,000 of them. */
export interface DesiredGroup {
  readonly kind: 'group'
  readonly anchor: Anchor
  readonly dn: string
  readonly baseDn: string
  readonly displayName: string
}

/** A user as found in the store, in canonical form, restricted to what the profile understands. */
export interface CurrentUser {
  readonly kind: 'user'
  readonly id: string
  /** From `meta.version`, only when the store advertises ETags. */
  readonly version: string | null
  readonly active: boolean
  /** Holds an administrator's role in the store: never deactivated or deleted (DC-55). */
  readonly administrator: boolean
  /** Only attributes that have a value. `uid` is the userName. */
  readonly values: UserValues
  /** All e-mail addresses of the resource, for joining. */
  readonly emails: readonly string[]
  readonly photo: FoundPhoto
}

/** What the store shows of a user's picture, which it may keep out of lists because of its size. */
export type FoundPhoto =
  | { readonly kind: 'absent' | 'present' | 'unknown' }
  | { readonly kind: 'link'; readonly href: string }

/** A contact as found in the store, whoever created it. */
export interface CurrentContact {
  readonly kind: 'contact'
  readonly id: string
  readonly version: string | null
  /** Only attributes that have a value. `uid` is the first e-mail address. */
  readonly values: UserValues
  readonly emails: readonly string[]
}

/** A group as found in the store. Members come beside it, as pairs. */
export interface CurrentGroup {
  readonly kind: 'group'
  readonly id: string
  readonly version: string | null
  readonly displayName: string
  readonly externalId: string | null
  /** The mark of the domain to which it belongs (DC-32); null where it bears none. */
  readonly connectorDomain: string | null
}

/** A member of a group in the store. */
export interface CurrentMember {
  readonly groupId: string
  readonly memberId: string
}

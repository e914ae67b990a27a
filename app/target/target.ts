import type { MemberKind } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type {
  CurrentContact,
  CurrentGroup,
  CurrentMember,
  CurrentUser,
  UserValues,
  ValueAttribute,
} from '../model/resource.ts'

/** What a store can hold and do, as far as planning and applying need to know. */
export interface TargetCapabilities {
  /** Attributes that the store has a place for. A mapped attribute outside it is reported, and not planned. */
  readonly attributes: ReadonlySet<ValueAttribute>
  readonly groups: 'none' | 'flat' | 'nested'
  /** Null when the store keeps no contacts. */
  readonly contacts: ContactCapabilities | null
  /** Whether pictures are sent as bytes or as links to them. */
  readonly pictures: 'bytes' | 'links' | 'none'
  /** Kinds of resources on which the store keeps the domain of their connector (DC-32). */
  readonly marks: readonly EntryKind[]
  /** How many writes may go into one call of `write`: 1 without bulk. */
  readonly batchSize: number
  /** How many calls of `write` may be under way at once. */
  readonly concurrency: number
}

export interface ContactCapabilities {
  readonly attributes: ReadonlySet<ValueAttribute>
  /** How many contacts the store holds at most, whoever created them; null when it does not say. */
  readonly atMost: number | null
}

/** A picture to write: its bytes, or where the store finds it. */
export type PhotoWrite =
  | { readonly kind: 'bytes'; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'link'; readonly href: string }

/** A page of the store's groups with memberships; the members of one group can be spread over many pages. */
export interface GroupPage {
  readonly groups: readonly CurrentGroup[]
  readonly members: readonly CurrentMember[]
}

/** A member to write, with what SCIM wants to know of it. */
export interface MemberWrite {
  readonly id: string
  readonly kind: MemberKind
}

/**
 * One write. `values` hold only what changes; null clears; `manager` is a resource id. `uid` is the userName and the
 * primary work e-mail together. For `update-user`, `before` holds the old values of the same attributes, so that a
 * PATCH can be made without reading; `version` is the ETag to insist on, or null.
 */
export type Write =
  | { readonly kind: 'create-user'; readonly active: boolean; readonly values: UserValues }
  | {
      readonly kind: 'update-user'
      readonly id: string
      readonly version: string | null
      readonly active?: boolean
      readonly before: UserValues
      readonly values: UserValues
    }
  | { readonly kind: 'delete-user'; readonly id: string }
  | { readonly kind: 'create-group'; readonly displayName: string; readonly connectorDomain?: string }
  | { readonly kind: 'rename-group'; readonly id: string; readonly displayName: string }
  | { readonly kind: 'mark-group'; readonly id: string; readonly connectorDomain: string }
  | {
      readonly kind: 'change-members'
      readonly id: string
      readonly add: readonly MemberWrite[]
      readonly remove: readonly string[]
    }
  | { readonly kind: 'delete-group'; readonly id: string }
  /** `photo` null takes the picture away. A picture that does not stick is ignored as `photo`. */
  | { readonly kind: 'set-photo'; readonly id: string; readonly photo: PhotoWrite | null }
  | { readonly kind: 'create-contact'; readonly values: UserValues }
  | {
      readonly kind: 'update-contact'
      readonly id: string
      readonly version: string | null
      readonly before: UserValues
      readonly values: UserValues
    }
  | { readonly kind: 'delete-contact'; readonly id: string }

/**
 * What became of one write. `done` means the store confirmed it; `ignored` names attributes it accepted but did not
 * keep (`members` when members are missing afterwards). `uniqueness` means another resource holds the same name.
 * `retries` counts how often it was sent again.
 */
export type WriteResult =
  | { readonly kind: 'done'; readonly id: string; readonly ignored: readonly string[]; readonly retries: number }
  | {
      readonly kind: 'failed'
      readonly code: 'uniqueness' | 'not-found' | 'moved-on' | 'refused' | 'unavailable' | 'unexpected'
      readonly message: string
      readonly remedy: string
      readonly retries: number
    }

/**
 * A store that can be read and written. The contract suite in test/contract runs on every implementation.
 *
 * Errors are ConnectorErrors of side `store` (`unreachable`, `unauthorized`, `forbidden`, `not-scim`, `not-found`,
 * `unstable-list`, …). One resource that cannot be written is never thrown: it is a `failed` result. A store that
 * refuses the token or cannot be reached at all, after all retries, is thrown: going on would fail for everybody.
 * 429, 423, 5xx and dropped connections are retried with back-off, jitter and Retry-After before they count (DC-56).
 */
export interface Target {
  /** Reads what the store says of itself, or what the profile knows of it. Cached after the first call. */
  discover(): Promise<TargetCapabilities>
  /**
   * All users, each once. Walks again when the list changed under its feet, so that "not in the list" can be
   * trusted; throws `unstable-list` when it never settles.
   */
  readUsers(): AsyncIterable<readonly CurrentUser[]>
  /** All groups with all members, the same promise as `readUsers`. */
  readGroups(): AsyncIterable<GroupPage>
  /** One user by id; null when it is not there. */
  readUser(id: string): Promise<CurrentUser | null>
  /** One user by uid or e-mail, through the look-up chain; null when nobody is found. */
  findUser(uid: string): Promise<CurrentUser | null>
  /**
   * Every user who has one of the uids as uid or as one of the e-mail addresses, compared without case, as far as the
   * profile can look; the same user can come twice. A store that cannot be asked so is listed whole instead.
   */
  findUsers(uids: readonly string[]): AsyncIterable<readonly CurrentUser[]>
  /** One group with all its members; null when it is not there, or the store has no groups. */
  readGroup(id: string): Promise<GroupPage | null>
  /** Every group that has one of the names, compared without case, with all members; the same promise as `findUsers`. */
  findGroups(displayNames: readonly string[]): AsyncIterable<GroupPage>
  /** All contacts, whoever created them, the same promise as `readUsers`; none where the store keeps none. */
  readContacts(): AsyncIterable<readonly CurrentContact[]>
  /** One contact by id; null when it is not there. */
  readContact(id: string): Promise<CurrentContact | null>
  /**
   * Every contact that has one of the names as an e-mail address or as its display name, compared without case, as far as
   * the store can look; the same one can come twice. A store that cannot be asked so is listed whole instead.
   */
  findContacts(names: readonly string[]): AsyncIterable<readonly CurrentContact[]>
  /** How many contacts the store holds, whoever created them. */
  countContacts(): Promise<number>
  /**
   * Writes up to `batchSize` independent writes and answers with one result each, in the same order. Safe to repeat:
   * after a lost answer it looks before it creates again.
   */
  write(batch: readonly Write[]): Promise<readonly WriteResult[]>
  /**
   * Looks at name, TLS, token, permissions, discovery, one finding each as soon as it is there; never throws for what it
   * finds.
   */
  check(): AsyncIterable<Finding>
  /** Frees all connections. Safe to call twice. */
  close(): Promise<void>
}

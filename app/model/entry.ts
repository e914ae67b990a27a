import type { Anchor } from './anchor.ts'

/** The kinds of entry that a connector can select. A room is a user entry that is identified as one (see ObjectKind). */
export const entryKinds = ['user', 'group', 'contact'] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * Attribute values by lower-case attribute name, without options. Every value is text: binary values arrive as
 * text too (objectGUID as GUID, objectSid as `S-1-…`, anything else as base64). A missing attribute has no key.
 */
export type Attributes = Readonly<Record<string, readonly string[]>>

/** What LDAP returned for one entry, normalised once at the edge. */
export interface Entry {
  readonly anchor: Anchor
  readonly kind: EntryKind
  readonly dn: string
  /** The selected base DN under which the entry was found, as it stands in the settings. */
  readonly baseDn: string
  readonly attributes: Attributes
  /** Group entries only: the DNs of all members, ranges joined. Never part of `attributes`. */
  readonly memberDns?: readonly string[]
  /**
   * What the directory changes with every change of the entry, with the server that says so; only for who asks for it
   * (`ReadRequest.marks`), and only where the directory has such a thing. Equal marks mean an unchanged entry; different
   * ones say nothing.
   */
  readonly mark?: string
}

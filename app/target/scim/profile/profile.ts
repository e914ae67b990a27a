import type { ValueAttribute } from '../../../model/resource.ts'
import type { Collection } from './collection.ts'
import type { Layout } from './layout.ts'

/** Which interface a store has for contacts: a resource type like others, or the one for an organization's contacts. */
export type ContactFeatures =
  | { readonly kind: 'scim'; readonly collection: Collection }
  | { readonly kind: 'organization' }

/** What a store can do, beyond the place of each attribute. */
export interface StoreFeatures {
  /** Attributes that the store has a place for. */
  readonly attributes: ReadonlySet<ValueAttribute>
  readonly groups: 'none' | 'flat' | 'nested'
  readonly contacts: ContactFeatures | null
  /** Whether users have a place for pictures. */
  readonly photos: 'kept' | 'not-kept'
  /** Whether groups keep the domain of their connector; users do when `attributes` has connectorDomain. */
  readonly groupMarks: 'kept' | 'not-kept'
  /** Limits of one Bulk request, `maxPayloadSize` in bytes; null without bulk. */
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number } | null
  /** Resources carry `meta.version`, and the store minds If-Match. */
  readonly versions: 'etag' | 'none'
  readonly paging: 'index' | 'cursor'
  /** The most that the store says it will put on one page; null when it does not say. */
  readonly maxPageSize: number | null
  /** Discovery end points that the store does not have. */
  readonly missing: readonly string[]
}

/** All that is special to one kind of store; nothing outside asks which profile it has. */
export interface Profile extends Layout {
  readonly name: 'generic' | 'webex'
  /** A role whose value, type or display matches makes a user an administrator (DC-55). */
  readonly administratorRoles: readonly RegExp[]
  /** Filter attributes by which a user is looked up, in this order. */
  readonly lookUps: readonly string[]
  readonly features: 'discovered' | StoreFeatures
  /** The name of the list of operations in a Bulk request. */
  readonly bulkKey: 'Operations' | 'operations'
  /** Whether memberships come inside the group or from an end point of their own. */
  readonly memberReading: { readonly kind: 'inline' } | { readonly kind: 'paged'; readonly pageSize: number }
  /** How pictures are sent when the settings do not say. */
  readonly pictures: 'bytes' | 'links'
  readonly memberTypes: { readonly user: string; readonly group: string }
  /** The address of the SCIM service, without a slash at its end, made from the address in the settings. */
  serviceUrl(url: URL): URL
}

import type { Schema } from './attribute.ts'

export type ResourceKind = 'User' | 'Group' | 'Contact'

/** A kind of resource with its schemas (RFC 7643 section 6). */
export interface ResourceType {
  readonly name: ResourceKind
  readonly endpoint: '/Users' | '/Groups' | '/Contacts'
  readonly description: string
  readonly core: Schema
  readonly extensions: readonly Schema[]
  /** The attribute by which people know the resource; looked up without case. */
  readonly nameAttribute: 'userName' | 'displayName'
}

import type { Filter } from 'scim2-parse-filter'
import type { JsonObject } from '../json.ts'
import type { ResourceKind, ResourceType } from '../schema/resourceType.ts'

export type BulkMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What becomes of pictures that come as data URIs: `bytes` keeps them, `links` refuses them, `ignored` accepts and
 * does not keep them. Links are always kept.
 */
export type PictureTaking = 'bytes' | 'links' | 'ignored'

/** Everything in which one kind of store differs from another, as values and small functions. */
export interface StoreProfile {
  readonly name: 'generic' | 'webex'
  /** The SCIM base as a path: `/scim/v2`. */
  readonly basePath: (orgId: string) => string
  /** The kinds of resources that it has. */
  readonly types: Readonly<Partial<Record<ResourceKind, ResourceType>>>
  /** Whether the interface for an organization's contacts, which is not SCIM, is there. */
  readonly organizationContacts: 'served' | 'absent'
  readonly pictures: PictureTaking
  /** Whether ServiceProviderConfig, Schemas, ResourceTypes and `.search` are there. */
  readonly extras: 'served' | 'absent'
  readonly etag: 'served' | 'absent'
  readonly cursorPaging: 'served' | 'absent'
  /** Resources per page. */
  readonly page: { readonly default: number; readonly maximum: number }
  /** `inline`: members are part of the group; `paged`: only GET /Groups/{id}/Members shows them. */
  readonly members: 'inline' | 'paged'
  readonly memberKinds: readonly ResourceKind[]
  /** Canonical paths that can be sorted by. */
  readonly sortPaths: 'any' | readonly string[]
  readonly bulk: {
    readonly maximumOperations: number
    readonly methods: readonly BulkMethod[]
    /** The keys under which a request may carry its operations. */
    readonly requestKeys: readonly string[]
  }
  /** Throws ScimError 400 invalidFilter for a filter that this store cannot answer. */
  readonly checkFilter: (type: ResourceType, filter: Filter) => void
  /** Throws ScimError 400 invalidValue for a resource that breaks a rule of the store beyond the schema. */
  readonly checkResource: (type: ResourceType, resource: JsonObject) => void
}

import type { ScimClient } from './http/scimClient.ts'
import type { Profile, StoreFeatures } from './profile/profile.ts'

/** What the session found out about the store by trying. */
export interface Experience {
  /** Filter attributes that were answered with 400. */
  readonly refusedFilters: Set<string>
  /** How members are removed: by value path until the store refuses it. */
  memberRemoval: 'value-path' | 'value-array'
  /** Bulk answers without bodies cost a read back for each operation: then single requests are cheaper. */
  bulk: 'worth-it' | 'not-worth-it'
}

/** One store in one session: everything that reading and writing need. */
export interface Store {
  readonly client: ScimClient
  readonly profile: Profile
  readonly features: StoreFeatures
  /** Resources to ask for on one page. */
  readonly pageSize: number
  /** Requests that may be under way at once. */
  readonly concurrency: number
  readonly experience: Experience
}

export function newExperience(): Experience {
  return { refusedFilters: new Set(), memberRemoval: 'value-path', bulk: 'worth-it' }
}

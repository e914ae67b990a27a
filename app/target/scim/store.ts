import type { ScimClient } from './http/scimClient.ts'
import type { Collection } from './profile/collection.ts'
import type { PictureForm } from './profile/photo.ts'
import type { Profile, StoreFeatures } from './profile/profile.ts'
import { coreUserSchema } from './schemaUrns.ts'

/** What the session found out about the store by trying. */
export interface Experience {
  /** Filter attributes that were answered with 400. */
  readonly refusedFilters: Set<string>
  /** How members are removed: by value path until the store refuses it. */
  memberRemoval: 'value-path' | 'value-array'
  /** Bulk answers without bodies cost a read back for each operation: then single requests are cheaper. */
  bulk: 'worth-it' | 'not-worth-it'
  /** The same for the bulk requests of an organization's contacts. */
  contactBulk: 'worth-it' | 'not-worth-it'
  /** Whether the bytes of pictures can be left out of what is read. */
  photoValues: 'untried' | 'excluded' | 'always-shown'
  /** Contacts that this session created: no other lost create may take one of them for its own. */
  readonly createdContacts: Set<string>
}

/** One store in one session: everything that reading and writing need. */
export interface Store {
  readonly client: ScimClient
  readonly profile: Profile
  readonly features: StoreFeatures
  readonly pictures: PictureForm
  /** Resources to ask for on one page. */
  readonly pageSize: number
  /** Requests that may be under way at once. */
  readonly concurrency: number
  readonly experience: Experience
}

export function newExperience(): Experience {
  return {
    refusedFilters: new Set(),
    memberRemoval: 'value-path',
    bulk: 'worth-it',
    contactBulk: 'worth-it',
    photoValues: 'untried',
    createdContacts: new Set(),
  }
}

/** The users of a store, as a kind of resource. */
export function usersOf({ profile, features }: Store): Collection {
  return {
    path: '/Users',
    schema: coreUserSchema,
    layout: profile,
    attributes: features.attributes,
    shownBy: 'userName',
    names: 'unique',
  }
}

import type { ResourceKind, ResourceType } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'
import type { StoreProfile } from './profile.ts'

/** Throws ScimError 404 for a kind that the store does not have. */
export function typeOf(profile: StoreProfile, kind: ResourceKind): ResourceType {
  const type = profile.types[kind]
  if (type === undefined) throw new ScimError(404, `This store has no resources of the kind ${kind}.`)
  return type
}

import type { Organization } from '../model/organization.ts'
import type { DesiredUser } from '../model/resource.ts'

/** In a store that several domains share, and that keeps it, the domain is one of the values of a user (DC-32). */
export function withMark(user: DesiredUser, organization: Organization): DesiredUser {
  if (organization.kind === 'alone' || !organization.marks.includes('user')) return user
  return { ...user, values: { ...user.values, connectorDomain: organization.domain } }
}

import { connectorContact } from '../schema/connectorContact.ts'
import { connectorGroup } from '../schema/connectorGroup.ts'
import { connectorUser } from '../schema/connectorUser.ts'
import { coreGroup } from '../schema/coreGroup.ts'
import { coreUser } from '../schema/coreUser.ts'
import { enterpriseUser } from '../schema/enterpriseUser.ts'
import type { StoreProfile } from './profile.ts'

/** A store with all of RFC 7643, RFC 7644 and RFC 9865 that says so in its ServiceProviderConfig. */
export const generic: StoreProfile = {
  name: 'generic',
  basePath: () => '/scim/v2',
  types: {
    User: {
      name: 'User',
      endpoint: '/Users',
      description: 'User account',
      core: coreUser,
      extensions: [enterpriseUser, connectorUser],
      nameAttribute: 'userName',
    },
    Group: {
      name: 'Group',
      endpoint: '/Groups',
      description: 'Group',
      core: coreGroup,
      extensions: [connectorGroup],
      nameAttribute: 'displayName',
    },
    Contact: {
      name: 'Contact',
      endpoint: '/Contacts',
      description: 'Contact',
      core: connectorContact,
      extensions: [],
      nameAttribute: 'displayName',
    },
  },
  organizationContacts: 'absent',
  pictures: 'bytes',
  extras: 'served',
  etag: 'served',
  cursorPaging: 'served',
  page: { default: 100, maximum: 1000 },
  members: 'inline',
  memberKinds: ['User', 'Group'],
  sortPaths: 'any',
  bulk: { maximumOperations: 1000, methods: ['POST', 'PUT', 'PATCH', 'DELETE'], requestKeys: ['Operations'] },
  checkFilter: () => {},
  checkResource: () => {},
}

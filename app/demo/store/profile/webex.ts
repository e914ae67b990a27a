import type { Filter } from 'scim2-parse-filter'
import { filterPaths } from '../filter/filterPaths.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { resolvePath } from '../schema/attributePath.ts'
import { coreGroup } from '../schema/coreGroup.ts'
import { coreUser } from '../schema/coreUser.ts'
import { enterpriseUser } from '../schema/enterpriseUser.ts'
import type { ResourceType } from '../schema/resourceType.ts'
import { webexUser } from '../schema/webexUser.ts'
import { ScimError } from '../scimError.ts'
import type { StoreProfile } from './profile.ts'

const userTypes = ['user', 'room', 'external_calling', 'calling_service']
const textOperators = ['eq', 'sw', 'ew']

const filters: Partial<Record<ResourceType['name'], Readonly<Record<string, readonly string[]>>>> = {
  User: {
    id: ['eq'],
    userName: textOperators,
    displayName: textOperators,
    nickName: textOperators,
    'name.familyName': textOperators,
    'emails.value': textOperators,
    'phoneNumbers.value': textOperators,
    [`${enterpriseUser.id}:employeeNumber`]: textOperators,
    [`${enterpriseUser.id}:costCenter`]: textOperators,
    [`${enterpriseUser.id}:organization`]: textOperators,
    [`${enterpriseUser.id}:division`]: textOperators,
    [`${enterpriseUser.id}:department`]: textOperators,
    [`${enterpriseUser.id}:manager.value`]: ['eq'],
  },
  Group: { id: ['eq'], displayName: textOperators },
}

function checkFilter(type: ResourceType, filter: Filter): void {
  for (const { attrPath, op } of filterPaths(filter)) {
    const canonical = resolvePath(type, attrPath)?.canonical ?? attrPath
    if (filters[type.name]?.[canonical]?.includes(op) !== true) {
      throw new ScimError(400, `Filtering ${type.endpoint} by "${attrPath} ${op}" is not supported.`, 'invalidFilter')
    }
  }
}

function checkUser(user: JsonObject): void {
  if (typeof user.userType !== 'string' || !userTypes.includes(user.userType)) {
    throw new ScimError(400, `userType must be one of ${userTypes.join(', ')}.`, 'invalidValue')
  }
  const emails = Array.isArray(user.emails) ? user.emails.filter(isJsonObject) : []
  const primary = emails.find((email) => email.primary === true)
  const same = String(primary?.value).toLowerCase() === String(user.userName).toLowerCase()
  if (primary?.type !== 'work' || !same) {
    throw new ScimError(400, 'The primary e-mail must be of type work and equal to userName.', 'invalidValue')
  }
}

/** The Webex identity store as far as its published description goes; nothing of it is discoverable. */
export const webex: StoreProfile = {
  name: 'webex',
  basePath: (orgId) => `/identity/scim/${orgId}/v2`,
  types: {
    User: {
      name: 'User',
      endpoint: '/Users',
      description: 'User account',
      core: coreUser,
      extensions: [enterpriseUser, webexUser],
      nameAttribute: 'userName',
    },
    Group: {
      name: 'Group',
      endpoint: '/Groups',
      description: 'Group',
      core: coreGroup,
      extensions: [],
      nameAttribute: 'displayName',
    },
  },
  organizationContacts: 'served',
  pictures: 'links',
  extras: 'absent',
  etag: 'absent',
  cursorPaging: 'absent',
  page: { default: 100, maximum: 100 },
  members: 'paged',
  memberKinds: ['User'],
  sortPaths: ['userName', 'id', 'meta.lastModified'],
  bulk: {
    maximumOperations: 100,
    methods: ['POST', 'PATCH', 'DELETE'],
    requestKeys: ['operations', 'Operations'],
  },
  checkFilter,
  checkResource: (type, resource) => {
    if (type.name === 'User') checkUser(resource)
  },
}

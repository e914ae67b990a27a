import { connectorUserSchema } from '../schemaUrns.ts'
import { commonPlaces } from './commonPlaces.ts'
import { item, single } from './place.ts'
import type { Profile } from './profile.ts'
import { languageWithHyphen } from './spelling.ts'
import { withoutTrailingSlash } from './withoutTrailingSlash.ts'

/** Any store that keeps to RFC 7643 and RFC 7644; what it can do is discovered. */
export const generic: Profile = {
  name: 'generic',
  places: new Map([
    ...commonPlaces(languageWithHyphen),
    ['room', { kind: 'user-type', holds: 'room' }],
    ['employeeType', { kind: 'user-type', holds: 'others' }],
    ['buildingName', single(connectorUserSchema, 'buildingName')],
    ['physicalDeliveryOfficeName', single(connectorUserSchema, 'physicalDeliveryOfficeName')],
    ['sipAddresses;type=enterprise', item(connectorUserSchema, 'sipAddresses', 'enterprise')],
    ['connectorDomain', single(connectorUserSchema, 'connectorDomain')],
  ]),
  userType: null,
  primaryEmailPath: 'emails[type eq "work" and primary eq true]',
  administratorRoles: [/admin/i],
  lookUps: ['userName', 'emails.value'],
  features: 'discovered',
  bulkKey: 'Operations',
  memberReading: { kind: 'inline' },
  pictures: 'bytes',
  memberTypes: { user: 'User', group: 'Group' },
  serviceUrl: withoutTrailingSlash,
}

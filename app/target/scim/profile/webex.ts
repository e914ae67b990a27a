import { webexUserSchema } from '../schemaUrns.ts'
import { commonPlaces } from './commonPlaces.ts'
import { item, type TextsPlace } from './place.ts'
import type { Profile } from './profile.ts'
import { languageWithUnderscore } from './spelling.ts'
import { webexServiceUrl } from './webexServiceUrl.ts'

const extensionAttribute = (number: number): TextsPlace => ({
  kind: 'texts',
  schema: webexUserSchema,
  name: `extensionAttribute${number}`,
})

const places: Profile['places'] = new Map([
  ...commonPlaces(languageWithUnderscore),
  ['room', { kind: 'user-type', holds: 'room' }],
  ['employeeType', extensionAttribute(1)],
  ['buildingName', extensionAttribute(2)],
  ['physicalDeliveryOfficeName', extensionAttribute(3)],
  ['sipAddresses;type=enterprise', item(webexUserSchema, 'sipAddresses', 'enterprise')],
])

/** The Webex identity store, which has no discovery: all that is known of it stands here. */
export const webex: Profile = {
  name: 'webex',
  places,
  userType: 'user',
  primaryEmailPath: 'emails[type eq "work" and primary eq true]',
  administratorRoles: [/admin/i],
  lookUps: ['userName', 'emails.value'],
  features: {
    attributes: new Set(places.keys()),
    groups: 'flat',
    contacts: { kind: 'organization' },
    photos: 'kept',
    groupMarks: 'not-kept',
    bulk: { maxOperations: 100, maxPayloadSize: 1_048_576 },
    versions: 'none',
    paging: 'index',
    maxPageSize: null,
    missing: [],
  },
  bulkKey: 'operations',
  memberReading: { kind: 'paged', pageSize: 500 },
  pictures: 'links',
  memberTypes: { user: 'user', group: 'group' },
  serviceUrl: webexServiceUrl,
}

import type { ValueAttribute } from '../../../model/resource.ts'
import { item, type Place, single } from './place.ts'
import { country } from './spelling.ts'

/** Where the attributes of a contact lie in a SCIM resource type: where users have them. */
export const contactPlaces: ReadonlyMap<ValueAttribute, Place> = new Map<ValueAttribute, Place>([
  ['uid', { kind: 'main-email' }],
  ['displayName', single(null, 'displayName')],
  ['givenName', single(null, 'name', 'givenName')],
  ['sn', single(null, 'name', 'familyName')],
  ['emails;type-work', { kind: 'further-email' }],
  ['title', single(null, 'title')],
  ['telephoneNumber', item(null, 'phoneNumbers', 'work')],
  ['mobile', item(null, 'phoneNumbers', 'mobile')],
  ['facsimileTelephoneNumber', item(null, 'phoneNumbers', 'fax')],
  ['o', single(null, 'organization')],
  ['street', item(null, 'addresses', 'work', 'streetAddress')],
  ['l', item(null, 'addresses', 'work', 'locality')],
  ['st', item(null, 'addresses', 'work', 'region')],
  ['postalCode', item(null, 'addresses', 'work', 'postalCode')],
  ['c', { ...item(null, 'addresses', 'work', 'country'), spelling: country }],
  ['sipAddresses;type=enterprise', item(null, 'sipAddresses', 'enterprise')],
  ['externalId', single(null, 'externalId')],
])

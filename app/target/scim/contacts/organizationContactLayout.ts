import type { ValueAttribute } from '../../../model/resource.ts'
import type { Layout } from '../profile/layout.ts'
import { item, type Place, single } from '../profile/place.ts'
import { country } from '../profile/spelling.ts'

const places: ReadonlyMap<ValueAttribute, Place> = new Map<ValueAttribute, Place>([
  ['uid', { kind: 'main-email' }],
  ['displayName', single(null, 'displayName')],
  ['givenName', single(null, 'firstName')],
  ['sn', single(null, 'lastName')],
  ['emails;type-work', { kind: 'further-email' }],
  ['title', single(null, 'title')],
  ['telephoneNumber', item(null, 'phoneNumbers', 'work')],
  ['mobile', item(null, 'phoneNumbers', 'mobile')],
  ['facsimileTelephoneNumber', item(null, 'phoneNumbers', 'fax')],
  ['o', single(null, 'companyName')],
  ['street', single(null, 'addressInfo', 'street')],
  ['l', single(null, 'addressInfo', 'city')],
  ['st', single(null, 'addressInfo', 'state')],
  ['postalCode', single(null, 'addressInfo', 'zipCode')],
  ['c', { ...single(null, 'addressInfo', 'country'), spelling: country }],
  ['sipAddresses;type=enterprise', item(null, 'sipAddresses', 'enterprise')],
])

/** A contact of a Webex organization, which is plain JSON and not SCIM. */
export const organizationContactLayout: Layout = { places, primaryEmailPath: '', userType: null }

/** What every body of that interface names; one text, not a list. */
export const organizationContactSchema = 'urn:cisco:codev:identity:contact:core:1.0'

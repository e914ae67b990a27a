import { attribute, type Schema, valueList } from './attribute.ts'
import { emailAddresses } from './emailAddresses.ts'
import { phoneNumbers } from './phoneNumbers.ts'
import { postalAddresses } from './postalAddresses.ts'

/** RFC 7643 section 4.1. */
export const coreUser: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'User account',
  attributes: [
    attribute('string', 'userName', 'Name that identifies the user, unique without regard to case.', {
      required: true,
      uniqueness: 'server',
    }),
    attribute('complex', 'name', "The parts of the user's name.", {
      subAttributes: [
        attribute('string', 'formatted', 'The whole name, for display.'),
        attribute('string', 'familyName', 'Last name.'),
        attribute('string', 'givenName', 'First name.'),
        attribute('string', 'middleName', 'Middle names.'),
        attribute('string', 'honorificPrefix', 'Title before the name.'),
        attribute('string', 'honorificSuffix', 'Title after the name.'),
      ],
    }),
    attribute('string', 'displayName', 'Name to show.'),
    attribute('string', 'nickName', 'Casual name.'),
    attribute('reference', 'profileUrl', "Address of the user's page.", { referenceTypes: ['external'] }),
    attribute('string', 'title', 'Job title.'),
    attribute('string', 'userType', 'Relation to the organization, or the kind of account.'),
    attribute('string', 'preferredLanguage', 'Preferred language.'),
    attribute('string', 'locale', 'Locale for dates, numbers and currency.'),
    attribute('string', 'timezone', 'Time zone as an IANA name.'),
    attribute('boolean', 'active', 'Whether the account can be used.'),
    attribute('string', 'password', 'Accepted and not kept: the store has no sign-in for users.', {
      caseExact: true,
      mutability: 'writeOnly',
      returned: 'never',
    }),
    emailAddresses,
    phoneNumbers,
    valueList('ims', 'Instant messaging addresses.', ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo']),
    valueList('photos', 'Pictures, as links or data URIs.', ['photo', 'thumbnail'], 'reference'),
    postalAddresses,
    attribute('complex', 'groups', 'The groups that the user is a direct member of.', {
      multiValued: true,
      mutability: 'readOnly',
      subAttributes: [
        attribute('string', 'value', 'Id of the group.', { caseExact: true, mutability: 'readOnly' }),
        attribute('reference', '$ref', 'Address of the group.', { mutability: 'readOnly', referenceTypes: ['Group'] }),
        attribute('string', 'display', 'Name of the group.', { mutability: 'readOnly' }),
        attribute('string', 'type', 'Always direct.', { mutability: 'readOnly', canonicalValues: ['direct'] }),
      ],
    }),
    valueList('entitlements', 'Entitlements.', []),
    valueList('roles', 'Roles.', []),
    valueList('x509Certificates', 'Certificates, DER in base64.', [], 'binary'),
  ],
}

import { attribute, type Schema, valueList } from './attribute.ts'
import { emailAddresses } from './emailAddresses.ts'
import { phoneNumbers } from './phoneNumbers.ts'
import { postalAddresses } from './postalAddresses.ts'

/** The product's own kind of resource: somebody who can be called or written to and has no account (DC-34). */
export const connectorContact: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:Contact',
  name: 'DirectoryConnectorContact',
  description: 'Somebody outside who can be called or written to',
  attributes: [
    attribute('string', 'displayName', 'Name to show.'),
    attribute('complex', 'name', "The parts of the contact's name.", {
      subAttributes: [
        attribute('string', 'formatted', 'The whole name, for display.'),
        attribute('string', 'familyName', 'Last name.'),
        attribute('string', 'givenName', 'First name.'),
      ],
    }),
    attribute('string', 'title', 'Job title.'),
    attribute('string', 'organization', 'Company.'),
    emailAddresses,
    phoneNumbers,
    postalAddresses,
    valueList('sipAddresses', 'SIP addresses.', ['enterprise']),
  ],
}

import { attribute, type Schema, valueList } from './attribute.ts'

/** The product's own extension: attributes of DC-20 that no standard schema has a place for. */
export const connectorUser: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:User',
  name: 'DirectoryConnectorUser',
  description: 'What a directory knows of a user beyond the standard schemas',
  attributes: [
    valueList('sipAddresses', 'SIP addresses.', ['enterprise']),
    attribute('string', 'buildingName', 'Building.'),
    attribute('string', 'physicalDeliveryOfficeName', 'Office or room.'),
    attribute('string', 'connectorDomain', 'Domain of the connector to which the user belongs.'),
  ],
}

import { attribute, type Schema } from './attribute.ts'

/** The product's own extension of groups. */
export const connectorGroup: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:Group',
  name: 'DirectoryConnectorGroup',
  description: 'What a directory connector notes of a group beyond the standard schemas',
  attributes: [attribute('string', 'connectorDomain', 'Domain of the connector to which the group belongs.')],
}

import { attribute, type Schema } from './attribute.ts'

/** RFC 7643 section 4.2; displayName is required, as its section 8.7.1 has it. */
export const coreGroup: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'Group',
  attributes: [
    attribute('string', 'displayName', 'Name of the group.', { required: true }),
    attribute('complex', 'members', 'The members of the group.', {
      multiValued: true,
      subAttributes: [
        attribute('string', 'value', 'Id of the member.', { caseExact: true, required: true, mutability: 'immutable' }),
        attribute('reference', '$ref', 'Address of the member.', {
          mutability: 'readOnly',
          referenceTypes: ['User', 'Group'],
        }),
        attribute('string', 'type', 'Kind of the member.', {
          mutability: 'immutable',
          canonicalValues: ['User', 'Group'],
        }),
        attribute('string', 'display', 'Name of the member.', { mutability: 'immutable' }),
      ],
    }),
  ],
}

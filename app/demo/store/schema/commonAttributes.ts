import { attribute } from './attribute.ts'

/** Attributes of every resource (RFC 7643 section 3.1); they belong to no schema and are not listed by /Schemas. */
export const commonAttributes = [
  attribute('reference', 'schemas', 'URNs of the schemas in use.', {
    multiValued: true,
    mutability: 'readOnly',
    returned: 'always',
  }),
  attribute('string', 'id', 'Identifier given by the store.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  attribute('string', 'externalId', 'Identifier given by the client.', { caseExact: true }),
  attribute('complex', 'meta', 'Facts about the resource.', {
    mutability: 'readOnly',
    subAttributes: [
      attribute('string', 'resourceType', 'User, Group or Contact.', { caseExact: true, mutability: 'readOnly' }),
      attribute('dateTime', 'created', 'When it was created.', { mutability: 'readOnly' }),
      attribute('dateTime', 'lastModified', 'When it last changed.', { mutability: 'readOnly' }),
      attribute('reference', 'location', 'Its address.', { mutability: 'readOnly' }),
      attribute('string', 'version', 'Its entity tag.', { caseExact: true, mutability: 'readOnly' }),
    ],
  }),
]

import { attribute, type Schema } from './attribute.ts'

/** RFC 7643 section 4.3. */
export const enterpriseUser: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  name: 'EnterpriseUser',
  description: 'Enterprise user',
  attributes: [
    attribute('string', 'employeeNumber', 'Number or code of the person.'),
    attribute('string', 'costCenter', 'Cost center.'),
    attribute('string', 'organization', 'Organization.'),
    attribute('string', 'division', 'Division.'),
    attribute('string', 'department', 'Department.'),
    attribute('complex', 'manager', "The user's manager.", {
      subAttributes: [
        attribute('string', 'value', "Id of the manager's resource.", { caseExact: true }),
        attribute('reference', '$ref', "Address of the manager's resource.", {
          mutability: 'readOnly',
          referenceTypes: ['User'],
        }),
        attribute('string', 'displayName', "The manager's name.", { mutability: 'readOnly' }),
      ],
    }),
  ],
}

import { attribute, type Schema, valueList } from './attribute.ts'

const extensionAttributes = Array.from({ length: 15 }, (_, index) =>
  attribute('string', `extensionAttribute${index + 1}`, 'Free values of the organization.', {
    multiValued: true,
    caseExact: true,
  }),
)

/** The extension of the Webex identity store. */
export const webexUser: Schema = {
  id: 'urn:scim:schemas:extension:cisco:webexidentity:2.0:User',
  name: 'WebexUser',
  description: 'Webex user',
  attributes: [
    attribute('string', 'accountStatus', 'State of the account.'),
    attribute('string', 'provisionSource', 'Where the account came from.', { mutability: 'readOnly' }),
    valueList('sipAddresses', 'SIP addresses.', ['enterprise', 'cloud-calling', 'personal-room']),
    ...extensionAttributes,
  ],
}

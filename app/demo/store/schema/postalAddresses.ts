import { attribute } from './attribute.ts'

/** `addresses` of RFC 7643 section 4.1.2. */
export const postalAddresses = attribute('complex', 'addresses', 'Postal addresses.', {
  multiValued: true,
  subAttributes: [
    attribute('string', 'formatted', 'The whole address, for display.'),
    attribute('string', 'streetAddress', 'Street and number.'),
    attribute('string', 'locality', 'City.'),
    attribute('string', 'region', 'State or region.'),
    attribute('string', 'postalCode', 'Postal code.'),
    attribute('string', 'country', 'Country, ISO 3166-1 alpha-2.'),
    attribute('string', 'type', 'What the address is used for.', { canonicalValues: ['work', 'home', 'other'] }),
    attribute('boolean', 'primary', 'True for the preferred address.'),
  ],
})

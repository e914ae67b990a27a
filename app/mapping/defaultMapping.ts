import { assertNever } from '../model/assertNever.ts'
import type { CloudAttribute } from '../model/cloudAttribute.ts'
import type { DirectorySettings } from '../settings/schema.ts'

export type DirectoryType = DirectorySettings['type']

/** The expression of each row; null where a row is off. */
export type MappingTable = Readonly<Record<CloudAttribute, string | null>>

/**
 * The rows that hold while the settings say nothing else (DC-20).
 *
 * AD LDS has no userAccountControl of its own; its users carry msDS-UserAccountDisabled. On other directories a locked
 * account is nsAccountLock (389 DS) or a pwdAccountLockedTime that stands for a permanent lock (OpenLDAP), the street is
 * `street`, and there is no SIP address.
 */
export function defaultMapping(directoryType: DirectoryType): MappingTable {
  switch (directoryType) {
    case 'ad-ds':
      return activeDirectory
    case 'ad-lds':
      return { ...activeDirectory, 'ds-pwp-account-disabled': 'msDS-UserAccountDisabled | userAccountControl' }
    case 'ldap':
      return {
        ...activeDirectory,
        'ds-pwp-account-disabled': 'nsAccountLock | pwdAccountLockedTime',
        street: 'street',
        'sipAddresses;type=enterprise': null,
      }
    default:
      return assertNever(directoryType)
  }
}

const activeDirectory: MappingTable = {
  uid: 'mail',
  displayName: 'displayName',
  givenName: 'givenName',
  sn: 'sn',
  'emails;type-work': null,
  title: 'title',
  telephoneNumber: 'telephoneNumber',
  mobile: 'mobile',
  facsimileTelephoneNumber: 'facsimileTelephoneNumber',
  departmentNumber: 'departmentNumber',
  employeeNumber: 'employeeNumber',
  employeeType: 'employeeType',
  manager: 'manager',
  o: 'o',
  ou: 'ou',
  buildingName: null,
  physicalDeliveryOfficeName: 'physicalDeliveryOfficeName',
  street: 'streetAddress',
  l: 'l',
  st: 'st',
  postalCode: 'postalCode',
  c: 'c',
  preferredLanguage: 'preferredLanguage',
  locale: null,
  timezone: null,
  jabberID: null,
  'sipAddresses;type=enterprise': 'msRTCSIP-PrimaryUserAddress | ipPhone',
  externalId: null,
  'ds-pwp-account-disabled': 'userAccountControl',
}

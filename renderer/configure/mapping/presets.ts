import type { CloudAttribute } from '../../../app/model/cloudAttribute.ts'

const recommended: Partial<Readonly<Record<CloudAttribute, readonly string[]>>> = {
  uid: ['mail', 'userPrincipalName', 'mail | userPrincipalName'],
  displayName: ['displayName', 'givenName + " " + sn', 'cn'],
  givenName: ['givenName'],
  sn: ['sn'],
  'emails;type-work': ['userPrincipalName', 'mail'],
  telephoneNumber: ['telephoneNumber', 'ipPhone'],
  departmentNumber: ['departmentNumber', 'department'],
  employeeNumber: ['employeeNumber', 'employeeID'],
  o: ['o', 'company'],
  ou: ['ou', 'department'],
  buildingName: ['physicalDeliveryOfficeName'],
  street: ['streetAddress', 'street'],
  c: ['c', 'co'],
  jabberID: ['mail', 'userPrincipalName'],
  'sipAddresses;type=enterprise': ['msRTCSIP-PrimaryUserAddress | ipPhone', 'msRTCSIP-PrimaryUserAddress', 'ipPhone'],
  externalId: ['objectGUID', 'employeeID'],
}

/** Expressions to choose from for an attribute: its default first, then what is often taken. */
export function presetsOf(attribute: CloudAttribute, defaultExpression: string | null): readonly string[] {
  const defaults = defaultExpression === null ? [] : [defaultExpression]
  return [...new Set([...defaults, ...(recommended[attribute] ?? [])])]
}

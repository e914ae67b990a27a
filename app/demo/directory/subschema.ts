import { dnKey } from '../../model/dn.ts'
import type { DirectoryTree } from './directoryTree.ts'
import { formatGeneralizedTime } from './formatGeneralizedTime.ts'
import { subschemaDn } from './rootDse.ts'
import { StoredEntry } from './storedEntry.ts'

const directoryString = '1.3.6.1.4.1.1466.115.121.1.15'
const distinguishedName = '1.3.6.1.4.1.1466.115.121.1.12'
const octetString = '1.3.6.1.4.1.1466.115.121.1.40'
const boolean = '1.3.6.1.4.1.1466.115.121.1.7'
const integer = '1.3.6.1.4.1.1466.115.121.1.27'
const largeInteger = '1.2.840.113556.1.4.906'
const generalizedTime = '1.3.6.1.4.1.1466.115.121.1.24'
const jpeg = '1.3.6.1.4.1.1466.115.121.1.28'

/** Object ids and names of attributes that every directory of the kind knows, whether or not an entry has them. */
const standardAttributes: readonly (readonly [oid: string, name: string, syntax?: string])[] = [
  ['2.5.4.0', 'objectClass', '1.3.6.1.4.1.1466.115.121.1.38'],
  ['2.5.4.3', 'cn'],
  ['2.5.4.4', 'sn'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'c'],
  ['2.5.4.7', 'l'],
  ['2.5.4.8', 'st'],
  ['2.5.4.10', 'o'],
  ['2.5.4.11', 'ou'],
  ['2.5.4.12', 'title'],
  ['2.5.4.13', 'description'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.16', 'postalAddress'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.18', 'postOfficeBox'],
  ['2.5.4.19', 'physicalDeliveryOfficeName'],
  ['2.5.4.20', 'telephoneNumber'],
  ['2.5.4.23', 'facsimileTelephoneNumber'],
  ['2.5.4.31', 'member', distinguishedName],
  ['2.5.4.34', 'seeAlso', distinguishedName],
  ['2.5.4.35', 'userPassword', octetString],
  ['2.5.4.42', 'givenName'],
  ['2.5.4.43', 'initials'],
  ['2.5.4.44', 'generationQualifier'],
  ['0.9.2342.19200300.100.1.1', 'uid'],
  ['0.9.2342.19200300.100.1.3', 'mail'],
  ['0.9.2342.19200300.100.1.6', 'roomNumber'],
  ['0.9.2342.19200300.100.1.7', 'photo', octetString],
  ['0.9.2342.19200300.100.1.10', 'manager', distinguishedName],
  ['0.9.2342.19200300.100.1.20', 'homePhone'],
  ['0.9.2342.19200300.100.1.21', 'secretary', distinguishedName],
  ['0.9.2342.19200300.100.1.25', 'dc'],
  ['0.9.2342.19200300.100.1.41', 'mobile'],
  ['0.9.2342.19200300.100.1.42', 'pager'],
  ['2.16.840.1.113730.3.1.2', 'departmentNumber'],
  ['2.16.840.1.113730.3.1.3', 'employeeNumber'],
  ['2.16.840.1.113730.3.1.4', 'employeeType'],
  ['2.16.840.1.113730.3.1.39', 'preferredLanguage'],
  ['2.16.840.1.113730.3.1.241', 'displayName'],
  ['1.2.840.113556.1.2.102', 'memberOf', distinguishedName],
]

const otherDirectoryAttributes: typeof standardAttributes = [
  ['0.9.2342.19200300.100.1.60', 'jpegPhoto', jpeg],
  ['1.3.6.1.1.16.4', 'entryUUID', '1.3.6.1.1.16.1'],
  ['2.5.18.1', 'createTimestamp', generalizedTime],
  ['2.5.18.2', 'modifyTimestamp', generalizedTime],
  ['2.5.4.9', 'street'],
]

/** Of extensionAttribute1 to extensionAttribute15: the last five came later. */
const extensionAttributeIds = [423, 424, 425, 426, 427, 428, 429, 430, 431, 432, 599, 600, 601, 602, 603]
/** Where object ids stand that nobody looks at. */
const madeUp = '1.3.6.1.4.1.32473'
/** Of resource mailboxes. */
const exchangeAttributes = [
  ['msExchRecipientTypeDetails', largeInteger],
  ['msExchResourceCapacity', integer],
  ['msExchResourceDisplay', directoryString],
  ['msExchResourceMetaData', directoryString],
  ['msExchResourceSearchProperties', directoryString],
] as const

const activeDirectoryAttributes: typeof standardAttributes = [
  ['1.2.840.113556.1.4.2', 'objectGUID', octetString],
  ['1.2.840.113556.1.4.146', 'objectSid', octetString],
  ['1.2.840.113556.1.4.8', 'userAccountControl', integer],
  ['1.2.840.113556.1.4.221', 'sAMAccountName'],
  ['1.2.840.113556.1.4.302', 'sAMAccountType', integer],
  ['1.2.840.113556.1.4.656', 'userPrincipalName'],
  ['1.2.840.113556.1.4.750', 'groupType', integer],
  ['1.2.840.113556.1.4.782', 'objectCategory', distinguishedName],
  ['1.2.840.113556.1.4.868', 'isCriticalSystemObject', boolean],
  ['1.2.840.113556.1.4.1', 'name'],
  ['2.5.4.49', 'distinguishedName', distinguishedName],
  ['1.2.840.113556.1.2.120', 'uSNChanged', integer],
  ['1.2.840.113556.1.2.19', 'uSNCreated', integer],
  ['1.2.840.113556.1.2.2', 'whenCreated', generalizedTime],
  ['1.2.840.113556.1.2.3', 'whenChanged', generalizedTime],
  ['1.2.840.113556.1.2.48', 'isDeleted', boolean],
  ['1.2.840.113556.1.4.781', 'lastKnownParent', distinguishedName],
  ['1.2.840.113556.1.2.115', 'invocationId', octetString],
  ['1.2.840.113556.1.2.256', 'streetAddress'],
  ['2.5.4.9', 'street'],
  ['1.2.840.113556.1.2.141', 'department'],
  ['1.2.840.113556.1.2.146', 'company'],
  ['1.2.840.113556.1.2.131', 'co'],
  ['1.2.840.113556.1.4.1786', 'ipPhone'],
  ['1.2.840.113556.1.2.210', 'proxyAddresses'],
  ['2.16.840.1.113730.3.1.35', 'thumbnailPhoto', octetString],
  ['0.9.2342.19200300.100.1.60', 'jpegPhoto', octetString],
  ['1.2.840.113556.1.2.436', 'directReports', distinguishedName],
  ['1.2.840.113556.1.4.619', 'dNSHostName'],
  ['1.2.840.113556.1.4.363', 'operatingSystem'],
  ['1.2.840.113556.1.2.352', 'targetAddress'],
  ['1.2.840.113556.1.6.24.1.1', 'msRTCSIP-PrimaryUserAddress'],
  ['1.2.840.113556.1.2.13', 'displayNamePrintable'],
  ...extensionAttributeIds.map((id, index) => [`1.2.840.113556.1.2.${id}`, `extensionAttribute${index + 1}`] as const),
  ...exchangeAttributes.map(([name, syntax], index) => [`${madeUp}.3.${index + 1}`, name, syntax] as const),
]

/** The entry with the attribute types and object classes of the directory (RFC 4512 4.2). */
export function subschema(tree: DirectoryTree, now: Date): StoredEntry {
  const known = [
    ...standardAttributes,
    ...(tree.kind === 'ad-ds' ? activeDirectoryAttributes : otherDirectoryAttributes),
  ]
  const names = new Set(known.map(([, name]) => name.toLowerCase()))
  const classes = new Set<string>()
  const types = known.map(([oid, name, syntax]) => `( ${oid} NAME '${name}' SYNTAX ${syntax ?? directoryString} )`)
  for (const entry of tree.entries()) {
    for (const [key, { name, values }] of entry.attributes) {
      if (names.has(key)) continue
      names.add(key)
      const syntax = values.every((value) => typeof value === 'string') ? directoryString : octetString
      types.push(`( ${madeUp}.1.${names.size} NAME '${name}' SYNTAX ${syntax} )`)
    }
    for (const name of entry.texts('objectClass')) classes.add(name)
  }
  const dn = subschemaDn(tree)
  const entry = new StoredEntry(dn, dnKey(dn))
  entry.set('objectClass', ['top', 'subSchema'])
  entry.set('cn', [tree.kind === 'ad-ds' ? 'Aggregate' : 'Subschema'])
  entry.set('attributeTypes', types)
  entry.set(
    'objectClasses',
    [...classes].map((name, index) => `( ${madeUp}.2.${index + 1} NAME '${name}' SUP top STRUCTURAL )`),
  )
  entry.set('modifyTimestamp', [formatGeneralizedTime(tree.kind, now)])
  return entry
}

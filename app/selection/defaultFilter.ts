import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import type { DirectorySettings, SelectionSettings } from '../settings/schema.ts'

type DirectoryType = DirectorySettings['type']
type GroupTypes = SelectionSettings['groups']['types']

/**
 * The LDAP filter that says what counts as a user, a group or a contact while the administrator adds nothing (DC-11).
 *
 * - AD DS users: inetOrgPerson is a class below user and included; computers and (group) managed service accounts are of
 *   the category computer or of their own, and contacts are no users. `objectClass=computer` is excluded by name too,
 *   because the category of an entry can be changed.
 * - AD DS groups: those with the security bit, those without it, or both, as `types` says; never the system's own (Domain
 *   Admins and the like).
 * - AD LDS has no computers of its own and no system groups marked as critical; asking there for an attribute that the
 *   schema lacks would make the whole filter undefined.
 * - Other directories: inetOrgPerson, or a person with a uid; groups that name their members by DN, which posixGroup
 *   does not. They know no types of groups, and a class contact only where somebody added it to their schema; who is a
 *   person with an account besides is a user, since an entry is only one of the two.
 */
export function defaultFilter(directoryType: DirectoryType, kind: EntryKind, types: GroupTypes): string {
  switch (kind) {
    case 'user':
      return defaultUsers[directoryType]
    case 'group':
      return groupFilter(directoryType, ofTypes(types))
    case 'contact':
      return defaultContacts[directoryType]
    default:
      return assertNever(kind)
  }
}

const defaultUsers: Readonly<Record<DirectoryType, string>> = {
  'ad-ds': '(&(objectCategory=person)(objectClass=user)(!(objectClass=computer)))',
  'ad-lds': '(&(objectClass=user)(!(objectClass=computer)))',
  ldap: '(|(objectClass=inetOrgPerson)(&(objectClass=person)(uid=*)))',
}

const defaultContacts: Readonly<Record<DirectoryType, string>> = {
  'ad-ds': '(&(objectCategory=person)(objectClass=contact))',
  'ad-lds': '(objectClass=contact)',
  ldap: `(&(objectClass=contact)(!${defaultUsers.ldap}))`,
}

function groupFilter(directoryType: DirectoryType, type: string): string {
  switch (directoryType) {
    case 'ad-ds':
      return `(&(objectCategory=group)${type}(!(isCriticalSystemObject=TRUE)))`
    case 'ad-lds':
      return type === '' ? '(objectClass=group)' : `(&(objectClass=group)${type})`
    case 'ldap':
      return '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames))'
    default:
      return assertNever(directoryType)
  }
}

/** Bit 31 of groupType, by the rule "all of these bits". */
const securityGroup = '(groupType:1.2.840.113556.1.4.803:=2147483648)'

function ofTypes(types: GroupTypes): string {
  if (!types.includes('distribution')) return securityGroup
  return types.includes('security') ? '' : `(!${securityGroup})`
}

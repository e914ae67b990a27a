import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import type { DirectorySettings } from '../settings/schema.ts'

type DirectoryType = DirectorySettings['type']

/**
 * The LDAP filter that says what counts as a user or a group while the administrator adds nothing (DC-11).
 *
 * - AD DS users: inetOrgPerson is a class below user and included; computers and (group) managed service accounts are of
 *   the category computer or of their own, and contacts are no users. `objectClass=computer` is excluded by name too,
 *   because the category of an entry can be changed.
 * - AD DS groups: those with the security bit, without the system's own (Domain Admins and the like).
 * - AD LDS has no computers of its own and no system groups marked as critical; asking there for an attribute that the
 *   schema lacks would make the whole filter undefined.
 * - Other directories: inetOrgPerson, or a person with a uid; groups that name their members by DN, which posixGroup
 *   does not.
 */
export function defaultFilter(directoryType: DirectoryType, kind: EntryKind): string {
  switch (directoryType) {
    case 'ad-ds':
      return kind === 'user'
        ? '(&(objectCategory=person)(objectClass=user)(!(objectClass=computer)))'
        : `(&(objectCategory=group)${securityGroup}(!(isCriticalSystemObject=TRUE)))`
    case 'ad-lds':
      return kind === 'user'
        ? '(&(objectClass=user)(!(objectClass=computer)))'
        : `(&(objectClass=group)${securityGroup})`
    case 'ldap':
      return kind === 'user'
        ? '(|(objectClass=inetOrgPerson)(&(objectClass=person)(uid=*)))'
        : '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames))'
    default:
      return assertNever(directoryType)
  }
}

/** Bit 31 of groupType, by the rule "all of these bits". */
const securityGroup = '(groupType:1.2.840.113556.1.4.803:=2147483648)'

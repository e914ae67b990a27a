import type { Finding } from '../model/finding.ts'
import type { DirectorySettings, SelectionSettings } from '../settings/schema.ts'
import { computedAttributes } from './computedAttributes.ts'

/** Warnings of choices that a directory of this type cannot follow, or not at once. */
export function idleSettings(
  { groups, contacts, rooms }: SelectionSettings,
  directoryType: DirectorySettings['type'],
): readonly Finding[] {
  const findings: Finding[] = []
  if (directoryType === 'ldap' && groups.types.includes('distribution')) findings.push(typesMeanNothing)
  if (directoryType === 'ldap' && contacts.enabled) findings.push(contactsAreRare)
  if (rooms.enabled)
    for (const { name } of rooms.attributes)
      if (computedAttributes.has(name.toLowerCase())) findings.push(seenLate(name))
  return findings
}

const typesMeanNothing: Finding = {
  level: 'warning',
  side: 'settings',
  subject: 'selection.groups.types',
  message: 'Only Active Directory tells security groups from distribution groups: here the choice changes nothing.',
  remedy: 'Remove selection.groups.types; choose groups by selection.groups.filter.',
}

const contactsAreRare: Finding = {
  level: 'warning',
  side: 'settings',
  subject: 'selection.contacts',
  message:
    'Contacts are entries of the class contact, which a directory of type ldap has only when it was added to its schema. Without it no contact is found.',
  remedy: 'Set selection.contacts.enabled to false, unless the schema of the directory has the class contact.',
}

function seenLate(name: string): Finding {
  return {
    level: 'warning',
    side: 'settings',
    subject: 'selection.rooms.attributes',
    message: `The directory computes ${name} from other entries: that somebody became a room by it alone is seen by full syncs only.`,
    remedy: 'Identify rooms by an attribute of their own entries, or schedule full syncs.',
  }
}

import type { Entry } from '../../app/model/entry.ts'

export const baseDn = 'DC=corp,DC=test'

/** What a test wants to say of a person; everything else is ordinary. */
export interface PersonOptions {
  readonly anchor?: string
  readonly mail?: string | null
  readonly ou?: string
  readonly title?: string
  readonly managerDn?: string
  readonly disabled?: 'disabled' | 'enabled'
}

/** The entry of a person of Active Directory, named `CN=NAME,OU=Staff,DC=corp,DC=test`. */
export function person(name: string, options: PersonOptions = {}): Entry {
  const { anchor = `anchor-${name}`, ou = 'OU=Staff', title, managerDn } = options
  const mail = options.mail === undefined ? `${name}@corp.test` : options.mail
  return {
    anchor,
    kind: 'user',
    dn: `CN=${name},${ou},${baseDn}`,
    baseDn,
    attributes: {
      displayname: [name],
      useraccountcontrol: [options.disabled === 'disabled' ? '514' : '512'],
      ...(mail !== null && { mail: [mail] }),
      ...(title !== undefined && { title: [title] }),
      ...(managerDn !== undefined && { manager: [managerDn] }),
    },
  }
}

/** The entry of a group, `CN=NAME,OU=Groups,DC=corp,DC=test`. */
export function group(name: string, memberDns: readonly string[], anchor = `anchor-${name}`): Entry {
  return {
    anchor,
    kind: 'group',
    dn: `CN=${name},OU=Groups,${baseDn}`,
    baseDn,
    attributes: { cn: [name] },
    memberDns,
  }
}

/** The entry of a contact, `CN=NAME,OU=Contacts,DC=corp,DC=test`. */
export function contact(name: string, mail: string | null = `${name}@partner.test`, anchor = `anchor-${name}`): Entry {
  return {
    anchor,
    kind: 'contact',
    dn: `CN=${name},OU=Contacts,${baseDn}`,
    baseDn,
    attributes: { displayname: [name], ...(mail !== null && { mail: [mail] }) },
  }
}

/** `count` people called `p0`, `p1`, … */
export function crowd(count: number, options: PersonOptions = {}): Entry[] {
  return Array.from({ length: count }, (_, index) => person(`p${index}`, options))
}

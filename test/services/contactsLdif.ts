/** How many contacts, below which DN. */
export interface ContactsOptions {
  readonly baseDn: string
  readonly contacts: number
}

/**
 * LDIF of contacts (class contact of Active Directory) in an OU of their own. The base entry itself is not part of it. Loads
 * with slapadd, given `contactClass`, with ldapadd and ldbadd.
 */
export function* contactsLdif({ baseDn, contacts }: ContactsOptions): Generator<string> {
  yield `dn: OU=Contacts,${baseDn}\nobjectClass: organizationalUnit\nou: Contacts\n\n`
  for (let n = 0; n < contacts; n += 1) {
    const mail = `contact${n}@partner.example`
    yield `dn: ${contactDn(baseDn, n)}\nobjectClass: contact\ncn: Contact ${n}\nsn: ${n}\nmail: ${mail}\n\n`
  }
}

/** DN of contact number `n`, from 0. */
export function contactDn(baseDn: string, n: number): string {
  return `CN=Contact ${n},OU=Contacts,${baseDn}`
}

/** The class contact for the schema of OpenLDAP, where it is not known. */
export const contactClass =
  "objectclass ( 1.2.840.113556.1.5.15 NAME 'contact' SUP organizationalPerson STRUCTURAL MAY ( mail $ givenName ) )"

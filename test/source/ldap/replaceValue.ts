import { type LdapmodifyOptions, ldapmodify } from '../../services/ldapmodify.ts'

/** Gives an attribute one value, whatever it had, with an independent client. */
export function replaceValue(options: LdapmodifyOptions) {
  return (dn: string, attribute: string, value: Buffer): Promise<void> => {
    const name = Buffer.from(dn).toString('base64')
    const ldif = `dn:: ${name}\nchangetype: modify\nreplace: ${attribute}\n${attribute}:: ${value.toString('base64')}\n`
    return ldapmodify(options, ldif)
  }
}

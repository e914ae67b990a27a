import { run } from '../services/run.ts'

/** Where and as whom an administrator of the directory changes it. */
export interface DirectoryAdmin {
  readonly url: string
  readonly bindDn: string
  readonly password: string
}

/** Changes entries with OpenLDAP's own client. `ldif` holds change records; see ldapmodify(1). */
export async function ldapmodify(admin: DirectoryAdmin, ldif: string): Promise<void> {
  await run('ldapmodify', access(admin), { input: [ldif], env: { LDAPTLS_REQCERT: 'never' } })
}

/** Deletes entries that have none below them. */
export async function ldapdelete(admin: DirectoryAdmin, dns: readonly string[]): Promise<void> {
  const input = dns.map((dn) => `${dn}\n`)
  await run('ldapdelete', access(admin), { input, env: { LDAPTLS_REQCERT: 'never' } })
}

/** The change record that sets one attribute; base64 keeps any spelling. */
export function replaceRecord(dn: string, attribute: string, value: string): string {
  return `${dnLine(dn)}changetype: modify\nreplace: ${attribute}\n${attribute}:: ${base64(value)}\n\n`
}

/** The change record that adds one value to an attribute. */
export function addRecord(dn: string, attribute: string, value: string): string {
  return `${dnLine(dn)}changetype: modify\nadd: ${attribute}\n${attribute}:: ${base64(value)}\n\n`
}

/** The change record that takes one value out of an attribute. */
export function removeRecord(dn: string, attribute: string, value: string): string {
  return `${dnLine(dn)}changetype: modify\ndelete: ${attribute}\n${attribute}:: ${base64(value)}\n\n`
}

/** The change record that gives an entry another relative name, such as `cn=Other`. */
export function renameRecord(dn: string, relativeName: string): string {
  return `${dnLine(dn)}changetype: modrdn\nnewrdn:: ${base64(relativeName)}\ndeleteoldrdn: 1\n\n`
}

/** The change record that moves an entry below another one. */
export function moveRecord(dn: string, newSuperior: string): string {
  const relativeName = dn.slice(0, dn.search(/(?<!\\),/))
  const target = `newrdn:: ${base64(relativeName)}\ndeleteoldrdn: 1\nnewsuperior:: ${base64(newSuperior)}\n\n`
  return `${dnLine(dn)}changetype: modrdn\n${target}`
}

function dnLine(dn: string): string {
  return `dn:: ${base64(dn)}\n`
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function access({ url, bindDn, password }: DirectoryAdmin): readonly string[] {
  return ['-x', '-H', url, '-D', bindDn, '-w', password]
}

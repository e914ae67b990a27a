import { ldapmodify } from '../../../services/ldapmodify.ts'
import { run } from '../../../services/run.ts'
import type { SambaAd } from '../../../services/sambaAd.ts'

/** Adds an ordinary account with the administrator's password; gives its DN. */
export async function addAccount(samba: SambaAd, name: string): Promise<string> {
  const { dn: bindDn, password } = samba.admin
  const dn = `CN=${name},CN=Users,${samba.baseDn}`
  const unicodePwd = Buffer.from(`"${password}"`, 'utf16le').toString('base64')
  await ldapmodify(
    { url: samba.tlsUrl, bindDn, password, verify: 'never' },
    `dn: ${dn}
changetype: add
objectClass: user
sAMAccountName: ${name}
unicodePwd:: ${unicodePwd}
userAccountControl: 512
`,
  )
  return dn
}

/** Adds an entry (SDDL, with `SID` for the account) to the access list of `dn`, which may be deleted. */
export async function grant(samba: SambaAd, accountDn: string, dn: string, entry: string): Promise<void> {
  const sid = await readValue(samba, accountDn, 'objectSid')
  const descriptor = await readValue(samba, dn, 'nTSecurityDescriptor')
  const changed = descriptor.replace(/D:([A-Z]*)/, `D:$1${entry.replace('SID', sid)}`)
  await run('ldbmodify', ['-H', samba.database, '--controls=show_deleted:1'], {
    input: [`dn: ${dn}\nchangetype: modify\nreplace: nTSecurityDescriptor\nnTSecurityDescriptor: ${changed}\n`],
  })
}

async function readValue(samba: SambaAd, dn: string, attribute: string): Promise<string> {
  const ldif = await run('ldbsearch', [
    ...['-H', samba.database, '--controls=show_deleted:1', '-s', 'base', '-b', dn],
    attribute,
  ])
  const value = new RegExp(`^${attribute}: (.*)$`, 'm').exec(ldif.replaceAll('\n ', ''))?.[1]
  if (value === undefined) throw new Error(`${dn} has no ${attribute}.`)
  return value
}

import { run } from './run.ts'

export interface LdapmodifyOptions {
  readonly url: string
  /** Absent for an anonymous connection. */
  readonly bindDn?: string
  readonly password?: string
  /** `never` takes any certificate, for servers whose certificate lacks the name. */
  readonly verify?: 'demand' | 'never'
  /** Object identifiers of controls without a value, sent as critical. */
  readonly controls?: readonly string[]
}

/** Carries out LDIF change records with OpenLDAP's own client; throws with its words when one is refused. */
export async function ldapmodify(options: LdapmodifyOptions, ldif: string): Promise<void> {
  const { url, bindDn, password = '', verify = 'demand', controls = [] } = options
  const bind = bindDn === undefined ? [] : ['-D', bindDn, '-w', password]
  const extensions = controls.flatMap((oid) => ['-e', `!${oid}`])
  await run('ldapmodify', ['-x', '-H', url, ...bind, ...extensions], {
    input: [ldif],
    env: { LDAPTLS_REQCERT: verify },
  })
}

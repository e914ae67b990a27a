import type { LdapConnectionSettings } from '../../../app/source/ldap/connectionSettings.ts'

/** Connection settings for tests: anonymous, verified, unless told otherwise. */
export function connectionTo(
  servers: readonly string[],
  changes: Partial<LdapConnectionSettings> = {},
): LdapConnectionSettings {
  return {
    type: 'ldap',
    servers: [...servers],
    startTls: false,
    tls: { verify: true },
    bind: { method: 'anonymous' },
    changeTracking: 'automatic',
    pageSize: 100,
    timeoutSeconds: 30,
    ...changes,
  }
}

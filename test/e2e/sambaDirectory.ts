import type { SettingsInput } from '../../app/settings/schema.ts'
import type { SambaAd } from '../services/sambaAd.ts'

/** The domain over LDAPS, as its administrator; the password is found in the environment. */
export function sambaDirectory({ tlsUrl, caFile, serverName, admin }: SambaAd): SettingsInput['directory'] {
  return {
    type: 'ad-ds',
    servers: [tlsUrl],
    tls: { caFile, serverName },
    bind: { method: 'simple', user: admin.userPrincipalName, password: { env: 'DIRECTORY_PASSWORD' } },
  }
}

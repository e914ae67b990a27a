import type { ScimConnectionSettings } from '../../../app/target/scim/connectionSettings.ts'

export const token = 'test-token'

/** Settings for a store on this machine, with the test's token. */
export function connectionSettings(
  url: string,
  overrides: Partial<ScimConnectionSettings> = {},
): ScimConnectionSettings {
  return {
    profile: 'generic',
    url,
    auth: { method: 'bearer', token },
    concurrency: 8,
    pageSize: 7,
    timeoutSeconds: 10,
    ...overrides,
  }
}

import type { Configuration } from '../configuration/configuration.ts'
import type { ApiClient } from './apiClient.ts'
import { answered } from './remoteAnswer.ts'

/** The settings of the data folder, saved by a running service, which takes them over. Throws as `remoteConnector`. */
export function remoteConfiguration(
  { configuration }: ApiClient,
  options: { readonly signal: AbortSignal },
): Configuration {
  return {
    saved: () => answered(configuration.saved.query(undefined, options)),
    check: (draft) => answered(configuration.check.query({ draft }, options)),
    save: (draft, revision) => answered(configuration.save.mutate({ draft, revision }, options)),
    keepSecret: (purpose, value) => answered(configuration.keepSecret.mutate({ purpose, value }, options)),
  }
}

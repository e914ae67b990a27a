import type { DirectorySettings } from '../../settings/schema.ts'

/** How the connector shows who it is, with the secret at hand. */
export type BindCredentials =
  | { readonly method: 'simple'; readonly user: string; readonly password: string }
  | { readonly method: 'external' }
  | { readonly method: 'anonymous' }

/**
 * The directory settings as the source needs them: the password is text already, and the files under `tls` are
 * absolute paths (relative ones are taken from the working folder). The files are read at the first connection.
 */
export interface LdapConnectionSettings extends Readonly<Omit<DirectorySettings, 'bind'>> {
  readonly bind: BindCredentials
}

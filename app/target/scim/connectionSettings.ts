import type { StoreSettings } from '../../settings/schema.ts'

/** How to sign in, with secrets already resolved to text. */
export type ScimAuth =
  | { readonly method: 'bearer'; readonly token: string }
  | {
      readonly method: 'clientCredentials'
      readonly tokenUrl: string
      readonly clientId: string
      readonly clientSecret: string
      readonly scope?: string | undefined
    }

/** The store's settings with everything loaded: secrets as text, the CA file as PEM text. */
export interface ScimConnectionSettings extends Omit<StoreSettings, 'auth' | 'caFile'> {
  readonly auth: ScimAuth
  /** PEM text of certificate authorities to trust besides the system store. */
  readonly ca?: string | undefined
}

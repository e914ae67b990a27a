import type { DirectoryProfile } from './facts/directoryProfile.ts'
import type { LdapConnection } from './protocol/ldapConnection.ts'

/** A server that is asked over one connection. */
export interface AskedServer {
  readonly connection: LdapConnection
  readonly profile: DirectoryProfile
  /** `dc1.corp.example.com:636` */
  readonly name: string
  /** Entries per page. */
  readonly pageSize: number
}

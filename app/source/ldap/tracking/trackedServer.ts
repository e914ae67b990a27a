import type { DirectoryProfile } from '../facts/directoryProfile.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'

/** The one server that a tracking holds from beginning to end. */
export interface TrackedServer {
  readonly connection: LdapConnection
  readonly profile: DirectoryProfile
  /** `dc1.corp.example.com:636` */
  readonly name: string
  /** Entries per page. */
  readonly pageSize: number
}

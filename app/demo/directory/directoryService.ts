import type { BindAccount } from './bindAccount.ts'
import type { DirectoryLimits } from './directoryLimits.ts'
import type { DirectoryTree } from './directoryTree.ts'

/** What all connections to one embedded directory share. */
export interface DirectoryService {
  readonly tree: DirectoryTree
  readonly accounts: readonly BindAccount[]
  readonly limits: DirectoryLimits
  readonly tls: 'offered' | 'none'
  readonly now: () => Date
  /** Search requests received; each page is one. */
  searches: number
}

/** Who a connection is: the DN of the account, none while anonymous. */
export interface Identity {
  readonly kind: 'anonymous' | 'account'
  readonly dn: string
}

export const anonymous: Identity = { kind: 'anonymous', dn: '' }

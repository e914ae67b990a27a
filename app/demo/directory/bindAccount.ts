import { dnKey, parseDn } from '../../model/dn.ts'
import type { DirectoryTree } from './directoryTree.ts'

/**
 * Who may bind. The DN need not be an entry; when it is one on AD DS, its userPrincipalName and
 * `DOMAIN\sAMAccountName` are accepted too.
 */
export interface BindAccount {
  readonly dn: string
  readonly password: string
}

/** The account that a simple bind names and whose password it knows; undefined when there is none. */
export function findAccount(
  accounts: readonly BindAccount[],
  tree: DirectoryTree,
  name: string,
  password: string,
): BindAccount | undefined {
  const account = accounts.find((it) => namesOf(it, tree).includes(nameKey(name)))
  return account?.password === password ? account : undefined
}

/** `CORP` for `DC=corp,DC=example`. */
export function netbiosDomain(tree: DirectoryTree): string {
  return (parseDn(tree.namingContexts[0]?.dn ?? '')[0]?.[0]?.value ?? '').toUpperCase()
}

function namesOf(account: BindAccount, tree: DirectoryTree): readonly string[] {
  const entry = tree.kind === 'ad-ds' ? tree.find(dnKey(account.dn)) : undefined
  if (entry === undefined) return [nameKey(account.dn)]
  const accountNames = entry.texts('sAMAccountName').map((it) => `${netbiosDomain(tree)}\\${it}`)
  return [account.dn, ...entry.texts('userPrincipalName'), ...accountNames].map(nameKey)
}

function nameKey(name: string): string {
  return name.includes('=') ? dnKey(name) : name.toLowerCase()
}

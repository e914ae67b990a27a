import { dnKey } from '../model/dn.ts'
import { uidKey } from '../model/uidKey.ts'
import type { PlanPolicy } from './policy.ts'

/** Whether somebody stands in a list of uids and DNs, compared as both are compared everywhere (DC-55). */
export function protectedBy(names: readonly string[]): PlanPolicy['isProtected'] {
  const uids = new Set(names.map(uidKey))
  const dns = new Set(names.map(dnKey))
  return ({ uid, dn }) => (uid !== null && uids.has(uidKey(uid))) || (dn !== null && dns.has(dnKey(dn)))
}

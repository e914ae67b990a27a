import { dnKey, isAtOrBelow } from '../../../model/dn.ts'
import type { Gap } from '../../../model/gap.ts'
import { isActiveDirectory, type Product } from '../facts/product.ts'

/** Partitions that Active Directory hangs below the domain's root; nobody in them is a person of the domain. */
const applicationPartition = /^(?:dc=forestdnszones|dc=domaindnszones|cn=configuration|cn=schema,cn=configuration),/
const mostNamed = 3

/**
 * The gap that references to other servers make, if any: these parts of the base were not read (DC-14). References to
 * partitions outside the base, and on Active Directory to its own application partitions, are no gap.
 */
export function referencesGap(references: readonly string[], baseDn: string, product: Product): Gap | undefined {
  const missed = references.filter((url) => !isHarmless(url, dnKey(baseDn), product))
  if (missed.length === 0) return undefined
  const named = missed.slice(0, mostNamed).join(', ')
  return {
    kind: 'referral-not-followed',
    baseDn,
    message: `${missed.length} parts of ${baseDn} are held by other servers and were not read: ${named}${missed.length > mostNamed ? ', …' : ''}.`,
    remedy: 'Choose bases that this domain holds itself; another domain needs a connector of its own.',
  }
}

function isHarmless(url: string, baseKey: string, product: Product): boolean {
  const dn = referencedDn(url)
  if (dn === undefined) return false
  const key = dnKey(dn)
  return !isAtOrBelow(key, baseKey) || (isActiveDirectory(product) && applicationPartition.test(key))
}

/** The DN in an LDAP URL (RFC 4516); undefined when there is none. */
function referencedDn(url: string): string | undefined {
  const dn = /^ldaps?:\/\/[^/]*\/([^?]+)/i.exec(url)?.[1]
  if (dn === undefined) return undefined
  try {
    return decodeURIComponent(dn)
  } catch {
    return dn
  }
}

import { parseDn } from '../../model/dn.ts'
import type { DirectoryKind } from './directoryTree.ts'
import type { StoredEntry } from './storedEntry.ts'

/** Sets the attributes that follow from an entry's DN: those of its RDN, on AD DS distinguishedName and name too. */
export function setNaming(kind: DirectoryKind, entry: StoredEntry): void {
  const [rdn = []] = parseDn(entry.dn)
  for (const { type, value } of rdn) {
    const others = entry.texts(type).slice(1)
    entry.set(type.toLowerCase(), kind === 'ad-ds' ? [value] : [value, ...others.filter((it) => it !== value)])
  }
  if (kind === 'ldap') return
  entry.set('distinguishedName', [entry.dn])
  entry.set(
    'name',
    rdn.slice(0, 1).map((it) => it.value),
  )
}

import { dnKey, parseDn } from '../../model/dn.ts'
import { setNaming } from './setNaming.ts'
import { type StoredAttribute, StoredEntry } from './storedEntry.ts'

/** What is left of a deleted entry of AD DS. */
export interface Tombstone {
  readonly entry: StoredEntry
  /** `dnKey` of the DN at which the entry was deleted. */
  readonly lastKey: string
  /** Attributes that come back when the entry is restored, for they follow from those that stayed. */
  readonly derived: readonly StoredAttribute[]
}

/** Attributes, in lower case, that stay on a tombstone (MS-ADTS 3.1.1.5.5.1.1), of those that the directory has. */
const kept: readonly string[] = [
  ...['objectclass', 'objectguid', 'objectsid', 'sidhistory', 'samaccountname', 'useraccountcontrol', 'grouptype'],
  ...['dnshostname', 'instancetype', 'systemflags', 'usncreated', 'usnchanged', 'whencreated', 'whenchanged'],
]
const derived: readonly string[] = ['objectcategory', 'samaccounttype']

/** The tombstone of an entry, below the container of deleted objects. The entry itself stays as it is. */
export function createTombstone(entry: StoredEntry, containerDn: string, parentDn: string): Tombstone {
  const [rdn] = parseDn(entry.dn)[0] ?? []
  const name = `${rdn?.type}=${escapeValue(rdn?.value ?? '')}\\0ADEL:${entry.text.objectguid?.[0]}`
  const dn = `${name},${containerDn}`
  const tombstone = new StoredEntry(dn, dnKey(dn))
  copyAttributes(entry, tombstone, kept)
  tombstone.set('isDeleted', ['TRUE'])
  tombstone.set('lastKnownParent', [parentDn])
  setNaming('ad-ds', tombstone)
  return { entry: tombstone, lastKey: entry.key, derived: derived.flatMap((key) => entry.attributes.get(key) ?? []) }
}

/** The entry that a tombstone becomes at a DN: of what was lost at the deletion nothing comes back. */
export function reviveTombstone(tombstone: Tombstone, dn: string): StoredEntry {
  const entry = new StoredEntry(dn, dnKey(dn))
  copyAttributes(tombstone.entry, entry, [...kept, 'lastknownparent'])
  for (const { name, values } of tombstone.derived) entry.set(name, values)
  setNaming('ad-ds', entry)
  return entry
}

function copyAttributes(from: StoredEntry, to: StoredEntry, keys: readonly string[]): void {
  for (const [key, { name, values }] of from.attributes) if (keys.includes(key)) to.set(name, values)
}

function escapeValue(value: string): string {
  return value.replace(/[\\",+;<>]|^[# ]| $/g, '\\$&').replaceAll('\n', '\\0A')
}

import { createHash } from 'node:crypto'
import { dnKey, isAtOrBelow, parentKey, parseDn } from '../../model/dn.ts'
import { formatGuid } from '../../selection/filter/formatGuid.ts'
import { areSameValues } from './areSameValues.ts'
import { storedValue } from './binaryValue.ts'
import { changedValues, type ValueChange } from './changedValues.ts'
import { ChangeStamps } from './changeStamps.ts'
import { DeletedEntries, type DeletedVisibility } from './deletedEntries.ts'
import type { DirectoryEntry, DirectoryValue } from './directoryEntry.ts'
import { EntryLinks } from './entryLinks.ts'
import { LdapFailure } from './ldapFailure.ts'
import { setNaming } from './setNaming.ts'
import { splitDn } from './splitDn.ts'
import { StoredEntry } from './storedEntry.ts'
import { createTombstone, reviveTombstone } from './tombstone.ts'

export type DirectoryKind = 'ad-ds' | 'ldap'
export type SearchScope = 'base' | 'one' | 'sub' | 'children'

/**
 * The entries of the embedded directory, by DN. Keeps what a directory keeps by itself: anchors, update sequence
 * numbers, times, and on AD DS the links between entries and the tombstones of deleted ones. Failures are LdapFailure
 * with the code of RFC 4511.
 */
export class DirectoryTree {
  readonly kind: DirectoryKind
  readonly #entries = new Map<string, StoredEntry>()
  readonly #children = new Map<string, Set<string>>()
  readonly #links: EntryLinks
  readonly #deleted = new DeletedEntries()
  readonly #stamps: ChangeStamps
  /** Undefined when entries have come or gone since it was asked for. */
  #topmost: readonly StoredEntry[] | undefined
  /** How many entries were added at a DN so far: each gets an anchor of its own. */
  readonly #tenants = new Map<string, number>()

  constructor(kind: DirectoryKind, now: () => Date) {
    this.kind = kind
    this.#links = new EntryLinks(kind, (key) => this.#entries.get(key))
    this.#stamps = new ChangeStamps(kind, now)
  }

  /** The number of the last change. */
  get highestUsn(): number {
    return this.#stamps.highestUsn
  }

  find(key: string, deleted: DeletedVisibility = 'hidden'): StoredEntry | undefined {
    return this.#entries.get(key) ?? (deleted === 'shown' ? this.#deleted.find(key) : undefined)
  }

  *entries(deleted: DeletedVisibility = 'hidden'): Generator<StoredEntry> {
    yield* this.#entries.values()
    if (deleted === 'shown') yield* this.#deleted.entries()
  }

  /** The topmost entries, in the order in which they came. */
  get namingContexts(): readonly StoredEntry[] {
    this.#topmost ??= [...this.#entries.values()].filter((entry) => !this.#entries.has(parentKey(entry.key)))
    return this.#topmost
  }

  /** The nearest entry at or above a DN that is not there. */
  nearest(key: string): StoredEntry | undefined {
    for (let above = key; above !== ''; above = parentKey(above)) {
      const entry = this.#entries.get(above)
      if (entry !== undefined) return entry
    }
    return undefined
  }

  /** The entries of a search, containers before what is in them, deleted ones last. */
  *inScope(base: StoredEntry, scope: SearchScope, deleted: DeletedVisibility = 'hidden'): Generator<StoredEntry> {
    if (scope === 'base' || scope === 'sub') yield base
    if (scope === 'base') return
    for (const key of this.#children.get(base.key) ?? []) {
      const child = this.#entries.get(key)
      if (child === undefined) continue
      if (scope === 'one') yield child
      else yield* this.inScope(child, 'sub')
    }
    if (deleted === 'shown') yield* this.#deleted.below(base.key, scope)
  }

  hasChildren(entry: StoredEntry): boolean {
    return (this.#children.get(entry.key)?.size ?? 0) > 0
  }

  /** Containers above the entry that are missing are made, up to the domain. */
  add(entry: DirectoryEntry): StoredEntry {
    const key = this.#freeKey(entry.dn)
    this.#addContainersAbove(entry.dn)
    const stored = new StoredEntry(entry.dn, key)
    for (const [name, values] of Object.entries(entry.attributes)) stored.set(name, storedValues(name, values))
    this.#place(stored)
    this.#complete(stored)
    this.#links.add(stored)
    if (this.kind === 'ad-ds' && !this.#entries.has(parentKey(key))) {
      this.#complete(this.#deleted.addContainer(stored))
    }
    return stored
  }

  /** On AD DS, a change to the values that are there already is none. */
  modify(dn: string, changes: readonly ValueChange[]): void {
    const entry = this.existing(dn)
    const after = new Map<string, ValueChange>()
    for (const change of changes) {
      const key = change.name.toLowerCase()
      const before = after.get(key)?.values ?? entry.values(key)
      const values = changedValues(this.kind, { ...change, values: storedValues(key, change.values) }, before)
      after.set(key, { operation: 'replace', name: change.name, values })
    }
    const changed = [...after.values()].filter(
      ({ name, values }) => areSameValues(name, entry.values(name), values) === 'no',
    )
    for (const { name, values } of changed) {
      const before = entry.texts(name)
      entry.set(name, values)
      this.#links.update(entry, name, before, entry.texts(name))
    }
    if (this.kind === 'ldap' || changed.length > 0) this.#stamps.changed(entry)
  }

  /**
   * On AD DS a tombstone is left. Links to the entry are gone afterwards, and the entries that held them do not count as
   * changed. Elsewhere nothing is left, and what named the entry goes on naming it.
   */
  delete(dn: string): void {
    const entry = this.existing(dn)
    if (this.hasChildren(entry) || this.#deleted.isNamingContext(entry.key)) {
      throw new LdapFailure('notAllowedOnNonLeaf', `${entry.dn} has entries below it.`)
    }
    const container = this.#deleted.containerFor(entry.key)
    this.#remove(entry)
    this.#links.drop(entry)
    if (container === undefined) return
    const parentDn = this.#entries.get(parentKey(entry.key))?.dn ?? splitDn(entry.dn).parentDn
    const tombstone = createTombstone(entry, container.dn, parentDn)
    this.#deleted.add(tombstone)
    this.#stamps.changed(tombstone.entry)
    this.#links.followToTombstone(entry.key, tombstone.entry.dn)
    this.#links.add(tombstone.entry)
  }

  /** Makes an entry of the newest tombstone that was left at a DN, with its old anchor and what a tombstone keeps. */
  restore(lastDn: string, newDn: string): void {
    const tombstone = this.#deleted.deletedAt(validKey(lastDn))
    if (tombstone === undefined) throw new LdapFailure('noSuchObject', `There is no tombstone of ${lastDn}.`)
    this.#freeKey(newDn)
    this.#addContainersAbove(newDn)
    const entry = reviveTombstone(tombstone, newDn)
    this.#deleted.remove(tombstone)
    this.#links.drop(tombstone.entry)
    this.#place(entry)
    this.#links.add(entry)
    this.#links.follow(new Map([[tombstone.entry.key, newDn]]))
    this.#stamps.changed(entry)
  }

  /** Renames or moves an entry with everything below it; only the entry itself counts as changed. */
  move(dn: string, newDn: string): void {
    const root = this.existing(dn)
    const newKey = validKey(newDn) === root.key ? root.key : this.#freeKey(newDn)
    if ((newKey !== root.key && isAtOrBelow(newKey, root.key)) || this.#deleted.isNamingContext(root.key)) {
      throw new LdapFailure('unwillingToPerform', `${root.dn} cannot be moved to ${newDn}.`)
    }
    const moved = [...this.inScope(root, 'sub')]
    const newDns = new Map<string, string>([[root.key, newDn]])
    for (const entry of moved.slice(1)) {
      const { rdn, parentDn } = splitDn(entry.dn)
      newDns.set(entry.key, `${rdn},${newDns.get(dnKey(parentDn)) ?? parentDn}`)
    }
    for (const entry of moved.toReversed()) this.#remove(entry)
    this.#addContainersAbove(newDn)
    for (const entry of moved) {
      entry.dn = newDns.get(entry.key) ?? entry.dn
      entry.key = dnKey(entry.dn)
      this.#place(entry)
      setNaming(this.kind, entry)
    }
    if (this.kind === 'ad-ds') this.#links.follow(newDns)
    for (const entry of moved) {
      this.#links.showNamers(entry)
      this.#links.showNamed(entry)
    }
    this.#stamps.changed(root)
  }

  /** The entry at a DN; noSuchObject when there is none. */
  existing(dn: string): StoredEntry {
    const key = validKey(dn)
    const entry = this.#entries.get(key)
    if (entry !== undefined) return entry
    throw new LdapFailure('noSuchObject', `${dn} does not exist.`, { matchedDn: this.nearest(key)?.dn ?? '' })
  }

  #freeKey(dn: string): string {
    const key = validKey(dn)
    if (this.#entries.has(key)) throw new LdapFailure('entryAlreadyExists', `${dn} exists already.`)
    return key
  }

  #addContainersAbove(dn: string): void {
    const { rdn, parentDn } = splitDn(dn)
    const aboveDomain = /^dc *=/i.test(rdn) && /^dc *=/i.test(parentDn)
    if (parentDn === '' || aboveDomain || this.#entries.has(dnKey(parentDn))) return
    const objectClass = containerClasses[parentDn.slice(0, parentDn.indexOf('=')).trim().toLowerCase()] ?? 'container'
    this.add({ dn: parentDn, attributes: { objectClass: ['top', objectClass] } })
  }

  #place(entry: StoredEntry): void {
    this.#entries.set(entry.key, entry)
    this.#topmost = undefined
    const above = parentKey(entry.key)
    const siblings = this.#children.get(above) ?? new Set()
    this.#children.set(above, siblings.add(entry.key))
  }

  #remove(entry: StoredEntry): void {
    this.#entries.delete(entry.key)
    this.#topmost = undefined
    this.#children.get(parentKey(entry.key))?.delete(entry.key)
  }

  /** Gives a new entry what the directory keeps by itself. */
  #complete(entry: StoredEntry): void {
    setNaming(this.kind, entry)
    this.#setAnchor(entry)
    this.#stamps.created(entry)
  }

  #setAnchor(entry: StoredEntry): void {
    const given = entry.values('objectGUID').find((value) => typeof value !== 'string')
    const tenants = this.#tenants.get(entry.key) ?? 0
    this.#tenants.set(entry.key, tenants + 1)
    const anchor = given ?? createHash('sha256').update(`${entry.key}\0${tenants}`).digest().subarray(0, 16)
    if (this.kind === 'ad-ds') {
      entry.set('objectGUID', [anchor])
      return
    }
    entry.set('objectGUID', [])
    if (entry.values('entryUUID').length === 0) entry.set('entryUUID', [formatGuid(anchor) ?? ''])
  }
}

const containerClasses: Readonly<Record<string, string>> = {
  ou: 'organizationalUnit',
  dc: 'domainDNS',
  o: 'organization',
}

function storedValues(name: string, values: readonly DirectoryValue[]): readonly DirectoryValue[] {
  const key = name.toLowerCase()
  return values.map((value) => storedValue(key, value))
}

function validKey(dn: string): string {
  try {
    if (parseDn(dn).length > 0) return dnKey(dn)
  } catch (error) {
    throw new LdapFailure('invalidDnSyntax', error instanceof Error ? error.message : String(error))
  }
  throw new LdapFailure('invalidDnSyntax', 'The DN is empty.')
}

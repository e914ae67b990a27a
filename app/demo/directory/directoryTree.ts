import { createHash } from 'node:crypto'
import { dnKey, isAtOrBelow, parentKey, parseDn } from '../../model/dn.ts'
import { formatGuid } from '../../selection/filter/formatGuid.ts'
import { storedValue } from './binaryValue.ts'
import type { DirectoryEntry, DirectoryValue } from './directoryEntry.ts'
import { formatGeneralizedTime } from './formatGeneralizedTime.ts'
import { LdapFailure } from './ldapFailure.ts'
import { MemberLinks } from './memberLinks.ts'
import { splitDn } from './splitDn.ts'
import { StoredEntry } from './storedEntry.ts'

export type DirectoryKind = 'ad-ds' | 'ldap'
export type SearchScope = 'base' | 'one' | 'sub' | 'children'
/** New values by attribute name; an empty list removes the attribute. */
export type AttributeChanges = Readonly<Record<string, readonly DirectoryValue[]>>

/**
 * The entries of the embedded directory, by DN. Keeps what a directory keeps by itself: anchors, update sequence
 * numbers, times, and on AD DS the links between entries. Failures are LdapFailure with the code of RFC 4511.
 */
export class DirectoryTree {
  readonly kind: DirectoryKind
  readonly #now: () => Date
  readonly #entries = new Map<string, StoredEntry>()
  readonly #children = new Map<string, Set<string>>()
  readonly #links: MemberLinks
  /** Undefined when entries have come or gone since it was asked for. */
  #topmost: readonly StoredEntry[] | undefined
  /** How many entries were added at a DN so far: each gets an anchor of its own. */
  readonly #tenants = new Map<string, number>()
  #usn = 12_000

  constructor(kind: DirectoryKind, now: () => Date) {
    this.kind = kind
    this.#now = now
    this.#links = new MemberLinks((key) => this.#entries.get(key))
  }

  /** The number of the last change. */
  get highestUsn(): number {
    return this.#usn
  }

  find(key: string): StoredEntry | undefined {
    return this.#entries.get(key)
  }

  entries(): Iterable<StoredEntry> {
    return this.#entries.values()
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

  /** The entries of a search, containers before what is in them. */
  *inScope(base: StoredEntry, scope: SearchScope): Generator<StoredEntry> {
    if (scope === 'base' || scope === 'sub') yield base
    if (scope === 'base') return
    for (const key of this.#children.get(base.key) ?? []) {
      const child = this.#entries.get(key)
      if (child === undefined) continue
      if (scope === 'one') yield child
      else yield* this.inScope(child, 'sub')
    }
  }

  hasChildren(entry: StoredEntry): boolean {
    return (this.#children.get(entry.key)?.size ?? 0) > 0
  }

  /** Containers above the entry that are missing are made, up to the domain. */
  add(entry: DirectoryEntry): StoredEntry {
    const key = validKey(entry.dn)
    if (this.#entries.has(key)) throw new LdapFailure('entryAlreadyExists', `${entry.dn} exists already.`)
    this.#addContainersAbove(entry.dn)
    const stored = new StoredEntry(entry.dn, key)
    for (const [name, values] of Object.entries(entry.attributes)) this.#set(stored, name, values)
    this.#place(stored)
    this.#setNaming(stored)
    this.#setAnchor(stored)
    this.#stampCreation(stored)
    this.#links.update(stored, [], stored.texts('member'))
    this.#links.refresh(stored)
    return stored
  }

  modify(dn: string, changes: AttributeChanges): StoredEntry {
    const entry = this.existing(dn)
    const before = entry.texts('member')
    for (const [name, values] of Object.entries(changes)) this.#set(entry, name, values)
    this.#links.update(entry, before, entry.texts('member'))
    this.#stampChange(entry)
    return entry
  }

  /** On AD DS nothing points to the entry afterwards, and what pointed to it does not count as changed. */
  delete(dn: string): void {
    const entry = this.existing(dn)
    if (this.hasChildren(entry)) throw new LdapFailure('notAllowedOnNonLeaf', `${entry.dn} has entries below it.`)
    this.#usn += 1
    this.#links.update(entry, entry.texts('member'), [])
    this.#remove(entry)
    if (this.kind === 'ad-ds') this.#redirect(new Map([[entry.key, undefined]]))
  }

  /** Renames or moves an entry with everything below it; only the entry itself counts as changed. */
  move(dn: string, newDn: string): void {
    const root = this.existing(dn)
    const newKey = validKey(newDn)
    if (newKey !== root.key && this.#entries.has(newKey)) {
      throw new LdapFailure('entryAlreadyExists', `${newDn} exists already.`)
    }
    if (newKey !== root.key && isAtOrBelow(newKey, root.key)) {
      throw new LdapFailure('unwillingToPerform', `${root.dn} cannot be moved below itself.`)
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
      this.#setNaming(entry)
    }
    if (this.kind === 'ad-ds') this.#redirect(newDns)
    this.#stampChange(root)
  }

  /** The entry at a DN; noSuchObject when there is none. */
  existing(dn: string): StoredEntry {
    const key = validKey(dn)
    const entry = this.#entries.get(key)
    if (entry !== undefined) return entry
    throw new LdapFailure('noSuchObject', `${dn} does not exist.`, { matchedDn: this.nearest(key)?.dn ?? '' })
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

  #set(entry: StoredEntry, name: string, values: readonly DirectoryValue[]): void {
    const key = name.toLowerCase()
    entry.set(
      name,
      values.map((value) => storedValue(key, value)),
    )
  }

  #setNaming(entry: StoredEntry): void {
    const [rdn = []] = parseDn(entry.dn)
    for (const { type, value } of rdn) {
      const others = entry.texts(type).slice(1)
      entry.set(type.toLowerCase(), this.kind === 'ad-ds' ? [value] : [value, ...others.filter((it) => it !== value)])
    }
    if (this.kind === 'ldap') return
    entry.set('distinguishedName', [entry.dn])
    entry.set(
      'name',
      rdn.slice(0, 1).map((it) => it.value),
    )
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

  #stampCreation(entry: StoredEntry): void {
    const time = formatGeneralizedTime(this.kind, this.#now())
    this.#usn += 1
    if (this.kind === 'ad-ds') {
      entry.set('uSNCreated', [String(this.#usn)])
      entry.set('uSNChanged', [String(this.#usn)])
      setMissing(entry, 'whenCreated', time)
      setMissing(entry, 'whenChanged', time)
    } else {
      setMissing(entry, 'createTimestamp', time)
      setMissing(entry, 'modifyTimestamp', time)
    }
  }

  #stampChange(entry: StoredEntry): void {
    const time = formatGeneralizedTime(this.kind, this.#now())
    this.#usn += 1
    if (this.kind === 'ad-ds') {
      entry.set('uSNChanged', [String(this.#usn)])
      entry.set('whenChanged', [time])
    } else {
      entry.set('modifyTimestamp', [time])
    }
  }

  /** Points `member` and `manager` to where entries have gone: new DNs by old key, undefined for nowhere. */
  #redirect(targets: ReadonlyMap<string, string | undefined>): void {
    for (const entry of this.#entries.values()) {
      for (const name of ['member', 'manager']) {
        const before = entry.texts(name)
        if (!before.some((dn) => targets.has(dnKey(dn)))) continue
        const after = before.flatMap((dn) => (targets.has(dnKey(dn)) ? (targets.get(dnKey(dn)) ?? []) : dn))
        entry.set(name, after)
        if (name === 'member') this.#links.update(entry, before, after)
      }
    }
    for (const dn of targets.values()) {
      const entry = dn === undefined ? undefined : this.#entries.get(dnKey(dn))
      if (entry !== undefined) this.#links.refreshTargets(entry)
    }
  }
}

const containerClasses: Readonly<Record<string, string>> = {
  ou: 'organizationalUnit',
  dc: 'domainDNS',
  o: 'organization',
}

function setMissing(entry: StoredEntry, name: string, value: string): void {
  if (entry.values(name).length === 0) entry.set(name, [value])
}

function validKey(dn: string): string {
  try {
    if (parseDn(dn).length > 0) return dnKey(dn)
  } catch (error) {
    throw new LdapFailure('invalidDnSyntax', error instanceof Error ? error.message : String(error))
  }
  throw new LdapFailure('invalidDnSyntax', 'The DN is empty.')
}

import { dnKey } from '../../model/dn.ts'
import type { DirectoryKind } from './directoryTree.ts'
import type { StoredEntry } from './storedEntry.ts'

/** Linked attributes, in lower case: on AD DS a deleted entry is gone from their values (MS-ADTS 3.1.1.1.6). */
export const linkedAttributes: readonly string[] = ['member', 'manager', 'managedby']
/** Links that a directory shows at both ends: the attribute of the entry that is named, by the one that names it. */
const backLinks: Readonly<Record<DirectoryKind, ReadonlyMap<string, string>>> = {
  'ad-ds': new Map([
    ['member', 'memberOf'],
    ['manager', 'directReports'],
  ]),
  ldap: new Map([['member', 'memberOf']]),
}
/** Other attributes that name entries: on AD DS their values follow an entry, even to its tombstone. */
const following: readonly string[] = ['assistant', 'lastknownparent', 'secretary', 'seealso']

/** Attributes, in lower case, whose values are DNs of entries of the directory. */
export const linkAttributes: readonly string[] = [...linkedAttributes, ...following]

/** Knows which entries name which, and keeps back links such as `memberOf` equal to the entries that name an entry. */
export class EntryLinks {
  readonly #find: (key: string) => StoredEntry | undefined
  /** By link attribute, and by the key of the entry that is named. */
  readonly #namers = new Map(linkAttributes.map((name) => [name, new Map<string, Set<StoredEntry>>()]))

  readonly #backLinks: ReadonlyMap<string, string>

  constructor(kind: DirectoryKind, find: (key: string) => StoredEntry | undefined) {
    this.#backLinks = backLinks[kind]
    this.#find = find
  }

  /** Takes notice of an entry that is new at its DN. */
  add(entry: StoredEntry): void {
    for (const name of linkAttributes) this.update(entry, name, [], entry.texts(name))
    this.showNamers(entry)
  }

  /** Forgets what an entry names. */
  drop(entry: StoredEntry): void {
    for (const name of linkAttributes) this.update(entry, name, entry.texts(name), [])
  }

  /** Takes notice that the DNs in an attribute were `before` and are `after`; attributes that are no links may come. */
  update(entry: StoredEntry, name: string, before: readonly string[], after: readonly string[]): void {
    const namers = this.#namers.get(name.toLowerCase())
    if (namers === undefined || (before.length === 0 && after.length === 0)) return
    const old = new Set(before.map(dnKey))
    const now = new Set(after.map(dnKey))
    const gone = [...old].filter((key) => !now.has(key))
    const come = [...now].filter((key) => !old.has(key))
    for (const key of gone) namers.get(key)?.delete(entry)
    for (const key of come) namers.set(key, (namers.get(key) ?? new Set()).add(entry))
    for (const key of [...gone, ...come]) this.#showBackLink(name.toLowerCase(), key)
  }

  /** Rewrites what names entries that have moved: new DNs by old key. Nothing counts as changed. */
  follow(newDns: ReadonlyMap<string, string>): void {
    for (const name of linkAttributes) this.#redirect(name, newDns)
  }

  /** Takes a deleted entry out of linked attributes, and points other ones to its tombstone. */
  followToTombstone(key: string, tombstoneDn: string): void {
    for (const name of linkedAttributes) this.#redirect(name, new Map([[key, undefined]]))
    for (const name of following) this.#redirect(name, new Map([[key, tombstoneDn]]))
  }

  /** Shows an entry who names it, where some name its DN. */
  showNamers(entry: StoredEntry): void {
    for (const link of this.#backLinks.keys()) this.#showBackLink(link, entry.key)
  }

  /** Shows all whom an entry names its DN. */
  showNamed(entry: StoredEntry): void {
    for (const link of this.#backLinks.keys()) {
      for (const dn of entry.texts(link)) this.#showBackLink(link, dnKey(dn))
    }
  }

  #redirect(name: string, newDns: ReadonlyMap<string, string | undefined>): void {
    const namers = this.#namers.get(name)
    const concerned = new Set(Array.from(newDns.keys(), (key) => [...(namers?.get(key) ?? [])]).flat())
    for (const entry of concerned) {
      const before = entry.texts(name)
      const after = before.flatMap((dn) => (newDns.has(dnKey(dn)) ? (newDns.get(dnKey(dn)) ?? []) : dn))
      entry.set(name, after)
      this.update(entry, name, before, after)
    }
  }

  #showBackLink(link: string, key: string): void {
    const backLink = this.#backLinks.get(link)
    const entry = this.#find(key)
    if (backLink === undefined || entry === undefined) return
    const namers = [...(this.#namers.get(link)?.get(key) ?? [])]
    if (namers.length === 0 && !entry.attributes.has(backLink.toLowerCase())) return
    entry.set(
      backLink,
      namers.map((namer) => namer.dn),
    )
  }
}

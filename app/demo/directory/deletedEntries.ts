import { dnKey, isAtOrBelow, parentKey } from '../../model/dn.ts'
import type { SearchScope } from './directoryTree.ts'
import { StoredEntry } from './storedEntry.ts'
import type { Tombstone } from './tombstone.ts'

/** Whether a request sees deleted entries (MS-ADTS 3.1.1.3.4.1.14). */
export type DeletedVisibility = 'hidden' | 'shown'

/** The containers of deleted objects of AD DS, one for each naming context, and the tombstones in them. */
export class DeletedEntries {
  /** Containers by the key of their naming context. */
  readonly #containers = new Map<string, StoredEntry>()
  /** In the order of their deletion, by key. */
  readonly #tombstones = new Map<string, Tombstone>()

  /** Makes the container of a naming context, which is yet to be given its anchor and stamps. */
  addContainer(context: StoredEntry): StoredEntry {
    const dn = `CN=Deleted Objects,${context.dn}`
    const container = new StoredEntry(dn, dnKey(dn))
    container.set('objectClass', ['top', 'container'])
    container.set('description', ['Container for deleted objects'])
    container.set('isDeleted', ['TRUE'])
    container.set('isCriticalSystemObject', ['TRUE'])
    container.set('showInAdvancedViewOnly', ['TRUE'])
    container.set('systemFlags', ['-1946157056'])
    container.set('objectCategory', [`CN=Container,CN=Schema,CN=Configuration,${context.dn}`])
    this.#containers.set(context.key, container)
    return container
  }

  /** The container of the naming context that holds an entry. */
  containerFor(key: string): StoredEntry | undefined {
    for (let above = key; above !== ''; above = parentKey(above)) {
      const container = this.#containers.get(above)
      if (container !== undefined) return container
    }
    return undefined
  }

  isNamingContext(key: string): boolean {
    return this.#containers.has(key)
  }

  add(tombstone: Tombstone): void {
    this.#tombstones.set(tombstone.entry.key, tombstone)
  }

  remove(tombstone: Tombstone): void {
    this.#tombstones.delete(tombstone.entry.key)
  }

  /** The tombstone of the entry that was deleted last at a DN. */
  deletedAt(lastKey: string): Tombstone | undefined {
    return [...this.#tombstones.values()].findLast((it) => it.lastKey === lastKey)
  }

  find(key: string): StoredEntry | undefined {
    return this.#tombstones.get(key)?.entry ?? [...this.#containers.values()].find((it) => it.key === key)
  }

  *entries(): Generator<StoredEntry> {
    yield* this.#containers.values()
    for (const { entry } of this.#tombstones.values()) yield entry
  }

  /** What a search from a base finds here, the base itself left out. */
  *below(baseKey: string, scope: SearchScope): Generator<StoredEntry> {
    if (scope === 'base') return
    for (const entry of this.entries()) {
      if (entry.key === baseKey) continue
      if (scope === 'one' ? parentKey(entry.key) === baseKey : isAtOrBelow(entry.key, baseKey)) yield entry
    }
  }
}

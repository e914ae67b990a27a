import { dnKey } from '../../model/dn.ts'
import type { StoredEntry } from './storedEntry.ts'

/** Keeps `memberOf` of every entry equal to the groups that name it as `member`. */
export class MemberLinks {
  readonly #find: (key: string) => StoredEntry | undefined
  readonly #groupsOf = new Map<string, Set<StoredEntry>>()

  constructor(find: (key: string) => StoredEntry | undefined) {
    this.#find = find
  }

  /** Takes notice that a group's members were `before` and are `after`; both are DNs. */
  update(group: StoredEntry, before: readonly string[], after: readonly string[]): void {
    if (before.length === 0 && after.length === 0) return
    const old = new Set(before.map(dnKey))
    const now = new Set(after.map(dnKey))
    for (const key of old) {
      if (now.has(key)) continue
      this.#groupsOf.get(key)?.delete(group)
      this.#show(key)
    }
    for (const key of now) {
      if (old.has(key)) continue
      const groups = this.#groupsOf.get(key) ?? new Set()
      this.#groupsOf.set(key, groups.add(group))
      this.#show(key)
    }
  }

  /** Shows the groups of an entry that is new at its DN. */
  refresh(entry: StoredEntry): void {
    if (this.#groupsOf.has(entry.key)) this.#show(entry.key)
  }

  /** Shows a group's new DN to all its members. */
  refreshTargets(group: StoredEntry): void {
    for (const dn of group.texts('member')) this.#show(dnKey(dn))
  }

  #show(key: string): void {
    const groups = [...(this.#groupsOf.get(key) ?? [])]
    this.#find(key)?.set(
      'memberOf',
      groups.map((group) => group.dn),
    )
  }
}

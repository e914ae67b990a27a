import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import type { Counts, KindCounts } from '../model/plan.ts'
import type { PlanItem } from './planItem.ts'

type Mutable = { -readonly [K in keyof KindCounts]: KindCounts[K] }

/** Counts plan items as they pass, and the deletions that a guard has to know of (DC-54). */
export class Tally {
  readonly #kinds: Record<EntryKind, Mutable>
  readonly #deletions: Record<EntryKind, number> = { user: 0, group: 0 }
  #changes = 0

  /** @param read how many entries of each kind the directory gave, and how many of them are selected */
  constructor(read: Record<EntryKind, { readonly read: number; readonly selected: number }>) {
    this.#kinds = { user: { ...zero, ...read.user }, group: { ...zero, ...read.group } }
  }

  add(item: PlanItem): void {
    switch (item.kind) {
      case 'change': {
        const { objectKind, kind, reason } = item.change
        this.#kinds[objectKind][kind] += 1
        this.#changes += 1
        const takesAway = kind === 'delete' || (kind === 'deactivate' && reason.kind !== 'account-disabled')
        // A deletion that follows its deactivation was counted, and approved, when that was planned.
        if (takesAway && reason.kind !== 'vanished-long-enough') this.#deletions[objectKind] += 1
        return
      }
      case 'object': {
        const { objectKind, outcome } = item.object
        this.#kinds[objectKind][outcome === 'conflict' ? 'conflicts' : outcome] += 1
        return
      }
      case 'note':
        return
      default:
        assertNever(item)
    }
  }

  get counts(): Counts {
    return { users: { ...this.#kinds.user }, groups: { ...this.#kinds.group } }
  }

  /** Deletions, and deactivations of resources whose entry is gone, that nobody has approved yet. */
  get deletions(): Readonly<Record<EntryKind, number>> {
    return this.#deletions
  }

  get changes(): number {
    return this.#changes
  }
}

const zero: KindCounts = {
  read: 0,
  selected: 0,
  matched: 0,
  create: 0,
  update: 0,
  deactivate: 0,
  reactivate: 0,
  delete: 0,
  mismatched: 0,
  skipped: 0,
  conflicts: 0,
  failed: 0,
}

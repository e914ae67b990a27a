import { assertNever } from '../model/assertNever.ts'
import { noCounts } from '../model/noCounts.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { Counts, KindCounts } from '../model/plan.ts'
import type { PlanItem } from './planItem.ts'

type Mutable = { -readonly [K in keyof KindCounts]: KindCounts[K] }

/** Counts plan items as they pass, and the deletions that a guard has to know of (DC-54). */
export class Tally {
  readonly #kinds: Record<ObjectKind, Mutable>
  readonly #deletions: Record<ObjectKind, number> = { user: 0, room: 0, group: 0, contact: 0, avatar: 0 }
  #changes = 0

  /** @param read how many of each kind the directory gave, and how many of them are selected */
  constructor(read: Readonly<Record<ObjectKind, Pick<KindCounts, 'read' | 'selected'>>>) {
    this.#kinds = {
      user: { ...noCounts, ...read.user },
      room: { ...noCounts, ...read.room },
      group: { ...noCounts, ...read.group },
      contact: { ...noCounts, ...read.contact },
      avatar: { ...noCounts, ...read.avatar },
    }
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
    const { user, room, group, contact, avatar } = this.#kinds
    return {
      users: { ...user },
      rooms: { ...room },
      groups: { ...group },
      contacts: { ...contact },
      avatars: { ...avatar },
    }
  }

  /** Deletions, and deactivations of resources whose entry is gone, that nobody has approved yet. */
  get deletions(): Readonly<Record<ObjectKind, number>> {
    return this.#deletions
  }

  get changes(): number {
    return this.#changes
  }
}

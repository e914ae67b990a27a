import type { ObjectKind } from '../../model/objectKind.ts'
import type { PlanPart, State } from '../../state/state.ts'
import { findRows, type RowNames, rowNames, sortRows } from './rowNames.ts'

const keptOrders = 8
const keptMilliseconds = 5 * 60_000
/** Sooner than somebody types a letter, and later than the page has asked for all that it shows. */
const gatherMilliseconds = 250

interface PartQuery {
  readonly planId: number
  readonly objectKind: ObjectKind
  readonly part: PlanPart
}

/** Which rows of a plan are wanted, and how. */
export interface RowQuery extends PartQuery {
  /** Empty for all. */
  readonly search: string
  readonly sort: 'plan' | 'name' | 'dn'
}

interface Part {
  readonly id: string
  readonly keys: Float64Array
  names: RowNames | null
  /** Places of rows by what was asked for, those that were asked for last at the end. */
  readonly orders: Map<string, Uint32Array>
}

/**
 * Finds the keys of rows, and keeps what one needs for the next page and the next letter of a search: of the part that was
 * looked at last, for some minutes.
 */
export class KeptRows {
  readonly #state: State
  #part: Part | null = null
  #forgetting: NodeJS.Timeout | undefined

  constructor(state: State) {
    this.#state = state
  }

  /** The keys of all rows, in their order upwards. */
  find(query: RowQuery): Float64Array {
    const part = this.#partOf(query)
    const search = query.search.trim()
    if (search === '' && query.sort === 'plan') return part.keys
    const places = this.#places(part, query, search)
    return Float64Array.from(places, (place) => part.keys[place] ?? 0)
  }

  #places(part: Part, query: RowQuery, search: string): Uint32Array {
    return kept(part.orders, `${query.sort} ${search}`, () => {
      const names = this.#namesOf(part, query)
      if (query.sort === 'plan') return findRows(names, search)
      const sorted = kept(part.orders, `${query.sort} `, () => sortRows(names, query.sort === 'dn' ? 'dn' : 'name'))
      if (search === '') return sorted
      const isFound = new Uint8Array(part.keys.length)
      for (const place of this.#places(part, { ...query, sort: 'plan' }, search)) isFound[place] = 1
      return sorted.filter((place) => isFound[place] === 1)
    })
  }

  #partOf({ planId, objectKind, part }: PartQuery): Part {
    clearTimeout(this.#forgetting)
    this.#forgetting = setTimeout(() => {
      this.#part = null
    }, keptMilliseconds).unref()
    const { planRows } = this.#state
    // The changes of a plan are what they were when it was made; what fails and what is still listed is not.
    const count = part.kind === 'changes' ? null : planRows.count(planId, objectKind, part)
    const id = JSON.stringify([planId, objectKind, part, count])
    if (this.#part?.id === id) return this.#part
    const opened: Part = { id, keys: planRows.keys(planId, objectKind, part), names: null, orders: new Map() }
    this.#part = opened
    setTimeout(() => this.#gatherNames(opened, { planId, objectKind, part }), gatherMilliseconds).unref()
    return opened
  }

  /** Ahead of the first letter of a search, which would take the longest of all. */
  #gatherNames(part: Part, query: PartQuery): void {
    if (this.#part !== part) return
    try {
      this.#namesOf(part, query)
    } catch {
      // A state that was closed meanwhile is asked nothing more; of any other fault the search itself tells.
    }
  }

  #namesOf(part: Part, { planId, objectKind, part: of }: PartQuery): RowNames {
    part.names ??= rowNames(this.#state.planRows.names(planId, objectKind, of))
    return part.names
  }
}

function kept(orders: Map<string, Uint32Array>, id: string, find: () => Uint32Array): Uint32Array {
  const found = orders.get(id) ?? find()
  orders.delete(id)
  orders.set(id, found)
  for (const oldest of orders.keys()) {
    if (orders.size <= keptOrders) break
    orders.delete(oldest)
  }
  return found
}

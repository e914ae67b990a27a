/**
 * Remembers which ids were seen in 16 to 32 bytes each, whatever their length: it keeps 53-bit hashes. Two ids with
 * the same hash count as one; at 300,000 ids that happens once in 200,000 lists, and then shows as a wrong count.
 */
export class IdSet {
  #slots = new Float64Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Whether the id is new. */
  add(id: string): 'new' | 'seen' {
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    if (!insert(this.#slots, hash(id))) return 'seen'
    this.#size++
    return 'new'
  }

  #grow(): void {
    const slots = new Float64Array(this.#slots.length * 2)
    for (const value of this.#slots) if (value !== 0) insert(slots, value)
    this.#slots = slots
  }
}

function insert(slots: Float64Array, value: number): boolean {
  const mask = slots.length - 1
  for (let index = (value % 4_294_967_291) & mask; ; index = (index + 1) & mask) {
    if (slots[index] === value) return false
    if (slots[index] === 0) {
      slots[index] = value
      return true
    }
  }
}

/** Two 32-bit FNV-1a hashes with different starts, joined to a positive number of 53 bits. */
function hash(id: string): number {
  let high = 0x811c9dc5
  let low = 0x2166f3b1
  for (let index = 0; index < id.length; index++) {
    const code = id.charCodeAt(index)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ (code + 0x9e37), 0x85ebca6b)
    low ^= low >>> 15
  }
  return ((high >>> 0) & 0x1fffff) * 4_294_967_296 + (low >>> 0) + 1
}

/** Random choices that a seed repeats exactly. */
export interface Random {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  /** One of a list that is not empty. */
  oneOf<Item>(list: readonly Item[]): Item
}

/** The same seed gives the same choices (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    oneOf(list) {
      const chosen = list[between(0, list.length - 1)]
      if (chosen === undefined) throw new Error('There is nothing to choose from')
      return chosen
    },
  }
}

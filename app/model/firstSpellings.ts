/** Attribute names without repetition, whatever their letter case: each in its first spelling, in order of appearance. */
export function firstSpellings(names: readonly string[]): readonly string[] {
  const spellings = new Map<string, string>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (!spellings.has(key)) spellings.set(key, name)
  }
  return [...spellings.values()]
}

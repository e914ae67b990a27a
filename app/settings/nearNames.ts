import { distance } from 'fastest-levenshtein'

const mostNames = 3

/**
 * At most three of `names` that `wanted` may have been meant for, the nearest first, spelled as they are. At most four tenths
 * of the letters may differ, two at least (swapped letters count two). Letter case does not count.
 */
export function nearNames(wanted: string, names: Iterable<string>): readonly string[] {
  const word = wanted.toLowerCase()
  const furthest = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length * 0.4))
  const near: { readonly name: string; readonly letters: number }[] = []
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > furthest) continue
    const letters = distance(word, name.toLowerCase())
    if (letters <= furthest) near.push({ name, letters })
  }
  near.sort((a, b) => a.letters - b.letters || (a.name < b.name ? -1 : 1))
  return near.slice(0, mostNames).map(({ name }) => name)
}

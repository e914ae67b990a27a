import { distance } from 'fastest-levenshtein'

/**
 * The candidate that `word` was probably meant to be, or nothing when none is near: at most a third of the letters
 * (one at least) may differ. Letter case does not count.
 */
export function nearSpelling(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  let nearest: string | undefined
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const letters = distance(wanted, candidate.toLowerCase())
    if (letters < fewest) {
      fewest = letters
      nearest = candidate
    }
  }
  return nearest
}

import type { Steps } from './steps.ts'

/** Up to here the built-in search is bounded by a constant for each character of the text. */
const shortWanted = 16

/**
 * The offset of the first occurrence of `wanted` in `text`, -1 without one; exact comparison of UTF-16 units. Takes time
 * linear in both whatever they hold, which the built-in search does not promise for long texts (Knuth, Morris, Pratt).
 */
export function firstOccurrence(text: string, wanted: string, steps: Steps): number {
  steps.count += text.length
  if (wanted.length <= shortWanted) return text.indexOf(wanted)
  if (wanted.length > text.length) return -1
  const fallback = fallbackTable(wanted, steps)
  let matched = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    while (matched > 0 && unit !== wanted.charCodeAt(matched)) {
      matched = fallback[matched - 1] ?? 0
      steps.count += 1
    }
    if (unit === wanted.charCodeAt(matched)) matched += 1
    if (matched === wanted.length) return at - matched + 1
  }
  return -1
}

/** For each length of a matched beginning, less one: the longest shorter beginning that also ends there. */
function fallbackTable(wanted: string, steps: Steps): Uint32Array {
  steps.count += wanted.length
  const table = new Uint32Array(wanted.length)
  let matched = 0
  for (let at = 1; at < wanted.length; at += 1) {
    while (matched > 0 && wanted.charCodeAt(at) !== wanted.charCodeAt(matched)) {
      matched = table[matched - 1] ?? 0
      steps.count += 1
    }
    if (wanted.charCodeAt(at) === wanted.charCodeAt(matched)) matched += 1
    table[at] = matched
  }
  return table
}

/** A piece of a value; `changed` is what the other side does not have. */
export interface TextPart {
  readonly text: string
  readonly kind: 'same' | 'changed'
}

/** Two values, each cut into what both have and what only one has. */
export interface TextDifference {
  readonly before: readonly TextPart[]
  readonly after: readonly TextPart[]
}

/** Values of more words than this are compared by their beginning and end alone. */
const mostWords = 300

/**
 * Compares two values word by word, and words that were replaced by their beginning and end, so that a person sees at once
 * what is different in a long value. The parts of a side, put together, are that value.
 */
export function textDifference(before: string, after: string): TextDifference {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  if (old.length > mostWords || young.length > mostWords) return replaced(before, after)
  const result = { before: [] as TextPart[], after: [] as TextPart[] }
  let [from, to] = [0, 0]
  for (const [left, right] of [...commonWords(old, young), [old.length, young.length] as const]) {
    const gap = replaced(old.slice(from, left).join(''), young.slice(to, right).join(''))
    result.before.push(...gap.before, { text: old[left] ?? '', kind: 'same' })
    result.after.push(...gap.after, { text: young[right] ?? '', kind: 'same' })
    ;[from, to] = [left + 1, right + 1]
  }
  return { before: joined(result.before), after: joined(result.after) }
}

/** Words, and what stands between them, in order. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

/** Places of the longest common sequence of words. */
function commonWords(old: readonly string[], young: readonly string[]): ReadonlyArray<readonly [number, number]> {
  const width = young.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = young.length - 1; right >= 0; right -= 1) {
      const below = lengths[(left + 1) * width + right] ?? 0
      const beside = lengths[left * width + right + 1] ?? 0
      const diagonal = lengths[(left + 1) * width + right + 1] ?? 0
      lengths[left * width + right] = old[left] === young[right] ? diagonal + 1 : Math.max(below, beside)
    }
  }
  const places: [number, number][] = []
  let [left, right] = [0, 0]
  while (left < old.length && right < young.length) {
    if (old[left] === young[right]) places.push([left++, right++])
    else if ((lengths[(left + 1) * width + right] ?? 0) >= (lengths[left * width + right + 1] ?? 0)) left += 1
    else right += 1
  }
  return places
}

/** Two texts of which only beginning and end may be the same; whole characters stay whole. */
function replaced(before: string, after: string): TextDifference {
  const [old, young] = [[...before], [...after]]
  const shorter = Math.min(old.length, young.length)
  let start = 0
  while (start < shorter && old[start] === young[start]) start += 1
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end += 1
  const cut = (characters: readonly string[]): readonly TextPart[] =>
    joined([
      { text: characters.slice(0, start).join(''), kind: 'same' },
      { text: characters.slice(start, characters.length - end).join(''), kind: 'changed' },
      { text: characters.slice(characters.length - end).join(''), kind: 'same' },
    ])
  return { before: cut(old), after: cut(young) }
}

function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) result[result.length - 1] = { ...last, text: last.text + part.text }
    else result.push(part)
  }
  return result
}

import type { Entry } from '../../app/model/entry.ts'

/** Counts how often each entry was seen to be another one than before; the first time counts as one. */
export function countChanges(): (entry: Entry) => number {
  const known = new Map<string, { readonly text: string; readonly count: number }>()
  return (entry) => {
    const text = JSON.stringify(entry)
    const before = known.get(entry.anchor)
    if (before?.text === text) return before.count
    const count = (before?.count ?? 0) + 1
    known.set(entry.anchor, { text, count })
    return count
  }
}

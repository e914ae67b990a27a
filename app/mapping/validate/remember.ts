import type { Validated } from './validated.ts'

const mostRemembered = 1_000

/** Keeps what a slow check said of the last values: a directory holds few different ones of its kind. */
export function remember(check: (text: string) => Validated): (text: string) => Validated {
  const known = new Map<string, Validated>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = check(text)
    if (known.size >= mostRemembered) known.clear()
    known.set(text, result)
    return result
  }
}

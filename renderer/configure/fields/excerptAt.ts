const before = 48
const after = 24

/** The part of a text around a position (from 1), in one line, and the column (from 0) at which the position then is. */
export function excerptAt(text: string, position: number): { readonly text: string; readonly column: number } {
  const at = Math.min(Math.max(position - 1, 0), text.length)
  const start = Math.max(0, at - before)
  const end = Math.min(text.length, at + after)
  const lead = start > 0 ? '…' : ''
  const tail = end < text.length ? '…' : ''
  const shown = text.slice(start, end).replace(/\s/g, ' ')
  return { text: `${lead}${shown}${tail}`, column: lead.length + at - start }
}

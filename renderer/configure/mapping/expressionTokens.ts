/** A piece of an expression as it is shown; `from` and `to` are offsets in UTF-16 units. */
export interface ShownToken {
  readonly kind: 'literal' | 'name' | 'operator' | 'parenthesis' | 'unknown'
  readonly from: number
  readonly to: number
}

const kinds = [
  ['literal', /"(?:[^"\\]|\\.)*"?/y],
  // A hyphen or semicolon belongs to a name only between its letters.
  ['name', /[A-Za-z0-9_]+(?:(?:-+|;)[A-Za-z0-9_]+)*/y],
  ['operator', /[%+|-]/y],
  ['parenthesis', /[()]/y],
] as const

/** The pieces of an expression in order, blanks left out; nothing is refused, since somebody may still be typing. */
export function expressionTokens(text: string): readonly ShownToken[] {
  const tokens: ShownToken[] = []
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at)
    if (token.kind !== 'unknown' || !/\s/.test(text.charAt(at))) tokens.push(token)
    at = token.to
  }
  return tokens
}

function tokenAt(text: string, from: number): ShownToken {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = from
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { kind, from, to: from + found.length }
  }
  return { kind: 'unknown', from, to: from + 1 }
}

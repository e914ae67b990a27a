import { describeCharacter } from './describeCharacter.ts'
import { ExpressionError } from './expressionError.ts'
import type { Token } from './token.ts'

/** An expression longer than this is refused. */
export const longestExpression = 10_000

const blank = /[ \t\r\n]*/y
/** Begins and ends with a letter, digit or `_`: a hyphen or semicolon belongs to a name only between those. */
const name = /[A-Za-z0-9_]+(?:(?:-+|;)[A-Za-z0-9_]+)*/y
const plainText = /[^"\\]*/y
const signs = ['%', '-', '+', '|', '(', ')'] as const

/**
 * The tokens of an expression, the last of which is `end`. Reads every character once.
 *
 * A hyphen belongs to a name when both its neighbours do (`msRTCSIP-PrimaryUserAddress`, `b--c`); any other hyphen is
 * the operator. So `mail-"@"`, `mail -"@"`, `"a"-mail`, `(mail)-sn`, `a -b` and `a- b` all subtract, and no name begins
 * or ends with a hyphen. Throws ExpressionError.
 */
export function readTokens(text: string): readonly Token[] {
  if (text.length > longestExpression) throw tooLong(text)
  const tokens: Token[] = []
  let at = matchLength(blank, text, 0)
  while (at < text.length) {
    const token = readToken(text, at)
    tokens.push(token.token)
    at = token.end + matchLength(blank, text, token.end)
  }
  tokens.push({ kind: 'end', position: text.length })
  return tokens
}

interface ReadToken {
  readonly token: Token
  readonly end: number
}

function readToken(text: string, position: number): ReadToken {
  const character = text.charAt(position)
  if (character === '"') return readLiteral(text, position)
  const sign = signs.find((it) => it === character)
  if (sign !== undefined) return { token: { kind: sign, position }, end: position + 1 }
  const end = position + matchLength(name, text, position)
  if (end === position) throw unexpectedCharacter(text, position)
  return { token: { kind: 'name', name: text.slice(position, end), position }, end }
}

function readLiteral(text: string, position: number): ReadToken {
  let value = ''
  let at = position + 1
  for (;;) {
    const end = at + matchLength(plainText, text, at)
    value += text.slice(at, end)
    if (text[end] === '"') return { token: { kind: 'literal', text: value, position }, end: end + 1 }
    if (end === text.length) throw unterminated(text, position)
    const escaped = text[end + 1]
    if (escaped !== '"' && escaped !== '\\') throw wrongEscape(text, end + 1)
    value += escaped
    at = end + 2
  }
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function tooLong(text: string): ExpressionError {
  return new ExpressionError({
    position: longestExpression,
    found: `an expression of ${text.length} characters`,
    expected: `at most ${longestExpression}`,
    remedy: 'Shorten the expression.',
  })
}

function unexpectedCharacter(text: string, position: number): ExpressionError {
  const quote = /[\u2018-\u201f\u00ab\u00bb']/.test(text.charAt(position))
  return new ExpressionError({
    position,
    found: describeCharacter(text, position),
    expected: 'an attribute name, a text in double quotes, an operator or a parenthesis',
    remedy: quote
      ? 'Put texts in straight double quotes, as in "@".'
      : 'Put texts in double quotes; attribute names hold letters, digits, "-", "_" and ";" between them.',
  })
}

function unterminated(text: string, opening: number): ExpressionError {
  return new ExpressionError({
    position: text.length,
    found: 'the end',
    expected: `a closing quote for the text that begins at position ${opening + 1}`,
    remedy: 'Close the text with ", and write a quote inside a text as \\".',
  })
}

function wrongEscape(text: string, position: number): ExpressionError {
  return new ExpressionError({
    position,
    found: describeCharacter(text, position),
    expected: '\\" or \\\\ after the backslash',
    remedy: 'Write a backslash inside a text as \\\\ and a quote as \\".',
  })
}

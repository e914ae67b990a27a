import { PatternError } from './patternError.ts'

/** A piece of a regular expression that decides about its structure; offsets are those of the whole pattern. */
export interface RegexToken {
  readonly kind: 'group' | 'capture' | 'look-ahead' | 'flags' | 'close' | 'or' | 'other'
  readonly start: number
  readonly end: number
}

export interface ReadRegex {
  readonly tokens: readonly RegexToken[]
  /** Of the closing brace. */
  readonly end: number
}

/**
 * Reads the regular expression that begins at `start` and ends before the brace that closes its placeholder. Braces of the
 * expression itself are in pairs (`\d{2}`), or written `\{` and `\}`, or stand in a class. Throws PatternError for what no
 * linear time is known for (back-references), for look-behinds and negated look-aheads, and where no brace closes it.
 */
export function readRegex(text: string, start: number): ReadRegex {
  const tokens: RegexToken[] = []
  let braces = 0
  for (let at = start; at < text.length; ) {
    const character = text.charAt(at)
    if (character === '}' && braces === 0) return { tokens, end: at }
    if (character === '{') braces += 1
    if (character === '}') braces -= 1
    const token = readToken(text, at)
    tokens.push(token)
    at = token.end
  }
  throw new PatternError({
    position: start - 1,
    problem: 'no brace closes the placeholder whose regular expression begins here',
    remedy: 'Close it with }; write a single brace inside a regular expression as \\{ or \\}.',
  })
}

function readToken(text: string, start: number): RegexToken {
  switch (text.charAt(start)) {
    case '\\':
      return { kind: 'other', start, end: endOfEscape(text, start) }
    case '[':
      return { kind: 'other', start, end: endOfClass(text, start) }
    case '(':
      return readOpening(text, start)
    case ')':
      return { kind: 'close', start, end: start + 1 }
    case '|':
      return { kind: 'or', start, end: start + 1 }
    default:
      return { kind: 'other', start, end: start + 1 }
  }
}

function endOfEscape(text: string, start: number): number {
  const escaped = text.charAt(start + 1)
  if (/[1-9]/.test(escaped) || text.startsWith('k<', start + 1)) {
    throw refused(
      start,
      'a back-reference cannot be matched in linear time',
      'Write out what it would have to repeat, or ask for the value in another way.',
    )
  }
  if (escaped === 'Q') throw refused(start, '\\Q is not understood', 'Write a backslash before each character instead.')
  const braced = /[pPx]\{[^{}]*\}/y
  braced.lastIndex = start + 1
  return braced.test(text) ? braced.lastIndex : start + 2
}

function endOfClass(text: string, start: number): number {
  const first = start + (text.charAt(start + 1) === '^' ? 2 : 1)
  if (text.charAt(first) === ']')
    throw refused(start, 'the class of characters is empty', 'Write a closing bracket inside a class as \\].')
  for (let at = first; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === ']') return at + 1
    if (character === '\\') at += 1
    const named = text.startsWith('[:', at) ? text.indexOf(':]', at + 2) : -1
    if (named !== -1) at = named + 1
  }
  throw refused(start, 'no bracket closes the class of characters', 'Close it with ], or write the bracket as \\[.')
}

const openings: ReadonlyArray<readonly [RegExp, RegexToken['kind']]> = [
  [/\(\?=/y, 'look-ahead'],
  [/\(\?P?<[A-Za-z_]\w*>/y, 'capture'],
  [/\(\?[a-zA-Z-]*:/y, 'group'],
  [/\(\?[ims]+\)/y, 'flags'],
  [/\((?!\?)/y, 'capture'],
]

function readOpening(text: string, start: number): RegexToken {
  for (const [opening, kind] of openings) {
    opening.lastIndex = start
    if (opening.test(text)) return { kind, start, end: opening.lastIndex }
  }
  const remedy = 'Only a look-ahead (?=…) at the end is understood; write the rest without such groups.'
  if (text.startsWith('(?!', start)) throw refused(start, 'a negated look-ahead is not understood', remedy)
  if (/^\(\?<[=!]/.test(text.slice(start, start + 4))) throw refused(start, 'a look-behind is not understood', remedy)
  throw refused(start, `a group that begins with "${text.slice(start, start + 3)}" is not understood`, remedy)
}

function refused(position: number, problem: string, remedy: string): PatternError {
  return new PatternError({ position, problem, remedy })
}

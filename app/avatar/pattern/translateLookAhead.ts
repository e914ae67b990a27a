import { PatternError } from './patternError.ts'
import type { RegexToken } from './readRegex.ts'

/** A regular expression without look-ahead that finds the same. */
export interface Translation {
  readonly text: string
  /** The groups of which the one that took part holds what was found; 0 is the whole match. */
  readonly groups: readonly number[]
}

/** One of the alternatives that stand side by side at the top; `ahead` is what must follow it, without being part of it. */
interface Alternative {
  readonly start: number
  readonly end: number
  readonly ahead: { readonly start: number; readonly end: number } | null
}

/**
 * Turns `X(?=Y)` into `((?:X))(?:Y)`, whose first group is what `X(?=Y)` finds. Both try the same places from left to right,
 * at each place the ways of X in the same order, and take the first way after which Y matches; they differ only in where a
 * second search would go on, and there is none. The same holds for each alternative at the top: `X(?=Y)|Z` becomes
 * `((?:X))(?:Y)|((?:Z))`. Anywhere else (inside a group, repeated, with something after it) it would not hold, and is refused.
 *
 * Throws PatternError for that, for parentheses that are not in pairs, and for flags that do not stand at the beginning.
 */
export function translateLookAhead(
  pattern: string,
  start: number,
  end: number,
  tokens: readonly RegexToken[],
): Translation {
  const flags = tokens[0]?.kind === 'flags' ? tokens[0] : null
  const body = flags === null ? tokens : tokens.slice(1)
  const alternatives = readAlternatives(flags?.end ?? start, end, body)
  if (alternatives.every(({ ahead }) => ahead === null)) return { text: pattern.slice(start, end), groups: [0] }
  const groups: number[] = []
  let count = 0
  const texts = alternatives.map(({ start, end, ahead }) => {
    groups.push(count + 1)
    const last = ahead?.end ?? end
    count += 1 + body.filter((token) => token.kind === 'capture' && token.start >= start && token.end <= last).length
    const following = ahead === null ? '' : `(?:${pattern.slice(ahead.start, ahead.end)})`
    // The inner group keeps X from being read as the kind of the outer one, as in `(` and `?:a`.
    return `((?:${pattern.slice(start, end)}))${following}`
  })
  return { text: `${flags === null ? '' : pattern.slice(flags.start, flags.end)}${texts.join('|')}`, groups }
}

function readAlternatives(start: number, end: number, tokens: readonly RegexToken[]): readonly Alternative[] {
  const alternatives: Alternative[] = []
  const open: RegexToken[] = []
  let from = start
  let lookAhead: RegexToken | null = null
  let ahead: Alternative['ahead'] = null
  const finish = (to: number, next: number) => {
    alternatives.push({ start: from, end: lookAhead?.start ?? to, ahead })
    from = next
    lookAhead = null
    ahead = null
  }
  for (const token of tokens) {
    if (ahead !== null && token.kind !== 'or') throw notAtEnd(lookAhead ?? token)
    switch (token.kind) {
      case 'flags':
        throw new PatternError({
          position: token.start,
          problem: 'flags may only stand at the beginning of the regular expression',
          remedy: 'Move them there, or apply them to a group: (?i:…).',
        })
      case 'look-ahead':
        if (open.length > 0) throw notAtEnd(token)
        lookAhead = token
        open.push(token)
        break
      case 'group':
      case 'capture':
        open.push(token)
        break
      case 'close': {
        const opening = open.pop()
        if (opening === undefined) throw unpaired(token, 'opens')
        if (opening === lookAhead) ahead = { start: opening.end, end: token.start }
        break
      }
      case 'or':
        if (open.length === 0) finish(token.start, token.end)
        break
      case 'other':
        break
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw unpaired(unclosed, 'closes')
  finish(end, end)
  return alternatives
}

function notAtEnd({ start }: RegexToken): PatternError {
  return new PatternError({
    position: start,
    problem:
      'a look-ahead may only be the last thing in the regular expression, or in one of its alternatives at the top',
    remedy: 'Move it to the end, outside of all groups, as in .*?(?=@).',
  })
}

function unpaired({ start }: RegexToken, verb: 'opens' | 'closes'): PatternError {
  return new PatternError({
    position: start,
    problem: `nothing ${verb} this parenthesis`,
    remedy: 'Put parentheses in pairs, and write one that is meant itself as \\( or \\).',
  })
}

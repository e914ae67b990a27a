import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js'
import { PatternError } from './patternError.ts'
import type { ReadRegex } from './readRegex.ts'
import { translateLookAhead } from './translateLookAhead.ts'

/** A regular expression longer than this is refused: what a match costs grows with it. */
export const longestRegex = 1000

/** A regular expression whose matching takes time linear in the value, whatever an administrator wrote (DC-72). */
export interface LinearRegex {
  /** What it matches first, which may be nothing at all (''); null where it does not match. */
  firstMatch(value: string): string | null
}

/**
 * Compiles what stands in `pattern` from `start` on. The language is RE2's, with a look-ahead at the end; two things differ
 * from JavaScript: `\s` and the dot know fewer characters that end a line, and a repetition of something that can be empty
 * may take it as empty. Throws PatternError.
 */
export function linearRegex(pattern: string, start: number, { tokens, end }: ReadRegex): LinearRegex {
  const text = pattern.slice(start, end)
  if (text.length > longestRegex) {
    throw new PatternError({
      position: start,
      problem: `the regular expression has ${text.length} characters, more than ${longestRegex}`,
      remedy: 'Shorten it.',
    })
  }
  const translation = translateLookAhead(pattern, start, end, tokens)
  const compiled = compile(translation.text, text, start)
  return {
    firstMatch(value) {
      const matcher = compiled.matcher(value)
      if (!matcher.find()) return null
      for (const group of translation.groups) {
        const found = matcher.group(group)
        if (found !== null) return found
      }
      return null
    },
  }
}

function compile(translated: string, text: string, start: number): RE2JS {
  try {
    return RE2JS.compile(translated)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const part = error instanceof RE2JSSyntaxException ? error.getPattern() : null
    const what = error instanceof RE2JSSyntaxException ? error.getDescription() : error.message
    const at = part === null || text.indexOf(part) !== text.lastIndexOf(part) ? -1 : text.indexOf(part)
    throw new PatternError({
      position: start + Math.max(at, 0),
      problem: `the regular expression is not understood, ${what}${part === null ? '' : `: ${part}`}`,
      remedy:
        'Correct the regular expression. Its language is RE2, which has no back-references and repeats up to 1000.',
    })
  }
}

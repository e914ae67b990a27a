import { withoutCase } from '../../model/withoutCase.ts'

/** Looks for a text without regard to case, which SQLite can do for ASCII alone. */
export interface TextSearch {
  /** For `LIKE … ESCAPE '\'`: together they fit whatever `holds` takes, and a little more. */
  readonly patterns: readonly string[]
  /** The same for what begins with the text, and `begins`. */
  readonly beginnings: readonly string[]
  /** Whether one of the texts holds what is looked for. */
  holds(...texts: readonly (string | null)[]): boolean
  begins(...texts: readonly (string | null)[]): boolean
}

/**
 * The first letter of which SQLite does not know the other case stands in a pattern of each case, further ones stand for
 * anything; `holds` then decides.
 */
export function textSearch(text: string): TextSearch {
  const wanted = withoutCase(text)
  const [, ascii = '', letter = '', rest = ''] = /^(\p{ASCII}*)(\P{ASCII}?)(.*)$/su.exec(wanted) ?? []
  const upper = letter.toUpperCase()
  const cases = letter === '' || [...upper].length !== 1 || upper === letter ? [letter] : [letter, upper]
  const beginnings = cases.map((each) => `${escaped(ascii)}${each}${escaped(rest).replace(/[\u0080-\uffff]+/g, '%')}%`)
  return {
    patterns: beginnings.map((beginning) => `%${beginning}`),
    beginnings,
    holds: (...texts) => texts.some((each) => each !== null && withoutCase(each).includes(wanted)),
    begins: (...texts) => texts.some((each) => each !== null && withoutCase(each).startsWith(wanted)),
  }
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

import type { Attributes } from '../../model/entry.ts'
import type { PictureProblem } from '../pictureProblem.ts'
import { hasDotSegment } from './hasDotSegment.ts'
import type { UriPattern } from './uriPattern.ts'

export type FilledPattern =
  | { readonly kind: 'filled'; readonly uri: string }
  | { readonly kind: 'refused'; readonly problem: PictureProblem }

/** A value longer than this is in no address of a picture. */
const longestValue = 2000

/**
 * The address of one person's picture (DC-70). Each placeholder becomes what its regular expression matches first, in the
 * first value in which it does, percent-encoded; so no value can add a segment, a parameter or another server. Refused:
 * an attribute without a value (`no-value`), a value without a match or with an empty one (`no-match`), and what would
 * lead to another folder (`unsafe-value`).
 */
export function fillPattern({ text, parts }: UriPattern, attributes: Attributes): FilledPattern {
  const refused = (code: PictureProblem['code'], message: string, remedy: string): FilledPattern => ({
    kind: 'refused',
    problem: { side: 'directory', code, message, remedy, place: text },
  })
  let uri = ''
  for (const part of parts) {
    if (part.kind === 'text') {
      uri += part.text
      continue
    }
    const { attribute, regex } = part
    const values = attributes[attribute.toLowerCase()]?.filter((value) => value !== '') ?? []
    if (values.length === 0) {
      const remedy = `Fill in ${attribute} in the directory, or build the address from another attribute.`
      return refused('no-value', `There is no ${attribute} to build the address of the picture from.`, remedy)
    }
    const usable = values.filter((value) => value.length <= longestValue && value.isWellFormed())
    if (usable.length === 0) {
      const message = `${attribute} has more than ${longestValue} characters, or is no text.`
      return refused('unsafe-value', message, 'Build the address of the picture from another attribute.')
    }
    const match = firstMatch(usable, (value) => (regex === null ? value : regex.firstMatch(value)))
    if (match === null || match === '') {
      const found = match === null ? 'finds nothing' : 'finds only an empty text'
      const message = `The regular expression for ${attribute} ${found} in "${shortened(usable[0] ?? '')}".`
      return refused(
        'no-match',
        message,
        'Correct the regular expression in the pattern, or the value in the directory.',
      )
    }
    uri += encodeURIComponent(match)
  }
  if (hasDotSegment(uri)) {
    const message = 'The values would lead to another folder of the server: a segment of the address would be all dots.'
    return refused('unsafe-value', message, 'Correct the value in the directory.')
  }
  return { kind: 'filled', uri: new URL(uri).href }
}

function firstMatch(values: readonly string[], match: (value: string) => string | null): string | null {
  for (const value of values) {
    const found = match(value)
    if (found !== null) return found
  }
  return null
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value
}

import { ConnectorError } from '../../model/error.ts'

/** A filter that is not a filter: where it goes wrong, what stands there, and what should (DC-12). */
export class FilterSyntaxError extends ConnectorError {
  /** Offset of the error in the filter, in UTF-16 units, from 0; the message counts from 1. */
  readonly position: number
  /** What should stand there, for a sentence: `an attribute name`. */
  readonly expected: string

  constructor(filter: string, position: number, expected: string) {
    const code = filter.codePointAt(position)
    const found = code === undefined ? 'the end of the filter' : JSON.stringify(String.fromCodePoint(code))
    super({
      side: 'settings',
      code: 'invalid-filter',
      message: `The filter is wrong at position ${position + 1}: found ${found}, expected ${expected}.`,
      remedy: 'Correct the filter; it looks like (&(department=Sales)(!(title=Intern))).',
      place: `filter, position ${position + 1}`,
    })
    this.name = 'FilterSyntaxError'
    this.position = position
    this.expected = expected
  }
}
